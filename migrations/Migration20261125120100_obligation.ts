import { Migration } from '@mikro-orm/migrations';

/**
 * Why: everything that somebody owes by a time is one kind of row with dated facts, so that what was due and what was done
 * on any day can be counted.
 */
export class Migration20261125120100_obligation extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "obligation"');
  }
}

const TABLES = [
  `create table "obligation" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "kind" text not null, "subject_kind" text not null, "subject_id" uuid not null, "owner_id" uuid null, "owner_post" text null, "state" text not null, "owed_since" timestamptz not null, "due_at" timestamptz not null, "missed_at" timestamptz null, "settled_at" timestamptz null, "settled_by_id" uuid null, "waive_reason" text null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "obligation_company_estate_due_idx" on "obligation" ("company_id", "estate_id", "state", "due_at", "id")`,
  `create index "obligation_company_due_idx" on "obligation" ("company_id", "state", "due_at", "id")`,
  `create index "obligation_company_owner_idx" on "obligation" ("company_id", "owner_id", "state", "due_at", "id")`,
  `create index "obligation_company_subject_idx" on "obligation" ("company_id", "subject_id", "due_at", "id")`,
  `alter table "obligation" add constraint "obligation_one_owner" check ((owner_id is null) <> (owner_post is null))`,
  `alter table "obligation" add constraint "obligation_kind_check" check ("kind" in ('CALLBACK', 'CARE_CHECK', 'OWNER_VISIT', 'VISIT_RECORD', 'VISIT_SUMMARY', 'SUMMARY_REVIEW', 'COMPLAINT_REPLY', 'JUDGEMENT', 'NOTICE_DELIVERY', 'NOTICE_WITHDRAWAL', 'REPAIR_ANALYSIS', 'STAFF_REPLY', 'ESCALATION_ANSWER', 'CASH_HANDOVER', 'DEPOSIT_REFUND'))`,
  `alter table "obligation" add constraint "obligation_subject_kind_check" check ("subject_kind" in ('COMPANY', 'ESTATE', 'UNIT', 'CUSTOMER', 'TICKET', 'CARE_MARK'))`,
  `alter table "obligation" add constraint "obligation_owner_post_check" check ("owner_post" in ('COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER', 'ESTATE_MANAGER', 'SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'STEWARD', 'ASSISTANT_STEWARD', 'FRONT_DESK', 'CASHIER', 'TREASURER', 'ACCOUNTANT', 'ENGINEERING_HEAD', 'TECHNICIAN', 'SECURITY', 'CLEANING_HEAD', 'CONTROL_ROOM', 'DOCUMENT_CONTROLLER'))`,
  `alter table "obligation" add constraint "obligation_state_check" check ("state" in ('OPEN', 'MISSED', 'FULFILLED', 'FULFILLED_LATE', 'WAIVED', 'LAPSED'))`,
];

const FOREIGN_KEYS = [
  `alter table obligation add constraint obligation_company_fkey foreign key (company_id) references company (id)`,
  `alter table obligation add constraint obligation_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table obligation add constraint obligation_owner_fkey foreign key (company_id, owner_id) references staff (company_id, id)`,
  `alter table obligation add constraint obligation_settled_by_fkey foreign key (company_id, settled_by_id) references staff (company_id, id)`,
];

const FENCE = [
  `alter table "obligation" enable row level security`,
  `alter table "obligation" force row level security`,
  `create policy "obligation_api" on "obligation" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "obligation_read" on "obligation" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "obligation_owner" on "obligation" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on obligation to guanjia_api`];
