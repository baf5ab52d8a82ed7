import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: units are charged by tariffs, month by month, in runs that go on where they stood. No unit is charged twice by one
 * tariff for the same days; a charge that was cancelled makes room for another.
 */
export class Migration20261128122000_bill_runs extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...CHARGES, begin(true), trigger(true)])
      this.addSql(statement);
    this.addSql(addWords('charge', 'source', ['BILL_RUN']));
  }

  override down(): void {
    this.addSql(trigger(false));
    this.addSql(begin(false));
    this.addSql('drop index "charge_company_billed_key"');
    this.addSql('drop index "charge_company_run_idx"');
    for (const column of ['bill_run_id', 'tariff_code', 'cancelled_at'])
      this.addSql(`alter table "charge" drop column "${column}"`);
    this.addSql(`update charge set source = 'RAISED' where source = 'BILL_RUN'`);
    this.addSql(removeWords('charge', 'source', ['BILL_RUN']));
    for (const table of ['bill_skip', 'bill_run', 'shared_cost', 'meter_reading', 'tariff'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'];
const CHARGE_KINDS = [
  'PROPERTY_FEE',
  'PARKING_FEE',
  'PARKING_SERVICE_FEE',
  'SPACE_RENT',
  'SHORT_STAY_PARKING',
  'PARKING_CARD_FEE',
  'CARD_RENTAL',
  'WATER',
  'ELECTRICITY',
  'SHARED_UTILITIES',
  'SPECIAL_SERVICE',
  'REPAIR',
  'RENOVATION_WASTE',
  'RENOVATION_LITTERING',
  'TEMPORARY_PASS',
  'CARD_REPLACEMENT',
  'MOVE_IN',
  'PENALTY',
  'LATE_FEE',
];

const TABLES = [
  `create table "tariff" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "code" text not null, "kind" text not null, "name" text not null, "basis" text not null, "uses" text[] not null, "rate_myriad" bigint null, "currency" text not null, "payer" text not null, "vacant_percent" int not null, "not_taken_over_percent" int not null, "advance_months" int not null, "advance_percent" int not null, "due_day_of_month" int not null, "due_month_offset" int not null, "authority" text null, "from_day" date not null, "until_day" date null, "set_by" uuid not null, "set_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  words('tariff', 'kind', CHARGE_KINDS),
  words('tariff', 'basis', ['PER_AREA', 'PER_UNIT', 'METERED', 'APPORTIONED']),
  words('tariff', 'currency', CURRENCIES),
  words('tariff', 'payer', ['OWNER', 'OCCUPIER']),
  `alter table "tariff" add constraint "tariff_has_rate" check ((rate_myriad is null) = (basis = 'APPORTIONED'))`,
  `alter table "tariff" add constraint "tariff_company_estate_code_day_key" unique ("company_id", "estate_id", "code", "from_day")`,
  `create table "meter_reading" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "unit_id" uuid not null, "kind" text not null, "read_on" date not null, "value_milli" bigint not null, "recorded_by" uuid not null, "recorded_at" timestamptz not null, primary key ("company_id", "id"))`,
  words('meter_reading', 'kind', CHARGE_KINDS),
  `alter table "meter_reading" add constraint "meter_reading_company_unit_kind_day_key" unique ("company_id", "unit_id", "kind", "read_on")`,
  `create index "meter_reading_company_estate_idx" on "meter_reading" ("company_id", "estate_id", "id")`,
  `create table "shared_cost" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "tariff_code" text not null, "month" date not null, "amount_minor" bigint not null, "currency" text not null, "recorded_by" uuid not null, "recorded_at" timestamptz not null, primary key ("company_id", "id"))`,
  words('shared_cost', 'currency', CURRENCIES),
  `alter table "shared_cost" add constraint "shared_cost_amount_positive" check (amount_minor > 0)`,
  `alter table "shared_cost" add constraint "shared_cost_company_estate_code_month_key" unique ("company_id", "estate_id", "tariff_code", "month")`,
  `create table "bill_run" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "from_month" date not null, "months" int not null, "tariff_codes" text[] not null, "stage" text not null, "after_unit_id" uuid null, "units_total" int not null, "units_done" int not null, "lines" int not null, "amount_minor" bigint not null, "currency" text not null, "skipped" int not null, "started_by" uuid not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  words('bill_run', 'stage', ['PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'CANCELLED']),
  words('bill_run', 'currency', CURRENCIES),
  `create index "bill_run_company_estate_idx" on "bill_run" ("company_id", "estate_id", "id")`,
  `create table "bill_skip" ("company_id" uuid not null, "run_id" uuid not null, "unit_id" uuid not null, "tariff_code" text not null, "month" date not null, "estate_id" uuid not null, "reason" text not null, primary key ("company_id", "run_id", "unit_id", "tariff_code", "month"))`,
  words('bill_skip', 'reason', [
    'ALREADY_BILLED',
    'NO_AREA',
    'NO_READING',
    'NO_COST',
    'NO_PAYER',
    'PAYER_ERASED',
    'FREE',
  ]),
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...['tariff', 'meter_reading', 'shared_cost', 'bill_run', 'bill_skip'].map((table) =>
    key(table, 'estate', 'estate_id', 'estate'),
  ),
  key('meter_reading', 'unit', 'unit_id', 'unit'),
  key('bill_skip', 'run', 'run_id', 'bill_run'),
  key('bill_skip', 'unit', 'unit_id', 'unit'),
];

const company = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const ofResidents = `${company} and ((select current_setting('app.audience', true) = 'resident') and estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))`;
const FENCE = [
  ...fenceOf('tariff', 'STAFF'),
  `create policy "tariff_read" on "tariff" for select to "guanjia_api" using (${ofResidents})`,
  ...['meter_reading', 'shared_cost', 'bill_run', 'bill_skip'].flatMap((table) => fenceOf(table, 'STAFF')),
];

const CHARGES = [
  `alter table "charge" add column "bill_run_id" uuid null, add column "tariff_code" text null, add column "cancelled_at" timestamptz null`,
  key('charge', 'run', 'bill_run_id', 'bill_run'),
  `create index "charge_company_run_idx" on "charge" ("company_id", "bill_run_id", "id")`,
  `create unique index "charge_company_billed_key" on "charge" ("company_id", "unit_id", "tariff_code", "from_day") where source = 'BILL_RUN' and cancelled_at is null`,
];

/** How a charge begins, whatever is said about it. */
const begin = (
  cancels: boolean,
): string => `create or replace function ledger_begin_charge() returns trigger language plpgsql set search_path = pg_catalog, public as $$
   begin
     new.open_minor := new.amount_minor;
     new.paid_minor := 0;
     new.last_day := new.booked_day;
     new.version := 1;
     ${cancels ? 'new.cancelled_at := null;' : ''}
     return new;
   end $$`;

/** The owner's function that moves both sides of an entry; a cancellation says when, where the table has room for it. */
const trigger = (
  cancels: boolean,
): string => `create or replace function ledger_book_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
   begin
     if new.reverses_id is not null and not exists (
       select 1 from ledger_entry r
        where r.company_id = new.company_id and r.id = new.reverses_id and r.reverses_id is null and r.kind = new.kind
          and r.charge_id is not distinct from new.charge_id and r.payment_id is not distinct from new.payment_id
          and r.amount_minor = new.amount_minor)
     then
       raise exception 'ledger: an entry is taken back whole and once' using errcode = 'check_violation', constraint = 'ledger_entry_whole';
     end if;
     if new.charge_id is not null then
       update charge
          set open_minor = open_minor + new.charge_effect_minor,
              paid_minor = paid_minor - case when new.kind = 'ALLOCATION' then new.charge_effect_minor else 0 end,
              ${cancels ? `cancelled_at = case when new.kind = 'CANCELLATION' then new.recorded_at else cancelled_at end,` : ''}
              last_day = new.booked_day, version = version + 1
        where company_id = new.company_id and id = new.charge_id and estate_id = new.estate_id
          and payer_id = new.payer_id and currency = new.currency and last_day <= new.booked_day;
       if not found then
         raise exception 'ledger: the charge is of another account, or was moved later' using errcode = 'check_violation', constraint = 'ledger_entry_charge_account';
       end if;
     end if;
     if new.payment_id is not null then
       update payment
          set free_minor = free_minor + new.payment_effect_minor,
              reversed_at = case when new.kind = 'PAYMENT_REVERSAL' then new.recorded_at else reversed_at end,
              last_day = new.booked_day, version = version + 1
        where company_id = new.company_id and id = new.payment_id and estate_id = new.estate_id
          and payer_id = new.payer_id and currency = new.currency and last_day <= new.booked_day
          and reversed_at is null and (new.kind <> 'PAYMENT_REVERSAL' or amount_minor = new.amount_minor);
       if not found then
         raise exception 'ledger: the payment is of another account, was moved later, or is reversed' using errcode = 'check_violation', constraint = 'ledger_entry_payment_account';
       end if;
     end if;
     return null;
   end $$`;
