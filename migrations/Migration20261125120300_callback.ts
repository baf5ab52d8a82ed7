import { Migration } from '@mikro-orm/migrations';

/**
 * Why: a callback is a row: who tried, when, how, and what the customer said; attempted and reached are two figures.
 */
export class Migration20261125120300_callback extends Migration {
  override up(): void {
    this.addSql(
      'alter table "ticket" add column "returned_at" timestamptz null, add column "called_back_at" timestamptz null',
    );
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "callback"');
    this.addSql('alter table "ticket" drop column if exists "returned_at", drop column if exists "called_back_at"');
  }
}

const TABLES = [
  `create table "callback" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "ticket_id" uuid not null, "staff_id" uuid not null, "mode" text not null, "outcome" text not null, "solved" boolean null, "satisfaction" text null, "answer" text null, "called_at" timestamptz not null, "flaw" text null, "in_quiet_hours" boolean not null, "quiet_hours_reason" text null, primary key ("company_id", "id"))`,
  `create index "callback_company_ticket_idx" on "callback" ("company_id", "ticket_id", "called_at", "id")`,
  `create index "callback_company_estate_idx" on "callback" ("company_id", "estate_id", "called_at", "id")`,
  `alter table "callback" add constraint "callback_mode_check" check ("mode" in ('TELEPHONE', 'FACE_TO_FACE'))`,
  `alter table "callback" add constraint "callback_outcome_check" check ("outcome" in ('REACHED', 'NOT_REACHED', 'WRONG_NUMBER', 'REFUSED'))`,
  `alter table "callback" add constraint "callback_flaw_check" check ("flaw" in ('EARLY', 'OTHER_MODE', 'OTHER_POST'))`,
  `alter table "callback" add constraint "callback_satisfaction_check" check ("satisfaction" in ('VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'))`,
];

const FOREIGN_KEYS = [
  `alter table callback add constraint callback_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table callback add constraint callback_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table callback add constraint callback_staff_fkey foreign key (company_id, staff_id) references staff (company_id, id)`,
];

const FENCE = [
  `alter table "callback" enable row level security`,
  `alter table "callback" force row level security`,
  `create policy "callback_api" on "callback" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "callback_owner" on "callback" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on callback to guanjia_api`];
