import { Migration } from '@mikro-orm/migrations';

/**
 * Why: companies bring their places and people along, from files that come again. What a row of another system became
 * here is kept by its reference, so that a repeated import changes only what differs.
 */
export class Migration20261125140100_import_references extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "import_reference"');
  }
}

const STATEMENTS = [
  `create table "import_reference" ("company_id" uuid not null, "kind" text not null, "source" text not null, "reference" text not null, "subject_id" uuid not null, "estate_id" uuid null, "hash" text not null, "imported_at" timestamptz not null, primary key ("company_id", "kind", "source", "reference"))`,
  `alter table "import_reference" add constraint "import_reference_kind_check" check ("kind" in ('UNIT', 'CUSTOMER', 'OCCUPANCY', 'STAFF'))`,
  `alter table import_reference add constraint import_reference_company_fkey foreign key (company_id) references company (id)`,
  `alter table import_reference add constraint import_reference_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table "import_reference" enable row level security`,
  `alter table "import_reference" force row level security`,
  `create policy "import_reference_api" on "import_reference" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "import_reference_read" on "import_reference" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "import_reference_owner" on "import_reference" to "guanjia_owner" using (true) with check (true)`,
  `grant select, insert, update, delete on import_reference to guanjia_api`,
];
