import { Migration } from '@mikro-orm/migrations';

/**
 * Why: people are told outside the product too, by mail or through their company's SMS or WeChat service, when they want
 * to be: what each wants, and how far each message has come.
 */
export class Migration20261125160300_messages extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS, ...ENDPOINTS]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['message', 'message_preference']) this.addSql(`drop table if exists "${table}"`);
    this.addSql(
      `delete from webhook_delivery d using webhook_endpoint w where d.company_id = w.company_id and d.endpoint_id = w.id and w.kind = 'MESSAGES'`,
    );
    this.addSql(`delete from webhook_endpoint where kind = 'MESSAGES'`);
    this.addSql(`alter table "webhook_endpoint" drop constraint "webhook_endpoint_kind_check"`);
    this.addSql(
      `alter table "webhook_endpoint" add constraint "webhook_endpoint_kind_check" check ("kind" in ('EVENTS'))`,
    );
  }
}

const TABLES = [
  `create table "message" ("company_id" uuid not null, "id" uuid not null, "notification_id" uuid not null, "person_id" uuid not null, "estate_id" uuid null, "kind" text not null, "channel" text not null, "state" text not null, "reason" text null, "attempts" int not null, "created_at" timestamptz not null, "tried_at" timestamptz null, primary key ("company_id", "id"))`,
  `create index "message_company_estate_idx" on "message" ("company_id", "estate_id", "id")`,
  `alter table "message" add constraint "message_company_notification_key" unique ("company_id", "notification_id", "channel")`,
  `alter table "message" add constraint "message_kind_check" check ("kind" in ('REPAIR_TAKEN', 'REPAIR_ASSIGNED', 'REPAIR_ON_SITE', 'REPAIR_DONE', 'REPAIR_CANCELLED', 'REPAIR_FORWARDED', 'WEBHOOK_DISABLED'))`,
  `alter table "message" add constraint "message_channel_check" check ("channel" in ('MAIL', 'SMS', 'WECHAT'))`,
  `alter table "message" add constraint "message_state_check" check ("state" in ('WAITING', 'DELIVERED', 'SKIPPED', 'FAILED'))`,
  `alter table "message" add constraint "message_reason_check" check ("reason" in ('NO_ADDRESS', 'NO_SERVICE', 'REFUSED', 'UNREACHABLE'))`,
  `create table "message_preference" ("company_id" uuid not null, "id" uuid not null, "language" text not null, "mail_address" text null, "mail_kinds" text[] not null, "sms_kinds" text[] not null, "wechat_kinds" text[] not null, "changed_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "message_preference" add constraint "message_preference_language_check" check ("language" in ('ZH_CN', 'EN'))`,
];

const FOREIGN_KEYS = [
  `alter table message add constraint message_company_fkey foreign key (company_id) references company (id)`,
  `alter table message add constraint message_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table message_preference add constraint message_preference_company_fkey foreign key (company_id) references company (id)`,
];

const FENCE = [
  `alter table "message" enable row level security`,
  `alter table "message" force row level security`,
  `create policy "message_api" on "message" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "message_read" on "message" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "message_owner" on "message" to "guanjia_owner" using (true) with check (true)`,
  `alter table "message_preference" enable row level security`,
  `alter table "message_preference" force row level security`,
  `create policy "message_preference_api" on "message_preference" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (id = (select nullif(current_setting('app.subject', true), '')::uuid) or (select nullif(current_setting('app.house', true), '')) = 'on')) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (id = (select nullif(current_setting('app.subject', true), '')::uuid) or (select nullif(current_setting('app.house', true), '')) = 'on'))`,
  `create policy "message_preference_owner" on "message_preference" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on message, message_preference to guanjia_api`];

/** Endpoints may receive messages to persons instead of events. */
const ENDPOINTS = [
  `alter table "webhook_endpoint" drop constraint "webhook_endpoint_kind_check"`,
  `alter table "webhook_endpoint" add constraint "webhook_endpoint_kind_check" check ("kind" in ('EVENTS', 'MESSAGES'))`,
];
