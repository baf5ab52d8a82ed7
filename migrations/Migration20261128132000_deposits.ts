import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: money that is held for somebody and goes back, less what is kept, by the notice of one and the hand of another. It
 * stands on vouchers and on the sheets of shifts, as payments do, and is no part of what customers owe.
 */
export class Migration20261128132000_deposits extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...VOUCHERS, ...SHEETS]) this.addSql(statement);
    this.addSql(addWords('obligation', 'subject_kind', ['DEPOSIT']));
  }

  override down(): void {
    this.addSql(`delete from "obligation" where subject_kind = 'DEPOSIT'`);
    this.addSql(removeWords('obligation', 'subject_kind', ['DEPOSIT']));
    this.addSql('delete from "handover_item" where num_nonnulls(deposit_id, refunded_deposit_id) = 1');
    this.addSql(
      'delete from "handover_item" where receipt_id in (select id from "receipt" where deposit_id is not null)',
    );
    this.addSql('delete from "receipt" where deposit_id is not null');
    this.addSql('alter table "handover_sheet" drop constraint "handover_sheet_counted"');
    this.addSql(
      holds(
        'handover_sheet',
        'handover_sheet_counted',
        'cash_minor >= 0 and electronic_minor >= 0 and counted_minor >= 0',
      ),
    );
    this.addSql('alter table "handover_item" drop constraint "handover_item_one_thing"');
    this.addSql('alter table "handover_item" drop column "deposit_id", drop column "refunded_deposit_id"');
    this.addSql(holds('handover_item', 'handover_item_one_thing', 'num_nonnulls(payment_id, receipt_id) = 1'));
    for (const name of ['receipt_spoiled_or_paid', 'receipt_stamped'])
      this.addSql(`alter table "receipt" drop constraint "${name}"`);
    this.addSql('alter table "receipt" drop column "deposit_id"');
    this.addSql(holds('receipt', 'receipt_spoiled_or_paid', SPOILED_OR_PAID_BEFORE));
    this.addSql(
      holds('receipt', 'receipt_stamped', '(stamp is not null) = (book_id is not null and payment_id is not null)'),
    );
    for (const table of ['deposit_deduction', 'deposit']) this.addSql(`drop table if exists "${table}"`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${name}" check (${expression})`;
const METHODS = ['CASH', 'POS', 'TRANSFER', 'WECHAT', 'ALIPAY', 'CHEQUE', 'BANK_WITHHOLDING'];
const SPOILED_OR_PAID_BEFORE = `(state = 'SPOILED') = (payment_id is null) and (state = 'SPOILED') = (spoil_reason is not null) and num_nulls(payment_id, payer_id, amount_minor, currency) in (0, 4)`;

const TABLES = [
  `create table "deposit" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "kind" text not null, "stage" text not null, "payer_id" uuid not null, "unit_id" uuid null, "amount_minor" bigint not null, "currency" text not null, "method" text not null, "reference" text null, "collected_on" date not null, "recorded_at" timestamptz not null, "collected_by_id" uuid not null, "accepted_on" date null, "accepted_by_id" uuid null, "eligible_on" date null, "refund_by" date null, "settled_at" timestamptz null, "settled_by_id" uuid null, "refund_minor" bigint null, "authorised_at" timestamptz null, "authorised_by_id" uuid null, "notice_number" text null, "refunded_at" timestamptz null, "refunded_by_id" uuid null, "refund_method" text null, "refund_reference" text null, "original_receipt" text null, "cancelled_at" timestamptz null, "cancelled_by_id" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  words('deposit', 'kind', ['RENOVATION', 'CONTRACTOR', 'PASS', 'KEY', 'CARD', 'OTHER']),
  words('deposit', 'stage', ['HELD', 'SETTLED', 'AUTHORISED', 'REFUNDED', 'CANCELLED']),
  words('deposit', 'currency', ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD']),
  words('deposit', 'method', METHODS),
  words('deposit', 'refund_method', METHODS),
  words('deposit', 'original_receipt', ['RETURNED', 'DECLARED_LOST']),
  holds('deposit', 'deposit_amount_positive', `amount_minor > 0`),
  holds('deposit', 'deposit_refund_within', `refund_minor is null or refund_minor between 0 and amount_minor`),
  holds(
    'deposit',
    'deposit_accepted_whole',
    `num_nulls(accepted_on, accepted_by_id, eligible_on, refund_by) in (0, 4)`,
  ),
  holds(
    'deposit',
    'deposit_settled',
    `(stage in ('SETTLED', 'AUTHORISED', 'REFUNDED')) = (settled_at is not null) and num_nulls(settled_at, settled_by_id, refund_minor) in (0, 3) and (settled_at is null or accepted_on is not null)`,
  ),
  holds(
    'deposit',
    'deposit_authorised',
    `(stage in ('AUTHORISED', 'REFUNDED')) = (authorised_at is not null) and num_nulls(authorised_at, authorised_by_id, notice_number) in (0, 3) and authorised_by_id <> settled_by_id`,
  ),
  holds(
    'deposit',
    'deposit_refunded',
    `(stage = 'REFUNDED') = (refunded_at is not null) and num_nulls(refunded_at, refunded_by_id, refund_method, original_receipt) in (0, 4) and refunded_by_id <> authorised_by_id`,
  ),
  holds(
    'deposit',
    'deposit_cancelled',
    `(stage = 'CANCELLED') = (cancelled_at is not null) and (cancelled_at is null) = (cancelled_by_id is null) and cancelled_by_id <> collected_by_id`,
  ),
  `create index "deposit_company_estate_idx" on "deposit" ("company_id", "estate_id", "id")`,
  `create index "deposit_company_payer_idx" on "deposit" ("company_id", "payer_id", "id")`,
  `create index "deposit_company_unit_idx" on "deposit" ("company_id", "unit_id", "id")`,
  `create index "deposit_company_collector_idx" on "deposit" ("company_id", "collected_by_id", "id")`,
  `create index "deposit_company_refunder_idx" on "deposit" ("company_id", "refunded_by_id", "id")`,
  `create unique index "deposit_company_reference_key" on "deposit" ("company_id", "method", "reference") where reference is not null and stage <> 'CANCELLED'`,
  `create table "deposit_deduction" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "deposit_id" uuid not null, "payer_id" uuid not null, "reason" text not null, "amount_minor" bigint not null, "note" text null, primary key ("company_id", "id"))`,
  words('deposit_deduction', 'reason', ['BREACH', 'DAMAGE', 'LOSS', 'CLEANING', 'UNPAID', 'OTHER']),
  holds('deposit_deduction', 'deposit_deduction_positive', 'amount_minor > 0'),
  `create index "deposit_deduction_company_deposit_idx" on "deposit_deduction" ("company_id", "deposit_id", "id")`,
];

const VOUCHERS = [
  `alter table "receipt" add column "deposit_id" uuid null`,
  `alter table "receipt" drop constraint "receipt_spoiled_or_paid"`,
  holds(
    'receipt',
    'receipt_spoiled_or_paid',
    `(state = 'SPOILED') = (num_nonnulls(payment_id, deposit_id) = 0) and num_nonnulls(payment_id, deposit_id) <= 1 and (state = 'SPOILED') = (spoil_reason is not null) and (payer_id is null) = (state = 'SPOILED') and num_nulls(payer_id, amount_minor, currency) in (0, 3) and (deposit_id is null or kind = 'RECEIPT')`,
  ),
  `alter table "receipt" drop constraint "receipt_stamped"`,
  holds('receipt', 'receipt_stamped', '(stamp is not null) = (book_id is not null and payer_id is not null)'),
  `create index "receipt_company_deposit_idx" on "receipt" ("company_id", "deposit_id", "id")`,
  `create unique index "receipt_company_deposit_key" on "receipt" ("company_id", "deposit_id") where state = 'ISSUED'`,
  key('receipt', 'deposit', 'deposit_id', 'deposit'),
];

const SHEETS = [
  `alter table "handover_sheet" drop constraint "handover_sheet_counted"`,
  holds('handover_sheet', 'handover_sheet_counted', 'counted_minor >= 0'),
  `alter table "handover_item" add column "deposit_id" uuid null, add column "refunded_deposit_id" uuid null`,
  `alter table "handover_item" drop constraint "handover_item_one_thing"`,
  holds(
    'handover_item',
    'handover_item_one_thing',
    'num_nonnulls(payment_id, receipt_id, deposit_id, refunded_deposit_id) = 1',
  ),
  `alter table "handover_item" add constraint "handover_item_company_deposit_key" unique ("company_id", "deposit_id")`,
  `alter table "handover_item" add constraint "handover_item_company_refund_key" unique ("company_id", "refunded_deposit_id")`,
  key('handover_item', 'deposit', 'deposit_id', 'deposit'),
  key('handover_item', 'refunded_deposit', 'refunded_deposit_id', 'deposit'),
];

function key(table: string, name: string, column: string, target: string): string {
  return `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
}
const FOREIGN_KEYS = [
  key('deposit', 'estate', 'estate_id', 'estate'),
  key('deposit', 'payer', 'payer_id', 'customer'),
  key('deposit', 'unit', 'unit_id', 'unit'),
  key('deposit_deduction', 'estate', 'estate_id', 'estate'),
  key('deposit_deduction', 'deposit', 'deposit_id', 'deposit'),
  key('deposit_deduction', 'payer', 'payer_id', 'customer'),
];

const FENCE = [
  ...fenceOf('deposit', 'PAYER_READS'),
  `revoke delete on "deposit" from guanjia_api`,
  ...fenceOf('deposit_deduction', 'PAYER_READS'),
];
