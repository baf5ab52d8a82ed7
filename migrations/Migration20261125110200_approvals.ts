import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what one person has prepared is reviewed and approved by others. Approvals with every step taken, proposals of policy
 * changes as they were submitted, and who stands in for whom within dates. Steps and proposals are never altered; a policy
 * version says on which approval it rests.
 */
export class Migration20261125110200_approvals extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('alter table "policy_version" drop column "approval_id"');
    for (const table of ['policy_proposal', 'approval_decision', 'approval', 'deputy'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const TABLES = [
  `alter table "policy_version" add column "approval_id" uuid null`,
  `create table "approval" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "subject_kind" text not null, "subject_id" uuid not null, "state" text not null, "awaited_action" text null, "round" int not null, "prepared_by" uuid not null, "prepared_at" timestamptz not null, "decided_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "approval_company_prepared_idx" on "approval" ("company_id", "prepared_at", "id")`,
  `create index "approval_company_estate_idx" on "approval" ("company_id", "estate_id", "prepared_at", "id")`,
  `create index "approval_company_awaited_idx" on "approval" ("company_id", "awaited_action", "prepared_at", "id")`,
  `create index "approval_company_preparer_idx" on "approval" ("company_id", "prepared_by", "prepared_at", "id")`,
  `alter table "approval" add constraint "approval_subject_kind_check" check ("subject_kind" in ('POLICY_CHANGE'))`,
  `alter table "approval" add constraint "approval_state_check" check ("state" in ('IN_REVIEW', 'IN_APPROVAL', 'SENT_BACK', 'APPROVED', 'WITHDRAWN'))`,
  `create table "approval_decision" ("company_id" uuid not null, "id" uuid not null, "approval_id" uuid not null, "estate_id" uuid null, "version" int not null, "round" int not null, "verdict" text not null, "subject_id" uuid not null, "decided_by" uuid not null, "on_behalf_of" uuid null, "reason" text null, "decided_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "approval_decision" add constraint "approval_decision_company_approval_version_key" unique ("company_id", "approval_id", "version")`,
  `alter table "approval_decision" add constraint "approval_decision_verdict_check" check ("verdict" in ('SUBMITTED', 'REVIEWED', 'APPROVED', 'SENT_BACK', 'WITHDRAWN'))`,
  `create table "deputy" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "absent_id" uuid not null, "role" text not null, "staff_id" uuid not null, "from_day" date not null, "until_day" date not null, "named_by" uuid not null, "named_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "deputy_company_staff_idx" on "deputy" ("company_id", "staff_id")`,
  `create index "deputy_company_absent_idx" on "deputy" ("company_id", "absent_id", "role")`,
  `create index "deputy_company_estate_idx" on "deputy" ("company_id", "estate_id", "from_day", "id")`,
  `alter table "deputy" add constraint "deputy_role_check" check ("role" in ('COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER', 'ESTATE_MANAGER', 'SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'STEWARD', 'ASSISTANT_STEWARD', 'FRONT_DESK', 'CASHIER', 'TREASURER', 'ACCOUNTANT', 'ENGINEERING_HEAD', 'TECHNICIAN', 'SECURITY', 'CLEANING_HEAD', 'CONTROL_ROOM', 'DOCUMENT_CONTROLLER'))`,
  `create table "policy_proposal" ("company_id" uuid not null, "id" uuid not null, "key" text not null, "estate_id" uuid null, "effective_from" date not null, "value" jsonb null, "estates_may_override" boolean not null, "reason" text not null, "proposed_at" timestamptz not null, primary key ("company_id", "id"))`,
];

const FOREIGN_KEYS = [
  `alter table deputy add constraint deputy_company_fkey foreign key (company_id) references company (id)`,
  `alter table deputy add constraint deputy_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table deputy add constraint deputy_absent_fkey foreign key (company_id, absent_id) references staff (company_id, id)`,
  `alter table deputy add constraint deputy_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
  `alter table deputy add constraint deputy_named_by_fkey foreign key (company_id, named_by) references staff (company_id, id)`,
  `alter table approval add constraint approval_company_fkey foreign key (company_id) references company (id)`,
  `alter table approval add constraint approval_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table approval add constraint approval_preparer_fkey foreign key (company_id, prepared_by) references staff (company_id, id)`,
  `alter table approval_decision add constraint approval_decision_approval_fkey foreign key (company_id, approval_id) references approval (company_id, id)`,
  `alter table approval_decision add constraint approval_decision_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table approval_decision add constraint approval_decision_decider_fkey foreign key (company_id, decided_by) references staff (company_id, id)`,
  `alter table approval_decision add constraint approval_decision_absent_fkey foreign key (company_id, on_behalf_of) references staff (company_id, id)`,
  `alter table policy_proposal add constraint policy_proposal_company_fkey foreign key (company_id) references company (id)`,
  `alter table policy_proposal add constraint policy_proposal_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table policy_version add constraint policy_version_approval_fkey foreign key (company_id, approval_id) references approval (company_id, id)`,
];

const FENCE = [
  `alter table "approval" enable row level security`,
  `alter table "approval" force row level security`,
  `create policy "approval_api" on "approval" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "approval_read" on "approval" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "approval_owner" on "approval" to "guanjia_owner" using (true) with check (true)`,
  `alter table "approval_decision" enable row level security`,
  `alter table "approval_decision" force row level security`,
  `create policy "approval_decision_api" on "approval_decision" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "approval_decision_read" on "approval_decision" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "approval_decision_owner" on "approval_decision" to "guanjia_owner" using (true) with check (true)`,
  `alter table "deputy" enable row level security`,
  `alter table "deputy" force row level security`,
  `create policy "deputy_api" on "deputy" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "deputy_read" on "deputy" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "deputy_owner" on "deputy" to "guanjia_owner" using (true) with check (true)`,
  `alter table "policy_proposal" enable row level security`,
  `alter table "policy_proposal" force row level security`,
  `create policy "policy_proposal_api" on "policy_proposal" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "policy_proposal_read" on "policy_proposal" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "policy_proposal_owner" on "policy_proposal" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [
  `grant select, insert, update on deputy, approval to guanjia_api`,
  `grant select, insert on approval_decision, policy_proposal to guanjia_api`,
];
