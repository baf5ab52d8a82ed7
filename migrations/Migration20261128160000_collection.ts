import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: head office asks what is open and what was collected over all estates at once, and sets stewards targets. Open
 * charges are found by deadline, charges by the month that they are for, and what moved after a day by that day, so that
 * no question reads the books from the beginning.
 */
export class Migration20261128160000_collection extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...fenceOf('collection_target', 'STAFF'), ...INDEXES]) this.addSql(statement);
  }

  override down(): void {
    for (const name of NAMES) this.addSql(`drop index if exists "${name}"`);
    this.addSql(`drop table if exists "collection_target"`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (column: string, values: readonly string[]): string =>
  `alter table "collection_target" add constraint "collection_target_${column}_check" check ("${column}" in (${list(values)}))`;
const holds = (name: string, expression: string): string =>
  `alter table "collection_target" add constraint "${name}" check (${expression})`;
const key = (name: string, column: string, target: string): string =>
  `alter table "collection_target" add constraint "collection_target_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;

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
  `create table "collection_target" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "steward_id" uuid null, "kind" text null, "from_month" date not null, "until_month" date not null, "amount_minor" bigint not null, "currency" text not null, "set_by" uuid not null, "set_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  words('kind', CHARGE_KINDS),
  words('currency', ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD']),
  holds('collection_target_amount_positive', 'amount_minor > 0'),
  holds('collection_target_has_months', 'until_month > from_month'),
  key('estate', 'estate_id', 'estate'),
  key('steward', 'steward_id', 'staff'),
  `create unique index "collection_target_company_version_key" on "collection_target" ("company_id", "estate_id", "from_month", "until_month", "steward_id", "kind", "version") nulls not distinct`,
];

const NAMES = [
  'charge_company_due_idx',
  'charge_company_estate_due_idx',
  'charge_company_estate_month_idx',
  'payment_company_estate_day_idx',
  'ledger_entry_company_estate_day_idx',
  'ledger_entry_company_channel_fee_idx',
  'ledger_entry_company_estate_recorded_idx',
];
const INDEXES = [
  `create index "charge_company_due_idx" on "charge" ("company_id", "due_day", "id") where open_minor > 0`,
  `create index "charge_company_estate_due_idx" on "charge" ("company_id", "estate_id", "due_day", "id") include ("payer_id", "unit_id", "kind", "currency", "open_minor") where open_minor > 0`,
  `create index "charge_company_estate_month_idx" on "charge" ("company_id", "estate_id", "from_day", "id")`,
  `create index "payment_company_estate_day_idx" on "payment" ("company_id", "estate_id", "booked_day", "id") include ("payer_id", "method", "currency", "amount_minor", "recorded_at", "reversed_at")`,
  `create index "ledger_entry_company_estate_day_idx" on "ledger_entry" ("company_id", "estate_id", "booked_day")`,
  `create index "ledger_entry_company_channel_fee_idx" on "ledger_entry" ("company_id", "estate_id", "booked_day") where kind = 'CHANNEL_FEE'`,
  `create index "ledger_entry_company_estate_recorded_idx" on "ledger_entry" ("company_id", "estate_id", "recorded_at")`,
];
