import { Migration } from '@mikro-orm/migrations';

/**
 * Why: other systems of a company hear what happens: addresses with their place in the event log, and what became of each
 * attempt to deliver.
 */
export class Migration20261125160100_webhooks extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...GRANTS]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['webhook_delivery', 'webhook_endpoint']) this.addSql(`drop table if exists "${table}"`);
  }
}

const TABLES = [
  `create table "webhook_delivery" ("company_id" uuid not null, "id" uuid not null, "endpoint_id" uuid not null, "estate_id" uuid null, "message_id" text not null, "event_type" text not null, "attempt" int not null, "outcome" text not null, "status" int null, "duration_ms" int not null, "attempted_at" timestamptz not null, primary key ("company_id", "id"))`,
  `create index "webhook_delivery_company_endpoint_idx" on "webhook_delivery" ("company_id", "endpoint_id", "id")`,
  `create index "webhook_delivery_company_attempted_idx" on "webhook_delivery" ("company_id", "attempted_at")`,
  `alter table "webhook_delivery" add constraint "webhook_delivery_outcome_check" check ("outcome" in ('DELIVERED', 'STATUS', 'REDIRECT', 'ADDRESS', 'TIMEOUT', 'FAILED'))`,
  `create table "webhook_endpoint" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "kind" text not null, "name" text not null, "url" text not null, "event_types" jsonb not null, "state" text not null, "generation" int not null, "previous_until" timestamptz null, "seq" bigint not null, "failures" int not null, "failing_since" timestamptz null, "next_attempt_at" timestamptz not null, "lease_id" uuid null, "leased_until" timestamptz null, "created_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "webhook_endpoint_company_state_idx" on "webhook_endpoint" ("company_id", "state", "kind")`,
  `create index "webhook_endpoint_company_estate_idx" on "webhook_endpoint" ("company_id", "estate_id", "id")`,
  `alter table "webhook_endpoint" add constraint "webhook_endpoint_kind_check" check ("kind" in ('EVENTS'))`,
  `alter table "webhook_endpoint" add constraint "webhook_endpoint_state_check" check ("state" in ('ACTIVE', 'DISABLED_BY_HAND', 'DISABLED_FAILING'))`,
];

const FOREIGN_KEYS = [
  `alter table webhook_endpoint add constraint webhook_endpoint_company_fkey foreign key (company_id) references company (id)`,
  `alter table webhook_endpoint add constraint webhook_endpoint_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table webhook_delivery add constraint webhook_delivery_endpoint_fkey foreign key (company_id, endpoint_id) references webhook_endpoint (company_id, id)`,
  `alter table webhook_delivery add constraint webhook_delivery_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
];

const FENCE = [
  `alter table "webhook_delivery" enable row level security`,
  `alter table "webhook_delivery" force row level security`,
  `create policy "webhook_delivery_api" on "webhook_delivery" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "webhook_delivery_read" on "webhook_delivery" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "webhook_delivery_owner" on "webhook_delivery" to "guanjia_owner" using (true) with check (true)`,
  `alter table "webhook_endpoint" enable row level security`,
  `alter table "webhook_endpoint" force row level security`,
  `create policy "webhook_endpoint_api" on "webhook_endpoint" to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[]))))) with check (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and ((select nullif(current_setting('app.all_estates', true), '')) = 'on' or estate_id = any (coalesce((select nullif(current_setting('app.estates', true), '')::uuid[]), '{}'::uuid[])))))`,
  `create policy "webhook_endpoint_read" on "webhook_endpoint" for select to "guanjia_api" using (company_id = (select nullif(current_setting('app.company', true), '')::uuid) and ((select nullif(current_setting('app.audience', true), '')) = 'staff' and estate_id is null))`,
  `create policy "webhook_endpoint_owner" on "webhook_endpoint" to "guanjia_owner" using (true) with check (true)`,
];

const GRANTS = [`grant select, insert, update, delete on webhook_endpoint, webhook_delivery to guanjia_api`];
