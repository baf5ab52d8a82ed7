import { Migration } from '@mikro-orm/migrations';

/**
 * Why: whoever works from the same lists every day names them once: what they show and in which order. A list is its
 * owner's alone.
 */
export class Migration20261126050300_ticket_views extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FENCE]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "ticket_view"');
  }
}

const TABLES = [
  `create table "ticket_view" ("company_id" uuid not null, "id" uuid not null, "owner_id" uuid not null, "name" text not null, "filter" jsonb not null, "order_by" text not null, "changed_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "ticket_view" add constraint "ticket_view_company_owner_name_key" unique ("company_id", "owner_id", "name")`,
  `alter table "ticket_view" add constraint "ticket_view_order_by_check" check ("order_by" in ('REPORTED_AT_DESC', 'REPORTED_AT_ASC', 'CLOSED_AT_DESC', 'CLOSED_AT_ASC'))`,
  `alter table ticket_view add constraint ticket_view_company_fkey foreign key (company_id) references company (id)`,
];

const OWN = `company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (owner_id = (select nullif(current_setting('app.subject', true), '')::uuid) or (select nullif(current_setting('app.house', true), '')) = 'on')`;

const FENCE = [
  `alter table "ticket_view" enable row level security`,
  `alter table "ticket_view" force row level security`,
  `create policy "ticket_view_api" on "ticket_view" to "guanjia_api" using (${OWN}) with check (${OWN})`,
  `create policy "ticket_view_owner" on "ticket_view" to "guanjia_owner" using (true) with check (true)`,
  `grant select, insert, update, delete on ticket_view to guanjia_api`,
];
