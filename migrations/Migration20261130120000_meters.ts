import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: readings belong to meters, which are installed, changed and taken away, and hang in common parts too; what is not
 * plausible waits for a person, what is estimated is put right by the next reading. What was read of a unit before belongs
 * to one meter for each kind, whose number nobody has written down.
 */
export class Migration20261130120000_meters extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...READINGS, CHARGED, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('bill_skip', 'reason', SKIPS));
    this.addSql(addWords('attachment', 'subject_kind', SUBJECTS));
  }

  override down(): void {
    this.addSql(`delete from "attachment" where subject_kind in (${list(SUBJECTS)})`);
    this.addSql(removeWords('attachment', 'subject_kind', SUBJECTS));
    this.addSql(`update bill_skip set reason = 'NO_READING' where reason in (${list(SKIPS)})`);
    this.addSql(removeWords('bill_skip', 'reason', SKIPS));
    for (const statement of BACK) this.addSql(statement);
    for (const table of ['metered_use', 'meter']) this.addSql(`drop table if exists "${table}"`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${table}_${name}" check (${expression})`;
const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const SKIPS = ['READING_HELD', 'PREPAID'];
const SUBJECTS = ['METER_READING'];
const KINDS = ['WATER', 'ELECTRICITY'];
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
  `create table "meter" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "unit_id" uuid null, "building_id" uuid null, "kind" text not null, "serial" text null, "digits" int null, "factor" int not null, "prepaid" boolean not null, "base_milli" bigint not null, "installed_on" date not null, "removed_on" date null, "replaces_id" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  words('meter', 'kind', KINDS),
  holds('meter', 'place', 'unit_id is null or building_id is null'),
  holds('meter', 'digits', 'digits between 3 and 9'),
  holds('meter', 'factor', 'factor between 1 and 10000'),
  holds('meter', 'base_not_negative', 'base_milli >= 0'),
  holds('meter', 'days', 'removed_on >= installed_on'),
  `create index "meter_company_estate_idx" on "meter" ("company_id", "estate_id", "id")`,
  `create index "meter_company_unit_idx" on "meter" ("company_id", "unit_id", "kind")`,
  `create unique index "meter_company_serial_key" on "meter" ("company_id", "estate_id", "kind", "serial") where removed_on is null`,
  `create table "metered_use" ("company_id" uuid not null, "unit_id" uuid not null, "tariff_code" text not null, "month" date not null, "estate_id" uuid not null, "run_id" uuid not null, "base_milli" bigint not null, "use_milli" bigint not null, primary key ("company_id", "unit_id", "tariff_code", "month"))`,
  holds('metered_use', 'not_negative', 'use_milli >= 0'),
  `create index "metered_use_company_estate_idx" on "metered_use" ("company_id", "estate_id", "month")`,
];

const READINGS = [
  `insert into meter (company_id, id, estate_id, unit_id, kind, factor, prepaid, base_milli, installed_on, version)
   select distinct on (company_id, unit_id, kind) company_id, uuidv7(), estate_id, unit_id, kind, 1, false, value_milli, read_on, 1
     from meter_reading where kind in (${list(KINDS)}) order by company_id, unit_id, kind, read_on`,
  `delete from meter_reading where kind not in (${list(KINDS)})`,
  `alter table "meter_reading" add column "meter_id" uuid null, add column "how" text not null default 'READ', add column "turns" int not null default 0, add column "state" text not null default 'ACCEPTED', add column "hold_reasons" text[] not null default '{}', add column "read_at" timestamptz null, add column "decided_by" uuid null, add column "decided_at" timestamptz null, add column "version" int not null default 1`,
  `update meter_reading r
      set meter_id = m.id, read_at = r.recorded_at, how = case when m.installed_on = r.read_on then 'INSTALLED' else 'READ' end
     from meter m where m.company_id = r.company_id and m.unit_id = r.unit_id and m.kind = r.kind`,
  `alter table "meter_reading" alter column "meter_id" set not null, alter column "read_at" set not null, alter column "unit_id" drop not null, alter column "how" drop default, alter column "turns" drop default, alter column "state" drop default, alter column "hold_reasons" drop default, alter column "version" drop default`,
  `alter table "meter_reading" drop constraint "meter_reading_company_unit_kind_day_key"`,
  `alter table "meter_reading" drop constraint "meter_reading_kind_check"`,
  words('meter_reading', 'kind', KINDS),
  words('meter_reading', 'how', ['INSTALLED', 'READ', 'REPORTED', 'ESTIMATED', 'REMOVED']),
  words('meter_reading', 'state', ['ACCEPTED', 'HELD', 'CONFIRMED', 'REJECTED', 'REPLACED']),
  holds('meter_reading', 'decided', '(decided_by is null) = (decided_at is null)'),
  holds('meter_reading', 'decided_by_another', 'decided_by <> recorded_by'),
  holds('meter_reading', 'held', `state <> 'HELD' or cardinality(hold_reasons) > 0`),
  `create unique index "meter_reading_company_meter_day_key" on "meter_reading" ("company_id", "meter_id", "read_on") where state in ('ACCEPTED', 'CONFIRMED')`,
  `create index "meter_reading_company_meter_idx" on "meter_reading" ("company_id", "meter_id", "read_on", "id")`,
  `create index "meter_reading_company_unit_idx" on "meter_reading" ("company_id", "unit_id", "read_on", "id")`,
  `create index "meter_reading_company_held_idx" on "meter_reading" ("company_id", "estate_id", "id") where state = 'HELD'`,
];

/** What was charged by meters before, so that nobody is charged for it again. */
const CHARGED = `
insert into metered_use (company_id, unit_id, tariff_code, month, estate_id, run_id, base_milli, use_milli)
select c.company_id, c.unit_id, c.tariff_code, c.month, c.estate_id, c.run_id, s.before - m.base_milli, coalesce(s.until, s.before) - s.before
  from (select company_id, unit_id, tariff_code, estate_id, kind, date_trunc('month', from_day::timestamp)::date as month,
               (array_agg(bill_run_id))[1] as run_id
          from charge
         where source = 'BILL_RUN' and cancelled_at is null and unit_id is not null and tariff_code is not null and bill_run_id is not null
           and kind in (${list(KINDS)})
         group by 1, 2, 3, 4, 5, 6) as c
  join meter m on m.company_id = c.company_id and m.unit_id = c.unit_id and m.kind = c.kind
 cross join lateral (select max(r.value_milli) filter (where r.read_on < c.month) as before,
                            max(r.value_milli) filter (where r.read_on < c.month + interval '1 month') as until
                       from meter_reading r where r.company_id = c.company_id and r.meter_id = m.id) as s
 where s.before is not null
   and exists (select 1 from tariff t where t.company_id = c.company_id and t.estate_id = c.estate_id and t.code = c.tariff_code and t.basis = 'METERED')
    on conflict do nothing`;

const FOREIGN_KEYS = [
  key('meter', 'estate', 'estate_id', 'estate'),
  key('meter', 'unit', 'unit_id', 'unit'),
  key('meter', 'building', 'building_id', 'building'),
  key('meter', 'replaces', 'replaces_id', 'meter'),
  key('meter_reading', 'meter', 'meter_id', 'meter'),
  key('metered_use', 'estate', 'estate_id', 'estate'),
  key('metered_use', 'unit', 'unit_id', 'unit'),
  key('metered_use', 'run', 'run_id', 'bill_run'),
];

/** What a resident reads: rows of the own units, of the days of an own occupancy; `occupancy` shows the own rows only. */
const within = (table: string, days: string): string =>
  `create policy "${table}_read" on "${table}" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select current_setting('app.audience', true) = 'resident') and unit_id = any (coalesce((select nullif(current_setting('app.units', true), '')::uuid[]), '{}'::uuid[])) and exists (select 1 from occupancy o where o.company_id = ${table}.company_id and o.unit_id = ${table}.unit_id and ${days})))`;
const FENCE = [
  ...fenceOf('meter', 'STAFF'),
  ...fenceOf('metered_use', 'STAFF'),
  within(
    'meter',
    `meter.installed_on < coalesce(o.until_day, 'infinity'::date) and o.from_day <= coalesce(meter.removed_on, 'infinity'::date)`,
  ),
  within(
    'meter_reading',
    `o.from_day <= meter_reading.read_on and meter_reading.read_on < coalesce(o.until_day, 'infinity'::date)`,
  ),
];

/** Readings of units as they were: one for each kind and day, of those that count. */
const BACK = [
  `drop policy "meter_reading_read" on "meter_reading"`,
  ...['company_meter_day_key', 'company_meter_idx', 'company_unit_idx', 'company_held_idx'].map(
    (index) => `drop index "meter_reading_${index}"`,
  ),
  `delete from meter_reading where unit_id is null or state not in ('ACCEPTED', 'CONFIRMED')`,
  `delete from meter_reading r using meter_reading other
    where other.company_id = r.company_id and other.unit_id = r.unit_id and other.kind = r.kind and other.read_on = r.read_on and other.id > r.id`,
  ...['decided', 'decided_by_another', 'held'].map(
    (name) => `alter table "meter_reading" drop constraint "meter_reading_${name}"`,
  ),
  ...['meter_id', 'how', 'turns', 'state', 'hold_reasons', 'read_at', 'decided_by', 'decided_at', 'version'].map(
    (column) => `alter table "meter_reading" drop column "${column}"`,
  ),
  `alter table "meter_reading" drop constraint "meter_reading_kind_check"`,
  words('meter_reading', 'kind', CHARGE_KINDS),
  `alter table "meter_reading" alter column "unit_id" set not null`,
  `alter table "meter_reading" add constraint "meter_reading_company_unit_kind_day_key" unique ("company_id", "unit_id", "kind", "read_on")`,
];
