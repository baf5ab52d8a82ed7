import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: before each collection month every household is told what falls due, by a numbered notice that bears the seal and is
 * brought by the steward. Payers read theirs once it is sealed; the steward owes the round.
 */
export class Migration20261129100000_payment_notices extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('number_format_version', 'subject', ['PAYMENT_NOTICE']));
    this.addSql(addWords('obligation', 'kind', ['PAYMENT_NOTICE_ROUND']));
    this.addSql(addWords('obligation', 'subject_kind', ['PAYMENT_NOTICE_RUN']));
  }

  override down(): void {
    for (const table of ['notice_delivery', 'payment_notice_line', 'payment_notice', 'payment_notice_run'])
      this.addSql(`drop table if exists "${table}"`);
    this.addSql(`delete from counter where series like 'PAYMENT_NOTICE-%'`);
    this.addSql(`delete from number_format_version where subject = 'PAYMENT_NOTICE'`);
    this.addSql(
      `delete from timer where kind = 'OBLIGATION_DUE' and subject_id in (select id from obligation where kind = 'PAYMENT_NOTICE_ROUND')`,
    );
    this.addSql(`delete from obligation where kind = 'PAYMENT_NOTICE_ROUND'`);
    this.addSql(removeWords('number_format_version', 'subject', ['PAYMENT_NOTICE']));
    this.addSql(removeWords('obligation', 'kind', ['PAYMENT_NOTICE_ROUND']));
    this.addSql(removeWords('obligation', 'subject_kind', ['PAYMENT_NOTICE_RUN']));
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const check = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${table}_${name}" check (${expression})`;
const index = (table: string, name: string, columns: readonly string[]): string =>
  `create index "${table}_company_${name}_idx" on "${table}" ("company_id", ${columns.map((column) => `"${column}"`).join(', ')})`;
const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'];
const TIMINGS = ['EARLY', 'ON_TIME', 'LATE'];

const TABLES = [
  `create table "payment_notice_run" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "month" date not null, "grouping" text not null, "with_arrears" boolean not null, "stage" text not null, "after_payer_id" uuid null, "payers_done" int not null, "notices" int not null, "amount_minor" bigint not null, "currency" text not null, "started_by" uuid not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('payment_notice_run', 'grouping', ['PER_UNIT', 'PER_PAYER']),
  words('payment_notice_run', 'stage', ['PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'CANCELLED']),
  words('payment_notice_run', 'currency', CURRENCIES),
  index('payment_notice_run', 'estate', ['estate_id', 'id']),
  `create table "payment_notice" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "run_id" uuid not null, "number" text not null, "number_series" text null, "number_serial" int null, "payer_id" uuid not null, "unit_id" uuid null, "building_id" uuid null, "steward_id" uuid null, "month" date not null, "state" text not null, "currency" text not null, "current_minor" bigint not null, "arrears_minor" bigint not null, "from_day" date not null, "until_day" date not null, "due_day" date not null, "drawn_at" timestamptz not null, "drawn_by" uuid not null, "seal" text null, "sealed_at" timestamptz null, "sealed_by" uuid null, "brought_at" timestamptz null, "timing" text null, "replaces_id" uuid null, "ended_at" timestamptz null, "withdrawal_reason" text null, "version" int not null, primary key ("company_id", "id"))`,
  words('payment_notice', 'state', ['DRAWN', 'SEALED', 'DELIVERED', 'REFUSED', 'REPLACED', 'WITHDRAWN']),
  words('payment_notice', 'currency', CURRENCIES),
  words('payment_notice', 'seal', ['SERVICE_CENTRE', 'DEPARTMENT', 'COMPANY']),
  words('payment_notice', 'timing', TIMINGS),
  words('payment_notice', 'withdrawal_reason', ['PAID', 'NOT_OWED', 'WRONG_PAYER', 'DRAWN_IN_ERROR']),
  check('payment_notice', 'amounts', 'current_minor > 0 and arrears_minor >= 0'),
  check('payment_notice', 'sealed', '(seal is null) = (sealed_at is null)'),
  check('payment_notice', 'brought', '(brought_at is null) = (timing is null)'),
  check('payment_notice', 'ended', `(ended_at is not null) = (state in ('REPLACED', 'WITHDRAWN'))`),
  check('payment_notice', 'reason', `(withdrawal_reason is not null) = (state = 'WITHDRAWN')`),
  `alter table "payment_notice" add constraint "payment_notice_company_estate_number_key" unique ("company_id", "estate_id", "number")`,
  `alter table "payment_notice" add constraint "payment_notice_company_replaces_key" unique ("company_id", "replaces_id")`,
  index('payment_notice', 'estate', ['estate_id', 'id']),
  index('payment_notice', 'month', ['estate_id', 'month', 'id']),
  index('payment_notice', 'run', ['run_id', 'state', 'id']),
  index('payment_notice', 'payer', ['payer_id', 'id']),
  index('payment_notice', 'unit', ['unit_id', 'id']),
  index('payment_notice', 'steward', ['steward_id', 'state', 'id']),
  `create table "payment_notice_line" ("company_id" uuid not null, "notice_id" uuid not null, "charge_id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "open_minor" bigint not null, "is_arrears" boolean not null, primary key ("company_id", "notice_id", "charge_id"))`,
  check('payment_notice_line', 'open', 'open_minor > 0'),
  index('payment_notice_line', 'charge', ['charge_id', 'notice_id']),
  `create table "notice_delivery" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "notice_id" uuid not null, "payer_id" uuid not null, "outcome" text not null, "received_by" text null, "at" timestamptz not null, "timing" text not null, "brought_by" uuid not null, "by_other_post" boolean not null, "recorded_at" timestamptz not null, primary key ("company_id", "id"))`,
  words('notice_delivery', 'outcome', ['SIGNED', 'LETTER_BOX', 'REFUSED', 'NOT_FOUND']),
  words('notice_delivery', 'received_by', ['PAYER', 'HOUSEHOLD', 'AGENT']),
  words('notice_delivery', 'timing', TIMINGS),
  check('notice_delivery', 'receiver', `(received_by is not null) = (outcome = 'SIGNED')`),
  index('notice_delivery', 'notice', ['notice_id', 'id']),
  index('notice_delivery', 'estate', ['estate_id', 'id']),
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...['payment_notice_run', 'payment_notice', 'payment_notice_line', 'notice_delivery'].map((table) =>
    key(table, 'estate', 'estate_id', 'estate'),
  ),
  key('payment_notice', 'run', 'run_id', 'payment_notice_run'),
  key('payment_notice', 'payer', 'payer_id', 'customer'),
  key('payment_notice', 'unit', 'unit_id', 'unit'),
  key('payment_notice', 'building', 'building_id', 'building'),
  key('payment_notice', 'steward', 'steward_id', 'staff'),
  key('payment_notice', 'replaces', 'replaces_id', 'payment_notice'),
  key('payment_notice_line', 'notice', 'notice_id', 'payment_notice'),
  key('payment_notice_line', 'charge', 'charge_id', 'charge'),
  key('notice_delivery', 'notice', 'notice_id', 'payment_notice'),
];

const company = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const ofPayers = `${company} and ((select current_setting('app.audience', true) = 'resident') and payer_id = (select nullif(current_setting('app.customer', true), '')::uuid) and sealed_at is not null)`;
const FENCE = [
  ...fenceOf('payment_notice_run', 'STAFF'),
  ...fenceOf('payment_notice', 'STAFF'),
  `create policy "payment_notice_read" on "payment_notice" for select to "guanjia_api" using (${ofPayers})`,
  ...fenceOf('payment_notice_line', 'PAYER_READS'),
  ...fenceOf('notice_delivery', 'PAYER_READS'),
];
