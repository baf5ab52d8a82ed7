import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: some repairs are paid for by the owner, some lie with the developer. A price list, quotations with the customer's
 * answer, parts that were used; on the ticket who is responsible, what the customer has agreed to pay, and by when the
 * developer has promised its part.
 */
export class Migration20261126042100_chargeable_repairs extends Migration {
  override up(): void {
    for (const statement of [...TICKET, ...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    for (const table of TABLES_OF_KINDS) this.addSql(addWords(table, 'kind', KINDS));
    this.addSql(addWords('obligation', 'kind', OBLIGATIONS));
  }

  override down(): void {
    this.addSql(`delete from obligation where kind in (${list(OBLIGATIONS)})`);
    this.addSql(removeWords('obligation', 'kind', OBLIGATIONS));
    for (const table of [...TABLES_OF_KINDS].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${list(KINDS)})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
    for (const table of ['repair_part', 'quotation_line', 'quotation', 'price_item'])
      this.addSql(`drop table if exists "${table}"`);
    this.addSql('alter table repair_visit drop column "without_consent"');
    for (const column of ['developer_due_at', 'charge_currency', 'charge_minor', 'responsibility'])
      this.addSql(`alter table ticket drop column "${column}"`);
  }
}

const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['REPAIR_QUOTED', 'REPAIR_QUOTATION_ANSWERED'];
const OBLIGATIONS = ['DEVELOPER_PART'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const CURRENCIES = list(['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD']);
const PRICE_KINDS = list(['LABOUR', 'PART']);

const TICKET = [
  'alter table "ticket" add column "responsibility" text null, add column "charge_minor" bigint null, add column "charge_currency" text null, add column "developer_due_at" timestamptz null',
  `alter table "ticket" add constraint "ticket_responsibility_check" check ("responsibility" in (${list(['COMPANY', 'OWNER_PAYS', 'DEVELOPER_WARRANTY', 'SUPPLIER', 'MAINTENANCE_FUND'])}))`,
  `alter table "ticket" add constraint "ticket_charge_currency_check" check ("charge_currency" in (${CURRENCIES}))`,
  'alter table "repair_visit" add column "without_consent" boolean not null default false',
  'alter table "repair_visit" alter column "without_consent" drop default',
];

const TABLES = [
  `create table "price_item" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "code" text not null, "kind" text not null, "name" text not null, "unit" text not null, "price_minor" bigint not null, "currency" text not null, "from_day" date not null, "until_day" date null, "set_by" uuid not null, "set_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "price_item_company_code_idx" on "price_item" ("company_id", "code", "id")`,
  `alter table "price_item" add constraint "price_item_company_estate_code_day_key" unique nulls not distinct ("company_id", "estate_id", "code", "from_day")`,
  `alter table "price_item" add constraint "price_item_kind_check" check ("kind" in (${PRICE_KINDS}))`,
  `alter table "price_item" add constraint "price_item_currency_check" check ("currency" in (${CURRENCIES}))`,
  `create table "quotation" ("company_id" uuid not null, "id" uuid not null, "ticket_id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "number" int not null, "state" text not null, "currency" text not null, "labour_minor" bigint not null, "parts_minor" bigint not null, "total_minor" bigint not null, "quoted_by" uuid not null, "quoted_at" timestamptz not null, "answered_at" timestamptz null, "answered_kind" text null, "answered_by" uuid null, "mode" text null, "attachment_id" uuid null, primary key ("company_id", "id"))`,
  `alter table "quotation" add constraint "quotation_company_ticket_number_key" unique ("company_id", "ticket_id", "number")`,
  `alter table "quotation" add constraint "quotation_state_check" check ("state" in (${list(['OFFERED', 'ACCEPTED', 'DECLINED', 'SUPERSEDED'])}))`,
  `alter table "quotation" add constraint "quotation_currency_check" check ("currency" in (${CURRENCIES}))`,
  `alter table "quotation" add constraint "quotation_answered_kind_check" check ("answered_kind" in (${list(['STAFF', 'RESIDENT'])}))`,
  `alter table "quotation" add constraint "quotation_mode_check" check ("mode" in (${list(['APP', 'SIGNED', 'BY_WORD'])}))`,
  `create table "quotation_line" ("company_id" uuid not null, "quotation_id" uuid not null, "position" int not null, "ticket_id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "kind" text not null, "code" text null, "name" text not null, "unit" text not null, "quantity_milli" bigint not null, "price_minor" bigint not null, "amount_minor" bigint not null, primary key ("company_id", "quotation_id", "position"))`,
  `create index "quotation_line_company_ticket_idx" on "quotation_line" ("company_id", "ticket_id")`,
  `alter table "quotation_line" add constraint "quotation_line_kind_check" check ("kind" in (${PRICE_KINDS}))`,
  `create table "repair_part" ("company_id" uuid not null, "ticket_id" uuid not null, "visit_number" int not null, "position" int not null, "estate_id" uuid not null, "occupancy_id" uuid null, "code" text null, "name" text not null, "unit" text not null, "quantity_milli" bigint not null, "price_minor" bigint null, "amount_minor" bigint null, "currency" text null, primary key ("company_id", "ticket_id", "visit_number", "position"))`,
  `create index "repair_part_company_code_idx" on "repair_part" ("company_id", "code", "ticket_id")`,
  `alter table "repair_part" add constraint "repair_part_currency_check" check ("currency" in (${CURRENCIES}))`,
];

const key = (table: string, name: string, columns: string, target: string): string =>
  `alter table ${table} add constraint ${table}_${name}_fkey foreign key (company_id, ${columns}) references ${target} (company_id, id)`;

const FOREIGN_KEYS = [
  key('price_item', 'estate', 'estate_id', 'estate'),
  key('price_item', 'staff', 'set_by', 'staff'),
  key('quotation', 'ticket', 'ticket_id', 'ticket'),
  key('quotation', 'estate', 'estate_id', 'estate'),
  key('quotation', 'occupancy', 'occupancy_id', 'occupancy'),
  key('quotation', 'staff', 'quoted_by', 'staff'),
  key('quotation', 'attachment', 'attachment_id', 'attachment'),
  key('quotation_line', 'quotation', 'quotation_id', 'quotation'),
  key('quotation_line', 'ticket', 'ticket_id', 'ticket'),
  key('quotation_line', 'estate', 'estate_id', 'estate'),
  key('quotation_line', 'occupancy', 'occupancy_id', 'occupancy'),
  key('repair_part', 'ticket', 'ticket_id', 'ticket'),
  key('repair_part', 'estate', 'estate_id', 'estate'),
  key('repair_part', 'occupancy', 'occupancy_id', 'occupancy'),
];

const FENCE = [
  ...fenceOf('price_item', 'COMPANY_TOO_AND_RESIDENTS'),
  ...fenceOf('quotation', 'RESIDENT_WRITES'),
  ...fenceOf('quotation_line', 'RESIDENT_READS'),
  ...fenceOf('repair_part', 'RESIDENT_READS'),
];
