import { Migration } from '@mikro-orm/migrations';

/**
 * Why: figures go into spreadsheets and slides of head office. A file of them is written beside, in one snapshot, and can be
 * fetched for a while by whoever asked for it.
 */
export class Migration20261130110000_metric_exports extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FENCE]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table if exists "metric_export"');
  }
}

const TABLES = [
  `create table "metric_export" ("company_id" uuid not null, "id" uuid not null, "requester_id" uuid not null, "account_id" uuid not null, "kind" text not null, "format" text not null, "language" text not null, "wanted" jsonb not null, "state" text not null, "requested_at" timestamptz not null, "started_at" timestamptz null, "snapshot_epoch" int null, "snapshot_seq" bigint null, "snapshot_at" timestamptz null, "rows" int null, "rows_written" int not null, "sums" jsonb null, "rights" jsonb null, "bytes" bigint null, "sha256" text null, "ready_at" timestamptz null, "expires_at" timestamptz null, "failure" text null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "metric_export" add constraint "metric_export_kind_check" check ("kind" in ('SCORECARDS', 'SERIES', 'ROWS'))`,
  `alter table "metric_export" add constraint "metric_export_format_check" check ("format" in ('CSV', 'XLSX'))`,
  `alter table "metric_export" add constraint "metric_export_language_check" check ("language" in ('ZH_CN', 'EN'))`,
  `alter table "metric_export" add constraint "metric_export_state_check" check ("state" in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'EXPIRED'))`,
  `alter table "metric_export" add constraint "metric_export_is_whole" check ((state in ('READY', 'EXPIRED')) = (ready_at is not null) and (ready_at is null) = (sha256 is null) and (ready_at is null) = (expires_at is null) and (ready_at is null or (rows is not null and bytes is not null and sums is not null and rights is not null)))`,
  `alter table "metric_export" add constraint "metric_export_failed" check ((state = 'FAILED') = (failure is not null))`,
  `create index "metric_export_company_requester_idx" on "metric_export" ("company_id", "requester_id", "id")`,
  `create index "metric_export_company_state_idx" on "metric_export" ("company_id", "state", "expires_at")`,
  `alter table "metric_export" add constraint "metric_export_company_fkey" foreign key (company_id) references company (id)`,
];

const OWN = `company_id = (select nullif(current_setting('app.company', true), '')::uuid) and (requester_id = (select nullif(current_setting('app.subject', true), '')::uuid) or (select current_setting('app.house', true) = 'on'))`;

const FENCE = [
  `alter table "metric_export" enable row level security`,
  `alter table "metric_export" force row level security`,
  `create policy "metric_export_api" on "metric_export" to "guanjia_api" using (${OWN}) with check (${OWN})`,
  `create policy "metric_export_owner" on "metric_export" to "guanjia_owner" using (true) with check (true)`,
  `grant select, insert, update, delete on "metric_export" to guanjia_api`,
];
