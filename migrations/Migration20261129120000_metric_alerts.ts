import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: nobody can look at every figure of every estate. The quality department says once which figure may not pass which
 * bound, and is told, with the estate, when one does.
 */
export class Migration20261129120000_metric_alerts extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    for (const table of TABLES_OF_KINDS) this.addSql(addWords(table, 'kind', KINDS));
    this.addSql(addWords('notification', 'subject_kind', SUBJECTS));
  }

  override down(): void {
    this.addSql(`delete from "notification" where subject_kind in (${list(SUBJECTS)})`);
    this.addSql(removeWords('notification', 'subject_kind', SUBJECTS));
    for (const table of [...TABLES_OF_KINDS].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${list(KINDS)})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
    for (const table of ['metric_alert', 'metric_alert_rule']) this.addSql(`drop table if exists "${table}"`);
  }
}

const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['METRIC_ALERT'];
const SUBJECTS = ['metricAlert'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const INTERVALS = `('DAY', 'WEEK', 'MONTH')`;
const CONDITIONS = `('THRESHOLD', 'STREAK', 'TREND')`;
const DIRECTIONS = `('ABOVE', 'BELOW')`;

const TABLES = [
  `create table "metric_alert_rule" ("company_id" uuid not null, "id" uuid not null, "metric" text not null, "interval" text not null, "condition" text not null, "direction" text not null, "threshold_tenths" bigint null, "periods" int not null, "at_least" int not null, "estate_ids" text[] null, "set_up_by_id" uuid not null, "set_up_at" timestamptz not null, "stopped_at" timestamptz null, "stopped_by_id" uuid null, "seen_seq" bigint null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "metric_alert_rule" add constraint "metric_alert_rule_interval_check" check ("interval" in ${INTERVALS})`,
  `alter table "metric_alert_rule" add constraint "metric_alert_rule_condition_check" check ("condition" in ${CONDITIONS})`,
  `alter table "metric_alert_rule" add constraint "metric_alert_rule_direction_check" check ("direction" in ${DIRECTIONS})`,
  `alter table "metric_alert_rule" add constraint "metric_alert_rule_threshold" check ((condition = 'TREND') = (threshold_tenths is null))`,
  `alter table "metric_alert_rule" add constraint "metric_alert_rule_periods" check ((condition = 'THRESHOLD') = (periods = 1))`,
  `alter table "metric_alert_rule" add constraint "metric_alert_rule_stopped" check ((stopped_at is null) = (stopped_by_id is null))`,
  `create table "metric_alert" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "rule_id" uuid not null, "metric" text not null, "interval" text not null, "condition" text not null, "direction" text not null, "threshold_tenths" bigint null, "periods" int not null, "at_least" int not null, "period_from" date not null, "period_to" date not null, "numerator" bigint not null, "denominator" bigint not null, "stage" text not null, "raised_at" timestamptz not null, "acknowledged_at" timestamptz null, "acknowledged_by_id" uuid null, "closed_at" timestamptz null, "closed_by_id" uuid null, "close_note" text null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "metric_alert" add constraint "metric_alert_interval_check" check ("interval" in ${INTERVALS})`,
  `alter table "metric_alert" add constraint "metric_alert_condition_check" check ("condition" in ${CONDITIONS})`,
  `alter table "metric_alert" add constraint "metric_alert_direction_check" check ("direction" in ${DIRECTIONS})`,
  `alter table "metric_alert" add constraint "metric_alert_stage_check" check ("stage" in ('RAISED', 'ACKNOWLEDGED', 'CLOSED'))`,
  `alter table "metric_alert" add constraint "metric_alert_acknowledged" check ((acknowledged_at is null) = (acknowledged_by_id is null) and (stage <> 'ACKNOWLEDGED' or acknowledged_at is not null))`,
  `alter table "metric_alert" add constraint "metric_alert_closed" check ((stage = 'CLOSED') = (closed_at is not null and closed_by_id is not null and close_note is not null))`,
  `alter table "metric_alert" add constraint "metric_alert_company_period_key" unique ("company_id", "rule_id", "estate_id", "period_from")`,
  `create index "metric_alert_company_estate_idx" on "metric_alert" ("company_id", "estate_id", "id")`,
  `create index "metric_alert_company_stage_idx" on "metric_alert" ("company_id", "stage", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('metric_alert_rule', 'set_up_by', 'set_up_by_id', 'staff'),
  key('metric_alert_rule', 'stopped_by', 'stopped_by_id', 'staff'),
  key('metric_alert', 'estate', 'estate_id', 'estate'),
  key('metric_alert', 'rule', 'rule_id', 'metric_alert_rule'),
  key('metric_alert', 'acknowledged_by', 'acknowledged_by_id', 'staff'),
  key('metric_alert', 'closed_by', 'closed_by_id', 'staff'),
];

const FENCE = [...fenceOf('metric_alert_rule', 'COMPANY_ONLY'), ...fenceOf('metric_alert', 'STAFF')];
