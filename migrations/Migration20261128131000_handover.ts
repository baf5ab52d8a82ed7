import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: what a cashier takes in a shift goes to the treasurer the same day, by a sheet on which every payment and every voucher
 * stands once. That the sheet is filled in, and that what was banked directly is handed over afterwards, is owed by somebody.
 */
export class Migration20261128131000_handover extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'kind', ['HANDOVER_CONFIRMATION']));
    this.addSql(addWords('obligation', 'subject_kind', ['HANDOVER_SHEET']));
  }

  override down(): void {
    this.addSql(`delete from "obligation" where subject_kind = 'HANDOVER_SHEET' or kind = 'HANDOVER_CONFIRMATION'`);
    this.addSql(removeWords('obligation', 'subject_kind', ['HANDOVER_SHEET']));
    this.addSql(removeWords('obligation', 'kind', ['HANDOVER_CONFIRMATION']));
    for (const table of ['handover_item', 'handover_sheet']) this.addSql(`drop table if exists "${table}"`);
  }
}

const holds = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${name}" check (${expression})`;

const TABLES = [
  `create table "handover_sheet" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "cashier_id" uuid not null, "state" text not null, "filled_at" timestamptz not null, "due_at" timestamptz null, "currency" text not null, "cash_minor" bigint not null, "electronic_minor" bigint not null, "counted_minor" bigint not null, "difference_reason" text null, "banked_at" timestamptz null, "bank_reference" text null, "handed_over_at" timestamptz null, "treasurer_id" uuid null, "reconciled_at" timestamptz null, "accountant_id" uuid null, "reconcile_note" text null, "version" int not null, primary key ("company_id", "id"))`,
  holds('handover_sheet', 'handover_sheet_state_check', `"state" in ('FILLED', 'BANKED', 'HANDED_OVER', 'RECONCILED')`),
  holds('handover_sheet', 'handover_sheet_currency_check', `"currency" in ('CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD')`),
  holds('handover_sheet', 'handover_sheet_counted', 'cash_minor >= 0 and electronic_minor >= 0 and counted_minor >= 0'),
  holds('handover_sheet', 'handover_sheet_explained', 'counted_minor = cash_minor or difference_reason is not null'),
  holds(
    'handover_sheet',
    'handover_sheet_as_far_as',
    `(state <> 'BANKED' or banked_at is not null) and (banked_at is null) = (bank_reference is null) and (state in ('HANDED_OVER', 'RECONCILED')) = (handed_over_at is not null) and (handed_over_at is null) = (treasurer_id is null) and (state = 'RECONCILED') = (reconciled_at is not null) and (reconciled_at is null) = (accountant_id is null)`,
  ),
  holds(
    'handover_sheet',
    'handover_sheet_three_people',
    'treasurer_id <> cashier_id and accountant_id <> cashier_id and accountant_id <> treasurer_id',
  ),
  `create index "handover_sheet_company_estate_idx" on "handover_sheet" ("company_id", "estate_id", "id")`,
  `create index "handover_sheet_company_cashier_idx" on "handover_sheet" ("company_id", "cashier_id", "id")`,
  `create table "handover_item" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "sheet_id" uuid not null, "payment_id" uuid null, "receipt_id" uuid null, primary key ("company_id", "id"))`,
  holds('handover_item', 'handover_item_one_thing', 'num_nonnulls(payment_id, receipt_id) = 1'),
  `alter table "handover_item" add constraint "handover_item_company_payment_key" unique ("company_id", "payment_id")`,
  `alter table "handover_item" add constraint "handover_item_company_receipt_key" unique ("company_id", "receipt_id")`,
  `create index "handover_item_company_sheet_idx" on "handover_item" ("company_id", "sheet_id", "id")`,
  // What a cashier has taken and not handed over is looked for by who recorded it.
  `create index "payment_company_recorder_idx" on "payment" ("company_id", "recorded_by", "id")`,
  `create index "receipt_company_issuer_idx" on "receipt" ("company_id", "issued_by_id", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('handover_sheet', 'estate', 'estate_id', 'estate'),
  key('handover_sheet', 'cashier', 'cashier_id', 'staff'),
  key('handover_sheet', 'treasurer', 'treasurer_id', 'staff'),
  key('handover_sheet', 'accountant', 'accountant_id', 'staff'),
  key('handover_item', 'estate', 'estate_id', 'estate'),
  key('handover_item', 'sheet', 'sheet_id', 'handover_sheet'),
  key('handover_item', 'payment', 'payment_id', 'payment'),
  key('handover_item', 'receipt', 'receipt_id', 'receipt'),
];

const FENCE = [
  ...fenceOf('handover_sheet', 'STAFF'),
  ...fenceOf('handover_item', 'STAFF'),
  `revoke update, delete on "handover_item" from guanjia_api`,
];
