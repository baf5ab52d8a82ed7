import { Migration } from '@mikro-orm/migrations';

/**
 * Why: who is told must never be nobody. Duties say who stands at a post when, and staff who no longer sign in are told
 * nothing, so that it is known of a person as well as of the login.
 */
export class Migration20261125120000_duty extends Migration {
  override up(): void {
    this.addSql('alter table "staff" add column "inactive_since" timestamptz null');
    this.addSql(
      'update staff s set inactive_since = a.disabled_at from account a where a.company_id = s.company_id and a.staff_id = s.id and a.disabled_at is not null',
    );
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "duty"');
    this.addSql('alter table "staff" drop column if exists "inactive_since"');
  }
}

const TABLES = [
  `create table "duty" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "staff_id" uuid not null, "post" text not null, "from_at" timestamptz not null, "until_at" timestamptz not null, "created_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "duty_company_estate_post_idx" on "duty" ("company_id", "estate_id", "post", "until_at")`,
  `create index "duty_company_from_idx" on "duty" ("company_id", "from_at", "id")`,
  `create index "duty_company_staff_idx" on "duty" ("company_id", "staff_id", "until_at")`,
  `alter table "duty" add constraint "duty_in_order" check (from_at <= until_at)`,
  `alter table "duty" add constraint "duty_post_check" check ("post" in ('COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER', 'ESTATE_MANAGER', 'SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'STEWARD', 'ASSISTANT_STEWARD', 'FRONT_DESK', 'CASHIER', 'TREASURER', 'ACCOUNTANT', 'ENGINEERING_HEAD', 'TECHNICIAN', 'SECURITY', 'CLEANING_HEAD', 'CONTROL_ROOM', 'DOCUMENT_CONTROLLER'))`,
];

const FOREIGN_KEYS = [
  `alter table duty add constraint duty_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table duty add constraint duty_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
];

const FENCE = [
  `alter table "duty" enable row level security`,
  `alter table "duty" force row level security`,
  `create policy "duty_api" on "duty" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "duty_read" on "duty" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "duty_owner" on "duty" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on duty to guanjia_api`];
