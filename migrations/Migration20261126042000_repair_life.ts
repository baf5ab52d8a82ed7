import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: a repair is not always done at once. Another time is agreed with the customer, a visit ends unfinished, orders
 * change hands and several people work on one: visits and who worked on them are rows, and the agreed time stands on the
 * ticket.
 */
export class Migration20261126042000_repair_life extends Migration {
  override up(): void {
    for (const statement of [...TICKET, ...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    for (const table of TABLES_OF_KINDS) this.addSql(addWords(table, 'kind', KINDS));
  }

  override down(): void {
    for (const table of [...TABLES_OF_KINDS].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${list(KINDS)})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
    this.addSql('drop table if exists "repair_worker"');
    this.addSql('drop table if exists "repair_visit"');
    for (const column of ['schedule_reason', 'scheduled_until', 'scheduled_from'])
      this.addSql(`alter table ticket drop column "${column}"`);
  }
}

const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['REPAIR_SCHEDULED', 'REPAIR_CARRIED_OVER', 'REPAIR_HANDED_OVER', 'REPAIR_CALLED_OFF'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TICKET = [
  'alter table "ticket" add column "scheduled_from" timestamptz null, add column "scheduled_until" timestamptz null, add column "schedule_reason" text null',
  `alter table "ticket" add constraint "ticket_schedule_reason_check" check ("schedule_reason" in (${list(['TECHNICIANS_SHORT', 'CUSTOMER_OUT', 'CUSTOMER_WISH', 'CONTINUATION'])}))`,
];

const TABLES = [
  `create table "repair_visit" ("company_id" uuid not null, "ticket_id" uuid not null, "number" int not null, "estate_id" uuid not null, "occupancy_id" uuid null, "arrived_at" timestamptz not null, "left_at" timestamptz null, "outcome" text null, primary key ("company_id", "ticket_id", "number"))`,
  `create index "repair_visit_company_estate_idx" on "repair_visit" ("company_id", "estate_id", "arrived_at")`,
  `alter table "repair_visit" add constraint "repair_visit_outcome_check" check ("outcome" in (${list(['FIXED', 'NOT_FINISHED', 'NO_ACCESS', 'PARTS_AWAITED', 'QUOTE_NEEDED', 'OUT_OF_SCOPE', 'PASSED_TO_DEVELOPER'])}))`,
  `alter table "repair_visit" add constraint "repair_visit_ended_with_outcome" check ((left_at is null) = (outcome is null))`,
  `create table "repair_worker" ("company_id" uuid not null, "ticket_id" uuid not null, "visit_number" int not null, "staff_id" uuid not null, "estate_id" uuid not null, "helps" boolean not null, primary key ("company_id", "ticket_id", "visit_number", "staff_id"))`,
  `create index "repair_worker_company_staff_idx" on "repair_worker" ("company_id", "staff_id", "ticket_id")`,
];

const FOREIGN_KEYS = [
  `alter table repair_visit add constraint repair_visit_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table repair_visit add constraint repair_visit_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table repair_visit add constraint repair_visit_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
  `alter table repair_worker add constraint repair_worker_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table repair_worker add constraint repair_worker_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
  `alter table repair_worker add constraint repair_worker_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
];

const FENCE = [...fenceOf('repair_visit', 'RESIDENT_READS'), ...fenceOf('repair_worker', 'STAFF')];
