import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: reports that an estate owes by a day of the month are drafted with figures that can be traced, written, handed in and
 * decided on by somebody else, and who handed in when is counted.
 */
export class Migration20261130130000_reports extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'kind', OWED));
    this.addSql(addWords('obligation', 'subject_kind', OWED_ABOUT));
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
    this.addSql(`delete from "obligation" where kind in (${list(OWED)}) or subject_kind in (${list(OWED_ABOUT)})`);
    this.addSql(removeWords('obligation', 'subject_kind', OWED_ABOUT));
    this.addSql(removeWords('obligation', 'kind', OWED));
    for (const table of ['report_round', 'report']) this.addSql(`drop table if exists "${table}"`);
  }
}

const OWED = [
  'COMPLAINT_SUMMARY',
  'COMPLAINT_COLLATION',
  'COMPLAINT_ANALYSIS',
  'LEADERS_ANALYSIS',
  'OWNERS_REPORT',
  'REPORT_REVIEW',
];
const OWED_ABOUT = ['REPORT'];
const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['REPORT_SUBMITTED', 'REPORT_RETURNED', 'REPORT_APPROVED', 'REPORT_OVERDUE'];
const SUBJECTS = ['report'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = [
  `create table "report" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "kind" text not null, "stage" text not null, "from_day" date not null, "until_day" date not null, "due_at" timestamptz not null, "figures" jsonb not null, "as_known_on" date not null, "summary" text null, "problems" text null, "measures" text null, "suggestions" text null, "drafted_at" timestamptz not null, "submitted_at" timestamptz null, "submitted_by_id" uuid null, "approved_at" timestamptz null, "rounds" int not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "report" add constraint "report_kind_check" check ("kind" in ('REPAIR_ANALYSIS', 'COMPLAINT_SUMMARY', 'COMPLAINT_COLLATION', 'COMPLAINT_ANALYSIS', 'LEADERS_ANALYSIS', 'OWNERS_REPORT'))`,
  `alter table "report" add constraint "report_stage_check" check ("stage" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'))`,
  `alter table "report" add constraint "report_period" check (from_day < until_day)`,
  `alter table "report" add constraint "report_submitted" check ((submitted_at is null) = (submitted_by_id is null) and (submitted_at is null) = (rounds = 0) and (stage = 'DRAFT') = (submitted_at is null))`,
  `alter table "report" add constraint "report_approved" check ((stage = 'APPROVED') = (approved_at is not null))`,
  `alter table "report" add constraint "report_company_period_key" unique ("company_id", "estate_id", "kind", "from_day")`,
  `create index "report_company_from_idx" on "report" ("company_id", "from_day", "id")`,
  `create index "report_company_stage_idx" on "report" ("company_id", "stage", "from_day", "id")`,
  `create table "report_round" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "report_id" uuid not null, "round" int not null, "submitted_by_id" uuid not null, "submitted_at" timestamptz not null, "decision" text null, "decided_by_id" uuid null, "decided_at" timestamptz null, "remark" text null, primary key ("company_id", "id"))`,
  `alter table "report_round" add constraint "report_round_decision_check" check ("decision" in ('RETURNED', 'APPROVED'))`,
  `alter table "report_round" add constraint "report_round_decided" check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null) and (decision is not null or remark is null) and (decision is distinct from 'RETURNED' or remark is not null) and decided_by_id <> submitted_by_id)`,
  `alter table "report_round" add constraint "report_round_company_round_key" unique ("company_id", "report_id", "round")`,
  `create index "report_round_company_estate_idx" on "report_round" ("company_id", "estate_id", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('report', 'estate', 'estate_id', 'estate'),
  key('report', 'submitted_by', 'submitted_by_id', 'staff'),
  key('report_round', 'estate', 'estate_id', 'estate'),
  key('report_round', 'report', 'report_id', 'report'),
  key('report_round', 'submitted_by', 'submitted_by_id', 'staff'),
  key('report_round', 'decided_by', 'decided_by_id', 'staff'),
];

const FENCE = ['report', 'report_round'].flatMap((table) => fenceOf(table, 'STAFF'));
