import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: a bank withholds what is due by the payer's mandate; it is asked in batches and answers in files. A charge waits for one
 * answer at a time, money is booked once, and what nobody asked for so waits in suspense.
 */
export class Migration20261129101000_withholding extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    for (const table of ['bank_file', 'bank_line']) this.addSql(addWords(table, 'method', ['BANK_WITHHOLDING']));
  }

  override down(): void {
    for (const table of [...NAMES].reverse()) this.addSql(`drop table if exists "${table}"`);
    for (const table of ['bank_line', 'bank_file']) {
      this.addSql(`delete from "${table}" where method = 'BANK_WITHHOLDING'`);
      this.addSql(removeWords(table, 'method', ['BANK_WITHHOLDING']));
    }
  }
}

const NAMES = [
  'withholding_mandate',
  'withholding_batch',
  'withholding_item',
  'withholding_charge',
  'withholding_result',
];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const check = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${table}_${name}" check (${expression})`;
const index = (table: string, name: string, columns: readonly string[]): string =>
  `create index "${table}_company_${name}_idx" on "${table}" ("company_id", ${columns.map((column) => `"${column}"`).join(', ')})`;
const unique = (table: string, name: string, columns: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_company_${name}_key" unique ("company_id", ${columns.map((column) => `"${column}"`).join(', ')})`;
const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'];

const TABLES = [
  `create table "withholding_mandate" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "unit_id" uuid null, "bank" text null, "holder" text null, "account" text null, "last_digits" text not null, "agreement" text null, "from_day" date not null, "until_day" date null, "recorded_by" uuid not null, "recorded_at" timestamptz not null, "redacted_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  check('withholding_mandate', 'time', 'until_day is null or until_day >= from_day'),
  check(
    'withholding_mandate',
    'redacted',
    '(redacted_at is null) = (bank is not null and holder is not null and account is not null)',
  ),
  index('withholding_mandate', 'estate', ['estate_id', 'id']),
  index('withholding_mandate', 'payer', ['payer_id', 'from_day']),
  `create table "withholding_batch" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "serial" int not null, "due_until" date not null, "stage" text not null, "items" int not null, "amount_minor" bigint not null, "currency" text not null, "drawn_by" uuid not null, "drawn_at" timestamptz not null, "sent_at" timestamptz null, "finished_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('withholding_batch', 'stage', ['DRAWN', 'SENT', 'DONE', 'CANCELLED']),
  words('withholding_batch', 'currency', CURRENCIES),
  unique('withholding_batch', 'serial', ['serial']),
  index('withholding_batch', 'estate', ['estate_id', 'id']),
  `create table "withholding_item" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "batch_id" uuid not null, "mandate_id" uuid not null, "payer_id" uuid not null, "unit_id" uuid null, "reference" text not null, "amount_minor" bigint not null, "currency" text not null, "attempt" int not null, "state" text not null, "bank_reference" text null, "fee_minor" bigint null, "withheld_on" date null, "failure_code" text null, "failure_reason" text null, "answered_at" timestamptz null, "payment_id" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  words('withholding_item', 'currency', CURRENCIES),
  words('withholding_item', 'state', ['OPEN', 'WITHHELD', 'PAID', 'FAILED', 'CANCELLED']),
  words('withholding_item', 'failure_reason', [
    'INSUFFICIENT_FUNDS',
    'ACCOUNT_CLOSED',
    'ACCOUNT_UNKNOWN',
    'HOLDER_MISMATCH',
    'NO_AUTHORITY',
    'LIMIT_EXCEEDED',
    'OTHER',
    'NO_RESULT',
  ]),
  check('withholding_item', 'amount_positive', 'amount_minor > 0'),
  check('withholding_item', 'paid', `(state = 'PAID') = (payment_id is not null)`),
  check('withholding_item', 'failed', `(state = 'FAILED') = (failure_reason is not null)`),
  check('withholding_item', 'withheld', `(state in ('WITHHELD', 'PAID')) = (withheld_on is not null)`),
  unique('withholding_item', 'reference', ['reference']),
  unique('withholding_item', 'payment', ['payment_id']),
  index('withholding_item', 'batch', ['batch_id', 'state', 'id']),
  index('withholding_item', 'mandate', ['mandate_id', 'id']),
  `create table "withholding_charge" ("company_id" uuid not null, "item_id" uuid not null, "charge_id" uuid not null, "estate_id" uuid not null, "amount_minor" bigint not null, "is_pending" boolean not null, primary key ("company_id", "item_id", "charge_id"))`,
  check('withholding_charge', 'amount_positive', 'amount_minor > 0'),
  `create unique index "withholding_charge_company_pending_key" on "withholding_charge" ("company_id", "charge_id") where is_pending`,
  `create table "withholding_result" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "sha256" text not null, "rows" int not null, "withheld" int not null, "failed" int not null, "repeated" int not null, "suspended" int not null, "bad" int not null, "flaws" jsonb not null, "loaded_by" uuid not null, "loaded_at" timestamptz not null, primary key ("company_id", "id"))`,
  unique('withholding_result', 'estate_content', ['estate_id', 'sha256']),
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...NAMES.map((table) => key(table, 'estate', 'estate_id', 'estate')),
  key('withholding_mandate', 'payer', 'payer_id', 'customer'),
  key('withholding_mandate', 'unit', 'unit_id', 'unit'),
  key('withholding_item', 'batch', 'batch_id', 'withholding_batch'),
  key('withholding_item', 'mandate', 'mandate_id', 'withholding_mandate'),
  key('withholding_item', 'payer', 'payer_id', 'customer'),
  key('withholding_item', 'unit', 'unit_id', 'unit'),
  key('withholding_item', 'payment', 'payment_id', 'payment'),
  key('withholding_charge', 'item', 'item_id', 'withholding_item'),
  key('withholding_charge', 'charge', 'charge_id', 'charge'),
];

const FENCE = [
  ...fenceOf('withholding_mandate', 'PAYER_READS'),
  ...NAMES.slice(1).flatMap((table) => fenceOf(table, 'STAFF')),
];
