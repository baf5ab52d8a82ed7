import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: money that is given back of a payment leaves by a way, out of somebody's shift, and stands on the sheet of that shift.
 * What was given back before has no way and stands on no sheet.
 */
export class Migration20261130120200_payment_refunds extends Migration {
  override up(): void {
    for (const statement of [...TABLE, ...SHEETS, ...fenceOf('payment_refund', 'PAYER_READS')]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('delete from "handover_item" where payment_refund_id is not null');
    this.addSql('alter table "handover_item" drop constraint "handover_item_one_thing"');
    this.addSql('alter table "handover_item" drop column "payment_refund_id"');
    this.addSql(oneOf(THINGS));
    this.addSql('drop table if exists "payment_refund"');
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (column: string, values: readonly string[]): string =>
  `alter table "payment_refund" add constraint "payment_refund_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (name: string, expression: string): string =>
  `alter table "payment_refund" add constraint "payment_refund_${name}" check (${expression})`;
const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const oneOf = (things: readonly string[]): string =>
  `alter table "handover_item" add constraint "handover_item_one_thing" check (num_nonnulls(${things.join(', ')}) = 1)`;
const THINGS = ['payment_id', 'receipt_id', 'deposit_id', 'refunded_deposit_id'];
const METHODS = ['CASH', 'POS', 'TRANSFER', 'WECHAT', 'ALIPAY', 'CHEQUE', 'BANK_WITHHOLDING'];
const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'];

const TABLE = [
  `create table "payment_refund" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "payment_id" uuid not null, "entry_id" uuid not null, "amount_minor" bigint not null, "currency" text not null, "state" text not null, "authorised_by_id" uuid null, "authorised_at" timestamptz not null, "method" text null, "reference" text null, "paid_by_id" uuid null, "paid_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('currency', CURRENCIES),
  words('state', ['DUE', 'PAID', 'WITHDRAWN']),
  words('method', METHODS),
  holds('amount_positive', 'amount_minor > 0'),
  holds('paid', `(state = 'PAID') = (paid_at is not null) and num_nulls(paid_at, paid_by_id, method) in (0, 3)`),
  holds('two_people', 'paid_by_id <> authorised_by_id'),
  `alter table "payment_refund" add constraint "payment_refund_company_entry_key" unique ("company_id", "entry_id")`,
  `create index "payment_refund_company_estate_idx" on "payment_refund" ("company_id", "estate_id", "id")`,
  `create index "payment_refund_company_payment_idx" on "payment_refund" ("company_id", "payment_id", "id")`,
  `create index "payment_refund_company_paid_by_idx" on "payment_refund" ("company_id", "paid_by_id", "estate_id")`,
  key('payment_refund', 'estate', 'estate_id', 'estate'),
  key('payment_refund', 'payer', 'payer_id', 'customer'),
  key('payment_refund', 'payment', 'payment_id', 'payment'),
  key('payment_refund', 'entry', 'entry_id', 'ledger_entry'),
];

const SHEETS = [
  `alter table "handover_item" add column "payment_refund_id" uuid null`,
  `alter table "handover_item" drop constraint "handover_item_one_thing"`,
  oneOf([...THINGS, 'payment_refund_id']),
  `alter table "handover_item" add constraint "handover_item_company_payment_refund_key" unique ("company_id", "payment_refund_id")`,
  key('handover_item', 'payment_refund', 'payment_refund_id', 'payment_refund'),
];
