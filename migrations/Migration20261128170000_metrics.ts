import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: what head office asks is answered from sums that are kept with the rows. Each transaction leaves what it changed in
 * `metric_fresh`; a moment later that stands in the journal, with both of its dates, and in the sums by day and month.
 */
export class Migration20261128170000_metrics extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FENCE]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['metric_sum', 'metric_journal', 'metric_fresh'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const PARTS = `('COUNTED', 'PENDING', 'EXCLUDED')`;
const DELTA = `"company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "metric" text not null, "part" text not null, "reason" text not null, "segment" text not null, "on_day" date not null, "subject_id" uuid not null, "numerator" bigint not null, "denominator" bigint not null, "recorded_at" timestamptz not null, primary key ("company_id", "id")`;

const TABLES = [
  `create table "metric_fresh" (${DELTA})`,
  `alter table "metric_fresh" add constraint "metric_fresh_part_check" check ("part" in ${PARTS})`,
  `create index "metric_fresh_company_subject_idx" on "metric_fresh" ("company_id", "subject_id")`,
  `create table "metric_journal" (${DELTA})`,
  `alter table "metric_journal" add constraint "metric_journal_part_check" check ("part" in ${PARTS})`,
  `create index "metric_journal_company_subject_idx" on "metric_journal" ("company_id", "subject_id")`,
  `create index "metric_journal_company_cell_idx" on "metric_journal" ("company_id", "metric", "estate_id", "on_day", "subject_id")`,
  `create index "metric_journal_company_recorded_idx" on "metric_journal" ("company_id", "recorded_at")`,
  `create table "metric_sum" ("company_id" uuid not null, "grain" text not null, "start_day" date not null, "metric" text not null, "estate_id" uuid not null, "part" text not null, "reason" text not null, "segment" text not null, "numerator" bigint not null, "denominator" bigint not null, primary key ("company_id", "grain", "start_day", "metric", "estate_id", "part", "reason", "segment"))`,
  `alter table "metric_sum" add constraint "metric_sum_grain_check" check ("grain" in ('DAY', 'MONTH'))`,
  `alter table "metric_sum" add constraint "metric_sum_part_check" check ("part" in ${PARTS})`,
];

const FENCE = [
  ...fenceOf('metric_fresh', 'STAFF'),
  ...fenceOf('metric_journal', 'STAFF'),
  ...fenceOf('metric_sum', 'STAFF'),
  `revoke update, delete on "metric_journal" from guanjia_api`,
];
