import { Migration } from '@mikro-orm/migrations';

/**
 * Why: who and what is looked after with special care is known wherever a ticket is taken, as the persons concerned have agreed.
 */
export class Migration20261125120200_care_mark extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "care_mark"');
  }
}

const TABLES = [
  `create table "care_mark" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "unit_id" uuid null, "customer_id" uuid null, "kind" text not null, "consent_by" text null, "consent_day" date null, "note" text null, "from_day" date not null, "until_day" date null, "check_every_days" int not null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "care_mark_company_estate_idx" on "care_mark" ("company_id", "estate_id", "from_day", "id")`,
  `create index "care_mark_company_unit_idx" on "care_mark" ("company_id", "unit_id")`,
  `create index "care_mark_company_customer_idx" on "care_mark" ("company_id", "customer_id")`,
  `alter table "care_mark" add constraint "care_mark_one_subject" check ((unit_id is null) <> (customer_id is null))`,
  `alter table "care_mark" add constraint "care_mark_kind_check" check ("kind" in ('ELDERLY_ALONE', 'DISABLED', 'POWER_DEPENDENT', 'SPECIAL_DIFFICULTY', 'IMPORTANT_CUSTOMER', 'KEY_SERVICE'))`,
  `alter table "care_mark" add constraint "care_mark_consent_by_check" check ("consent_by" in ('CUSTOMER', 'RELATIVE', 'GUARDIAN'))`,
];

const FOREIGN_KEYS = [
  `alter table care_mark add constraint care_mark_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table care_mark add constraint care_mark_unit_fkey foreign key (company_id, unit_id) references unit (company_id, id)`,
  `alter table care_mark add constraint care_mark_customer_fkey foreign key (company_id, customer_id) references customer (company_id, id)`,
];

const FENCE = [
  `alter table "care_mark" enable row level security`,
  `alter table "care_mark" force row level security`,
  `create policy "care_mark_api" on "care_mark" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "care_mark_owner" on "care_mark" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on care_mark to guanjia_api`];
