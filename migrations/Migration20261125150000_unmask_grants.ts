import { Migration } from '@mikro-orm/migrations';

/**
 * Why: head office reads customers by name under a grant only: for a purpose, for a while, seen by the estate, every
 * reading logged by grant, subject and day.
 */
export class Migration20261125150000_unmask_grants extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of [
      `drop table if exists "unmask_read"`,
      `drop table if exists "unmask_grant_customer"`,
      `drop table if exists "unmask_grant"`,
    ])
      this.addSql(statement);
  }
}

const TABLES = [
  `create table "unmask_grant" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "staff_id" uuid not null, "purpose" text not null, "reason" text not null, "subject" text not null, "ticket_id" uuid null, "granted_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "revoked_by" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "unmask_grant_company_estate_idx" on "unmask_grant" ("company_id", "estate_id", "granted_at", "id")`,
  `create index "unmask_grant_company_granted_idx" on "unmask_grant" ("company_id", "granted_at", "id")`,
  `create index "unmask_grant_company_staff_idx" on "unmask_grant" ("company_id", "staff_id", "expires_at")`,
  `alter table "unmask_grant" add constraint "unmask_grant_of_its_subject" check ((subject = 'TICKET') = (ticket_id is not null))`,
  `alter table "unmask_grant" add constraint "unmask_grant_ends_later" check (expires_at > granted_at)`,
  `alter table "unmask_grant" add constraint "unmask_grant_purpose_check" check ("purpose" in ('COMPLAINT_REVIEW', 'QUALITY_CALLBACK', 'EMERGENCY', 'LEGAL_CLAIM', 'LAWFUL_REQUEST', 'DATA_CORRECTION'))`,
  `alter table "unmask_grant" add constraint "unmask_grant_subject_check" check ("subject" in ('CUSTOMERS', 'ESTATE', 'TICKET'))`,
  `create table "unmask_grant_customer" ("company_id" uuid not null, "grant_id" uuid not null, "customer_id" uuid not null, "estate_id" uuid not null, primary key ("company_id", "grant_id", "customer_id"))`,
  `create index "unmask_grant_customer_company_customer_idx" on "unmask_grant_customer" ("company_id", "customer_id")`,
  `create table "unmask_read" ("company_id" uuid not null, "grant_id" uuid not null, "day" date not null, "subject_kind" text not null, "subject_id" uuid not null, "estate_id" uuid not null, "operations" int not null, "first_at" timestamptz not null, "last_at" timestamptz not null, primary key ("company_id", "grant_id", "day", "subject_kind", "subject_id"))`,
  `create index "unmask_read_company_subject_idx" on "unmask_read" ("company_id", "subject_id", "day")`,
  `alter table "unmask_read" add constraint "unmask_read_subject_kind_check" check ("subject_kind" in ('CUSTOMER', 'TICKET'))`,
];

const FOREIGN_KEYS = [
  `alter table unmask_grant add constraint unmask_grant_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table unmask_grant add constraint unmask_grant_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
  `alter table unmask_grant add constraint unmask_grant_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table unmask_grant_customer add constraint unmask_grant_customer_grant_fkey foreign key (company_id, grant_id) references unmask_grant (company_id, id)`,
  `alter table unmask_grant_customer add constraint unmask_grant_customer_customer_fkey foreign key (company_id, customer_id) references customer (company_id, id)`,
  `alter table unmask_read add constraint unmask_read_grant_fkey foreign key (company_id, grant_id) references unmask_grant (company_id, id)`,
];

const FENCE = [
  `alter table "unmask_grant" enable row level security`,
  `alter table "unmask_grant" force row level security`,
  `create policy "unmask_grant_api" on "unmask_grant" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "unmask_grant_owner" on "unmask_grant" to "guanjia_owner" using (true) with check (true)`,
  `alter table "unmask_grant_customer" enable row level security`,
  `alter table "unmask_grant_customer" force row level security`,
  `create policy "unmask_grant_customer_api" on "unmask_grant_customer" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "unmask_grant_customer_owner" on "unmask_grant_customer" to "guanjia_owner" using (true) with check (true)`,
  `alter table "unmask_read" enable row level security`,
  `alter table "unmask_read" force row level security`,
  `create policy "unmask_read_api" on "unmask_read" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "unmask_read_owner" on "unmask_read" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [
  `grant select, insert, update on unmask_grant, unmask_read to guanjia_api`,
  `grant select, insert on unmask_grant_customer to guanjia_api`,
];
