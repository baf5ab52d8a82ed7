import { Migration } from '@mikro-orm/migrations';

/**
 * Why: people are told what concerns them: each a row of their own that nobody else reads, written in the transaction
 * that causes it.
 */
export class Migration20261125160000_notifications extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "notification"');
  }
}

const TABLES = [
  `create table "notification" ("company_id" uuid not null, "id" uuid not null, "recipient_id" uuid not null, "recipient_kind" text not null, "kind" text not null, "subject_kind" text not null, "subject_id" uuid not null, "estate_id" uuid null, "occupancy_id" uuid null, "telling_id" uuid not null, "occurred_at" timestamptz not null, "created_at" timestamptz not null, "read_at" timestamptz null, primary key ("company_id", "id"))`,
  `create index "notification_company_recipient_idx" on "notification" ("company_id", "recipient_id", "id")`,
  `create index "notification_company_unread_idx" on "notification" ("company_id", "recipient_id", "read_at", "id")`,
  `alter table "notification" add constraint "notification_company_telling_key" unique ("company_id", "telling_id", "recipient_id")`,
  `alter table "notification" add constraint "notification_recipient_kind_check" check ("recipient_kind" in ('STAFF', 'RESIDENT'))`,
  `alter table "notification" add constraint "notification_kind_check" check ("kind" in ('REPAIR_TAKEN', 'REPAIR_ASSIGNED', 'REPAIR_ON_SITE', 'REPAIR_DONE', 'REPAIR_CANCELLED', 'REPAIR_FORWARDED', 'WEBHOOK_DISABLED'))`,
  `alter table "notification" add constraint "notification_subject_kind_check" check ("subject_kind" in ('ticket', 'webhookEndpoint'))`,
];

const FOREIGN_KEYS = [
  `alter table notification add constraint notification_company_fkey foreign key (company_id) references company (id)`,
  `alter table notification add constraint notification_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table notification add constraint notification_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
];

const FENCE = [
  `alter table "notification" enable row level security`,
  `alter table "notification" force row level security`,
  `create policy "notification_api" on "notification" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (recipient_id = (select nullif(current_setting('app.subject', true), '')::uuid) or (select nullif(current_setting('app.house', true), '')) = 'on')) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (recipient_id = (select nullif(current_setting('app.subject', true), '')::uuid) or (select nullif(current_setting('app.house', true), '')) = 'on'))`,
  `create policy "notification_add" on "notification" for insert to "guanjia_api" with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))) or ((select nullif(current_setting('app.audience', true), '')) = 'resident' and estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "notification_owner" on "notification" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on notification to guanjia_api`];
