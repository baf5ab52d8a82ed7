import { Migration } from '@mikro-orm/migrations';

/**
 * Why: customers complain, and somebody answers. The handling part of complaints, notes on tickets of any kind, and on
 * the ticket who has it in hand, how grave it is, and when the customer was promised to hear next.
 */
export class Migration20261125180000_complaints extends Migration {
  override up(): void {
    for (const statement of [...TICKET, ...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "complaint"');
    this.addSql('drop table if exists "ticket_note"');
    this.addSql(`delete from ticket where kind = 'COMPLAINT'`);
    this.addSql('alter table ticket alter column urgency set not null');
    this.addSql('alter table ticket drop constraint "ticket_stage_check"');
    this.addSql(stageCheck(REPAIR_STAGES));
    for (const column of ['complaint_class', 'department_id', 'against_staff_id', 'reopenings', 'next_reply_due_at'])
      this.addSql(`alter table ticket drop column "${column}"`);
  }
}

const REPAIR_STAGES = [
  'REPORTED',
  'FORWARDED',
  'ACCEPTED',
  'SCHEDULED',
  'ON_SITE',
  'COMPLETED',
  'CARRIED_OVER',
  'SIGNED',
  'RETURNED',
  'CALLED_BACK',
  'CLOSED',
  'DECLINED',
  'CANCELLED',
];
const COMPLAINT_STAGES = [
  'RECORDED',
  'WITH_DEPARTMENT',
  'RECTIFIED',
  'DEPARTMENT_REPORTED',
  'REPLIED',
  'CALLED_BACK',
  'CLOSED',
  'EXPLAINED',
  'CANCELLED',
];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const stageCheck = (stages: readonly string[]): string =>
  `alter table "ticket" add constraint "ticket_stage_check" check ("stage" in (${list(stages)}))`;
const ofItsKind =
  `(kind <> 'REPAIR' or stage in (${list(REPAIR_STAGES)})) and (kind <> 'COMPLAINT' or stage in (${list(COMPLAINT_STAGES)})) ` +
  `and (kind = 'REPAIR') = (urgency is not null) and (kind = 'COMPLAINT') = (complaint_class is not null)`;
const CLASSES = list(['GENERAL', 'IMPORTANT', 'MAJOR']);
const ACTORS = list(['STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM']);

const TICKET = [
  'alter table "ticket" alter column "urgency" drop not null',
  'alter table "ticket" add column "complaint_class" text null, add column "department_id" uuid null, add column "against_staff_id" uuid null, add column "reopenings" int not null default 0, add column "next_reply_due_at" timestamptz null',
  'alter table "ticket" drop constraint "ticket_stage_check"',
  stageCheck([...new Set([...REPAIR_STAGES, ...COMPLAINT_STAGES])]),
  `alter table "ticket" add constraint "ticket_complaint_class_check" check ("complaint_class" in (${CLASSES}))`,
  `alter table "ticket" add constraint "ticket_of_its_kind" check (${ofItsKind})`,
  'create index "ticket_company_class_idx" on "ticket" ("company_id", "complaint_class", "reported_at", "id")',
  'create index "ticket_company_assignee_idx" on "ticket" ("company_id", "assignee_id", "reported_at", "id")',
  'create index "ticket_company_department_idx" on "ticket" ("company_id", "department_id", "reported_at", "id")',
];

const TABLES = [
  `create table "ticket_note" ("company_id" uuid not null, "id" uuid not null, "ticket_id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "kind" text not null, "visibility" text not null, "text" text not null, "author_kind" text not null, "author_id" uuid null, "written_at" timestamptz not null, primary key ("company_id", "id"))`,
  `create index "ticket_note_company_ticket_idx" on "ticket_note" ("company_id", "ticket_id", "written_at", "id")`,
  `alter table "ticket_note" add constraint "ticket_note_kind_check" check ("kind" in (${list(['NOTE', 'INTERIM_REPLY', 'FINAL_REPLY', 'RECTIFICATION', 'DECISION'])}))`,
  `alter table "ticket_note" add constraint "ticket_note_visibility_check" check ("visibility" in (${list(['INTERNAL', 'CUSTOMER'])}))`,
  `alter table "ticket_note" add constraint "ticket_note_author_kind_check" check ("author_kind" in (${ACTORS}))`,
  `create table "complaint" ("company_id" uuid not null, "ticket_id" uuid not null, "estate_id" uuid not null, "occupancy_id" uuid null, "class_at_receipt" text not null, "class_set_at" timestamptz not null, "company_at_fault" boolean not null, "ground" text null, "contacts" int not null, "about" text not null, "rectified_at" timestamptz null, "department_reported_at" timestamptz null, "first_reply_at" timestamptz null, "replied_at" timestamptz null, "reply_mode" text null, "called_back_at" timestamptz null, "substantiated" boolean null, "judged_at" timestamptz null, "judged_by" uuid null, primary key ("company_id", "ticket_id"))`,
  `alter table "complaint" add constraint "complaint_class_at_receipt_check" check ("class_at_receipt" in (${CLASSES}))`,
  `alter table "complaint" add constraint "complaint_ground_check" check ("ground" in (${list(['PROMISE_BROKEN_REPEATEDLY', 'SERIOUS_LOSS_OR_INJURY', 'UNSOLVED_FOR_A_MONTH'])}))`,
  `alter table "complaint" add constraint "complaint_about_check" check ("about" in (${list(['OTHER', 'SERVICE_DEPARTMENT', 'ESTATE_MANAGER'])}))`,
  `alter table "complaint" add constraint "complaint_reply_mode_check" check ("reply_mode" in (${list(['TELEPHONE', 'FACE_TO_FACE', 'IN_WRITING', 'MESSAGE'])}))`,
];

const FOREIGN_KEYS = [
  `alter table ticket add constraint ticket_department_fkey foreign key (company_id, department_id) references department (company_id, id)`,
  `alter table ticket add constraint ticket_against_staff_fkey foreign key (company_id, against_staff_id) references staff (company_id, id)`,
  `alter table ticket_note add constraint ticket_note_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table ticket_note add constraint ticket_note_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table ticket_note add constraint ticket_note_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
  `alter table complaint add constraint complaint_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table complaint add constraint complaint_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table complaint add constraint complaint_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
  `alter table complaint add constraint complaint_judge_fkey foreign key (company_id, judged_by) references staff (company_id, id)`,
];

const setting = (name: string): string => `(select nullif(current_setting('app.${name}', true), ''))`;
const COMPANY = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const STAFF = `(${setting('audience')} = 'staff' and (${setting('all_estates')} = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))`;
const RESIDENT = `(${setting('audience')} = 'resident' and occupancy_id = any (coalesce((select nullif(current_setting('app.occupancies', true), '')::uuid[]), '{}'::uuid[]))`;

const fenceOf = (table: string, and: string): string[] => [
  `alter table "${table}" enable row level security`,
  `alter table "${table}" force row level security`,
  `create policy "${table}_api" on "${table}" to "guanjia_api" using (${COMPANY} and (${STAFF} or ${RESIDENT}${and}))) with check (${COMPANY} and (${STAFF} or ${RESIDENT}${and})))`,
  `create policy "${table}_read" on "${table}" for select to "guanjia_api" using (${COMPANY} and ${RESIDENT}${and}))`,
  `create policy "${table}_owner" on "${table}" to "guanjia_owner" using (true) with check (true)`,
];

const FENCE = [...fenceOf('ticket_note', ` and visibility = 'CUSTOMER'`), ...fenceOf('complaint', '')];

const GRANTS = ['grant select, insert, update, delete on ticket_note, complaint to guanjia_api'];
