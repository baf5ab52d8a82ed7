import { Migration } from '@mikro-orm/migrations';

/** Why: companies write what people are told in their own words, in each language; what was in force before stays readable. */
export class Migration20261125160200_message_templates extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "message_template_version"');
  }
}

const TABLES = [
  `create table "message_template_version" ("company_id" uuid not null, "id" uuid not null, "kind" text not null, "language" text not null, "version" int not null, "title" text null, "body" text null, "created_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "message_template_version" add constraint "message_template_version_company_key" unique ("company_id", "kind", "language", "version")`,
  `alter table "message_template_version" add constraint "message_template_version_kind_check" check ("kind" in ('REPAIR_TAKEN', 'REPAIR_ASSIGNED', 'REPAIR_ON_SITE', 'REPAIR_DONE', 'REPAIR_CANCELLED', 'REPAIR_FORWARDED', 'WEBHOOK_DISABLED'))`,
  `alter table "message_template_version" add constraint "message_template_version_language_check" check ("language" in ('ZH_CN', 'EN'))`,
  `alter table message_template_version add constraint message_template_version_company_fkey foreign key (company_id) references company (id)`,
];

const FENCE = [
  `alter table "message_template_version" enable row level security`,
  `alter table "message_template_version" force row level security`,
  `create policy "message_template_version_api" on "message_template_version" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on')) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and (select nullif(current_setting('app.all_estates', true), '')) = 'on'))`,
  `create policy "message_template_version_read" on "message_template_version" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and true)))`,
  `create policy "message_template_version_owner" on "message_template_version" to "guanjia_owner" using (true) with check (true)`,
];

/** Words are superseded, never changed or deleted. */
const GRANTS = [`grant select, insert on message_template_version to guanjia_api`];
