import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: money that banks and channels report in files is booked once, whatever file brings it again; what nobody can tell
 * the payer of waits in suspense for a person, and what that person knew is known the next time.
 */
export class Migration20261128161000_bank_files extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...KEYS, ...NAMES.flatMap((name) => fenceOf(name, 'STAFF'))])
      this.addSql(statement);
  }

  override down(): void {
    for (const name of [...NAMES].reverse()) this.addSql(`drop table if exists "${name}"`);
  }
}

const NAMES = ['bank_file', 'bank_line', 'payer_reference'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (name: string, expression: string): string =>
  `alter table "bank_line" add constraint "${name}" check (${expression})`;
const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;

const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'];
const METHODS = ['TRANSFER', 'POS', 'WECHAT', 'ALIPAY'];

const TABLES = [
  `create table "bank_file" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "account" text not null, "method" text not null, "currency" text not null, "sha256" text not null, "rows" int not null, "taken" int not null, "repeated" int not null, "bad" int not null, "flaws" jsonb not null, "stage" text not null, "loaded_by" uuid null, "loaded_at" timestamptz not null, "finished_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('bank_file', 'method', METHODS),
  words('bank_file', 'currency', CURRENCIES),
  words('bank_file', 'stage', ['BOOKING', 'DONE']),
  `alter table "bank_file" add constraint "bank_file_company_estate_content_key" unique ("company_id", "estate_id", "account", "sha256")`,
  `create index "bank_file_company_estate_idx" on "bank_file" ("company_id", "estate_id", "id")`,
  `create table "bank_line" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "file_id" uuid not null, "line" int not null, "account" text not null, "method" text not null, "bank_reference" text not null, "payer_reference" text null, "amount_minor" bigint not null, "fee_minor" bigint not null, "currency" text not null, "booked_day" date not null, "state" text not null, "suspended_for" text null, "returned_for" text null, "unit_id" uuid null, "payer_id" uuid null, "payment_id" uuid null, "settled_by" uuid null, "settled_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('bank_line', 'method', METHODS),
  words('bank_line', 'currency', CURRENCIES),
  words('bank_line', 'state', ['WAITING', 'BOOKED', 'KNOWN', 'SUSPENDED', 'RETURNED']),
  words('bank_line', 'suspended_for', [
    'NO_REFERENCE',
    'UNKNOWN_REFERENCE',
    'AMBIGUOUS_REFERENCE',
    'NO_PAYER',
    'OTHER_PAYMENT',
  ]),
  words('bank_line', 'returned_for', ['NOT_OURS', 'PAID_TWICE', 'WISHED_BY_PAYER', 'OTHER']),
  holds('bank_line_amount_positive', 'amount_minor > 0 and fee_minor >= 0 and fee_minor < amount_minor'),
  holds('bank_line_booked_has_payment', `(state in ('BOOKED', 'KNOWN')) = (payment_id is not null)`),
  holds('bank_line_suspended_for', `(state = 'SUSPENDED') = (suspended_for is not null)`),
  holds('bank_line_returned_for', `(state = 'RETURNED') = (returned_for is not null)`),
  holds('bank_line_settled', `(state in ('WAITING', 'SUSPENDED')) = (settled_at is null)`),
  `alter table "bank_line" add constraint "bank_line_company_reference_key" unique ("company_id", "estate_id", "account", "bank_reference")`,
  `alter table "bank_line" add constraint "bank_line_company_payment_key" unique ("company_id", "payment_id")`,
  `create index "bank_line_company_estate_idx" on "bank_line" ("company_id", "estate_id", "id")`,
  `create index "bank_line_company_file_idx" on "bank_line" ("company_id", "file_id", "line")`,
  `create index "bank_line_company_open_idx" on "bank_line" ("company_id", "estate_id", "id") where state in ('WAITING', 'SUSPENDED')`,
  `create table "payer_reference" ("company_id" uuid not null, "estate_id" uuid not null, "reference" text not null, "unit_id" uuid not null, "payer_id" uuid not null, "learned_by" uuid not null, "learned_at" timestamptz not null, primary key ("company_id", "estate_id", "reference"))`,
  `create index "payer_reference_company_payer_idx" on "payer_reference" ("company_id", "payer_id")`,
];

const KEYS = [
  ...NAMES.map((table) => key(table, 'estate', 'estate_id', 'estate')),
  key('bank_line', 'file', 'file_id', 'bank_file'),
  key('bank_line', 'payment', 'payment_id', 'payment'),
  ...['bank_line', 'payer_reference'].flatMap((table) => [
    key(table, 'unit', 'unit_id', 'unit'),
    key(table, 'payer', 'payer_id', 'customer'),
  ]),
];
