import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: every household is visited in turn. Cycles with their seeds, what each month owed and drew, the visits, and what
 * customers said on them. The database itself lets nobody be drawn twice in a cycle.
 */
export class Migration20261127100000_owner_visits extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'subject_kind', SUBJECTS));
  }

  override down(): void {
    this.addSql(`delete from "obligation" where subject_kind in (${list(SUBJECTS)})`);
    this.addSql(removeWords('obligation', 'subject_kind', SUBJECTS));
    for (const table of ['visit_item', 'owner_visit', 'visit_month', 'visit_cycle'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const SUBJECTS = ['OWNER_VISIT', 'VISIT_MONTH'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const ROLES = list([
  'COMPANY_ADMIN',
  'COMPANY_LEADER',
  'QUALITY_OFFICER',
  'FINANCE_OFFICER',
  'ESTATE_MANAGER',
  'SERVICE_MANAGER',
  'SERVICE_SUPERVISOR',
  'STEWARD',
  'ASSISTANT_STEWARD',
  'FRONT_DESK',
  'CASHIER',
  'TREASURER',
  'ACCOUNTANT',
  'ENGINEERING_HEAD',
  'TECHNICIAN',
  'SECURITY',
  'CLEANING_HEAD',
  'CONTROL_ROOM',
  'DOCUMENT_CONTROLLER',
]);
const SATISFACTIONS = ['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'];
const TOPICS = [
  'SECURITY',
  'CLEANING',
  'LANDSCAPING',
  'REPAIR_SERVICE',
  'LEISURE_FACILITIES',
  'STAFF_ABILITY',
  'CONVENIENCE_SERVICES',
  'COMMUNITY_CULTURE',
  'MEETING_NEEDS',
  'SPECIAL_DIFFICULTY',
  'OTHER',
];
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const roles = (column: string): string =>
  `alter table "owner_visit" add constraint "owner_visit_${column}_check" check ("${column}" in (${ROLES}))`;

const TABLES = [
  `create table "visit_cycle" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "number" int not null, "seed" text not null, "started_at" timestamptz not null, "ended_at" timestamptz null, primary key ("company_id", "id"))`,
  `alter table "visit_cycle" add constraint "visit_cycle_company_estate_number_key" unique ("company_id", "estate_id", "number")`,
  `create table "visit_month" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "month" date not null, "households" int not null, "occupied" int not null, "percent" int not null, "required" int not null, "by_manager" int not null, "by_supervisor" int not null, "carried" int not null, "drawn" int not null, "drawn_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "visit_month" add constraint "visit_month_company_estate_month_key" unique ("company_id", "estate_id", "month")`,
  `create index "visit_month_company_month_idx" on "visit_month" ("company_id", "month", "id")`,
  `create table "owner_visit" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "unit_id" uuid not null, "customer_id" uuid null, "occupancy_id" uuid null, "cycle_id" uuid not null, "organiser" text not null, "stage" text not null, "sampled" boolean not null, "drawn_month" date null, "assigned_post" text null, "mode" text null, "visitor_id" uuid null, "visitor_post" text null, "appointment_at" timestamptz null, "appointed_at" timestamptz null, "visited_at" timestamptz null, "in_quiet_hours" boolean not null, "quiet_hours_reason" text null, "unannounced" boolean not null, "repeated" boolean not null, "by_other_post" boolean not null, "counts" boolean not null, "signature" text null, "satisfaction" text null, "submitted_at" timestamptz null, "reviewed_at" timestamptz null, "reviewed_by_id" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  words('owner_visit', 'organiser', ['ESTATE', 'COMPANY']),
  words('owner_visit', 'stage', ['SAMPLED', 'APPOINTED', 'RECORDED', 'SUBMITTED', 'REVIEWED', 'DROPPED']),
  words('owner_visit', 'mode', ['HOME', 'OFFICE', 'OUTDOORS', 'TELEPHONE', 'OTHER']),
  words('owner_visit', 'signature', ['SIGNED', 'REFUSED', 'NOT_ASKED']),
  words('owner_visit', 'satisfaction', SATISFACTIONS),
  roles('assigned_post'),
  roles('visitor_post'),
  `alter table "owner_visit" add constraint "owner_visit_took_place" check ((visited_at is null) = (stage in ('SAMPLED', 'APPOINTED', 'DROPPED')))`,
  `create index "owner_visit_company_estate_visited_idx" on "owner_visit" ("company_id", "estate_id", "visited_at", "id")`,
  `create index "owner_visit_company_stage_idx" on "owner_visit" ("company_id", "estate_id", "stage", "id")`,
  `create index "owner_visit_company_unit_idx" on "owner_visit" ("company_id", "unit_id", "id")`,
  `create index "owner_visit_company_customer_idx" on "owner_visit" ("company_id", "customer_id", "id")`,
  `create index "owner_visit_company_cycle_idx" on "owner_visit" ("company_id", "cycle_id", "unit_id")`,
  `create unique index "owner_visit_company_once_a_cycle_key" on "owner_visit" ("company_id", "cycle_id", "unit_id") where sampled and stage <> 'DROPPED'`,
  `create table "visit_item" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "visit_id" uuid not null, "occupancy_id" uuid null, "position" int not null, "topic" text not null, "kind" text not null, "text" text not null, "satisfaction" text null, "feedback_owed" boolean not null, "ticket_id" uuid null, primary key ("company_id", "id"))`,
  `alter table "visit_item" add constraint "visit_item_company_visit_position_key" unique ("company_id", "visit_id", "position")`,
  words('visit_item', 'topic', TOPICS),
  words('visit_item', 'kind', ['OPINION', 'SUGGESTION', 'REQUEST', 'NEED', 'COMPLAINT']),
  words('visit_item', 'satisfaction', SATISFACTIONS),
  `create index "visit_item_company_estate_idx" on "visit_item" ("company_id", "estate_id", "id")`,
  `create index "visit_item_company_ticket_idx" on "visit_item" ("company_id", "ticket_id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...['visit_cycle', 'visit_month', 'owner_visit', 'visit_item'].map((table) =>
    key(table, 'estate', 'estate_id', 'estate'),
  ),
  key('owner_visit', 'unit', 'unit_id', 'unit'),
  key('owner_visit', 'customer', 'customer_id', 'customer'),
  key('owner_visit', 'occupancy', 'occupancy_id', 'occupancy'),
  key('owner_visit', 'cycle', 'cycle_id', 'visit_cycle'),
  key('owner_visit', 'visitor', 'visitor_id', 'staff'),
  key('owner_visit', 'reviewer', 'reviewed_by_id', 'staff'),
  key('visit_item', 'visit', 'visit_id', 'owner_visit'),
  key('visit_item', 'occupancy', 'occupancy_id', 'occupancy'),
  key('visit_item', 'ticket', 'ticket_id', 'ticket'),
];

const FENCE = [
  ...fenceOf('visit_cycle', 'STAFF'),
  ...fenceOf('visit_month', 'STAFF'),
  ...fenceOf('owner_visit', 'RESIDENT_READS'),
  ...fenceOf('visit_item', 'RESIDENT_READS'),
];
