import { Migration } from '@mikro-orm/migrations';

/**
 * Why: each company works by its own rules and days. What it, or one of its estates, sets for a policy from a day on, and
 * which days it declares working or free. Both are followed by later versions and never altered, so that what was measured
 * by an earlier one stays true; the program may add rows and read them, nothing else.
 */
export class Migration20261125110000_calendar_and_policies extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['calendar_day', 'policy_version']) this.addSql(`drop table if exists "${table}"`);
  }
}

const TABLES = [
  `create table "calendar_day" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "day" date not null, "version" int not null, "working" boolean null, "name" text not null, "set_by" uuid not null, "set_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "calendar_day" add constraint "calendar_day_company_estate_day_version_key" unique nulls not distinct ("company_id", "estate_id", "day", "version")`,
  `create table "policy_version" ("company_id" uuid not null, "id" uuid not null, "key" text not null, "estate_id" uuid null, "version" int not null, "effective_from" date not null, "value" jsonb null, "estates_may_override" boolean not null, "reason" text not null, "set_by" uuid not null, "set_at" timestamptz not null, primary key ("company_id", "id"))`,
  `create index "policy_version_company_estate_idx" on "policy_version" ("company_id", "estate_id", "key", "version")`,
  `alter table "policy_version" add constraint "policy_version_company_key_estate_version_key" unique nulls not distinct ("company_id", "key", "estate_id", "version")`,
];

const FOREIGN_KEYS = [
  `alter table policy_version add constraint policy_version_company_fkey foreign key (company_id) references company (id)`,
  `alter table policy_version add constraint policy_version_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table policy_version add constraint policy_version_set_by_fkey foreign key (company_id, set_by) references staff (company_id, id)`,
  `alter table calendar_day add constraint calendar_day_company_fkey foreign key (company_id) references company (id)`,
  `alter table calendar_day add constraint calendar_day_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table calendar_day add constraint calendar_day_set_by_fkey foreign key (company_id, set_by) references staff (company_id, id)`,
];

const FENCE = [
  `alter table "calendar_day" enable row level security`,
  `alter table "calendar_day" force row level security`,
  `create policy "calendar_day_api" on "calendar_day" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "calendar_day_read" on "calendar_day" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null) or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and (estate_id is null or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))))`,
  `create policy "calendar_day_owner" on "calendar_day" to "guanjia_owner" using (true) with check (true)`,
  `alter table "policy_version" enable row level security`,
  `alter table "policy_version" force row level security`,
  `create policy "policy_version_api" on "policy_version" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "policy_version_read" on "policy_version" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null) or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and (estate_id is null or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))))`,
  `create policy "policy_version_owner" on "policy_version" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert on policy_version, calendar_day to guanjia_api`];
