import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: what complaints, visits and reviews show to be wrong is put right by somebody, by a day, and looked at by somebody
 * else; what does not hold is done again, and how often that happened is known.
 */
export class Migration20261128100000_corrective_actions extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'kind', WORDS));
    this.addSql(addWords('obligation', 'subject_kind', WORDS));
  }

  override down(): void {
    this.addSql(`delete from "obligation" where kind in (${list(WORDS)}) or subject_kind in (${list(WORDS)})`);
    this.addSql(removeWords('obligation', 'subject_kind', WORDS));
    this.addSql(removeWords('obligation', 'kind', WORDS));
    for (const table of ['corrective_action_report', 'corrective_action'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const WORDS = ['CORRECTIVE_ACTION'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = [
  `create table "corrective_action" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "kind" text not null, "source_kind" text not null, "source_id" uuid not null, "stage" text not null, "problem" text not null, "cause" text null, "measure" text null, "owner_id" uuid null, "due_day" date null, "due_at" timestamptz null, "raised_by_id" uuid not null, "raised_at" timestamptz not null, "planned_at" timestamptz null, "done_at" timestamptz null, "verified_at" timestamptz null, "reopenings" int not null, "postponements" int not null, "cancelled_at" timestamptz null, "cancelled_by_id" uuid null, "cancel_reason" text null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "corrective_action" add constraint "corrective_action_kind_check" check ("kind" in ('CORRECTIVE', 'PREVENTIVE'))`,
  `alter table "corrective_action" add constraint "corrective_action_source_kind_check" check ("source_kind" in ('ESTATE', 'COMPANY', 'COMPLAINT', 'OWNER_VISIT', 'VISIT_MONTH', 'VISIT_SUMMARY'))`,
  `alter table "corrective_action" add constraint "corrective_action_stage_check" check ("stage" in ('RAISED', 'PLANNED', 'DONE', 'VERIFIED', 'CANCELLED'))`,
  `alter table "corrective_action" add constraint "corrective_action_planned" check (stage in ('RAISED', 'CANCELLED') or (cause is not null and measure is not null and owner_id is not null and due_day is not null and due_at is not null and planned_at is not null))`,
  `alter table "corrective_action" add constraint "corrective_action_done" check ((stage in ('DONE', 'VERIFIED')) = (done_at is not null))`,
  `alter table "corrective_action" add constraint "corrective_action_verified" check ((stage = 'VERIFIED') = (verified_at is not null))`,
  `alter table "corrective_action" add constraint "corrective_action_cancelled" check ((stage = 'CANCELLED') = (cancelled_at is not null and cancelled_by_id is not null and cancel_reason is not null))`,
  `create index "corrective_action_company_estate_idx" on "corrective_action" ("company_id", "estate_id", "id")`,
  `create index "corrective_action_company_stage_idx" on "corrective_action" ("company_id", "stage", "due_at", "id")`,
  `create index "corrective_action_company_source_idx" on "corrective_action" ("company_id", "source_id", "id")`,
  `create index "corrective_action_company_owner_idx" on "corrective_action" ("company_id", "owner_id", "id")`,
  `create table "corrective_action_report" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "action_id" uuid not null, "attempt" int not null, "note" text not null, "done_by_id" uuid not null, "done_at" timestamptz not null, "in_time" boolean not null, "verdict" text null, "finding" text null, "judged_by_id" uuid null, "judged_at" timestamptz null, primary key ("company_id", "id"))`,
  `alter table "corrective_action_report" add constraint "corrective_action_report_verdict_check" check ("verdict" in ('HELD', 'REOPENED'))`,
  `alter table "corrective_action_report" add constraint "corrective_action_report_other_person" check (judged_by_id is null or judged_by_id <> done_by_id)`,
  `alter table "corrective_action_report" add constraint "corrective_action_report_judged" check ((verdict is null) = (judged_by_id is null) and (verdict is null) = (judged_at is null) and (verdict is not null or finding is null))`,
  `alter table "corrective_action_report" add constraint "corrective_action_report_company_attempt_key" unique ("company_id", "action_id", "attempt")`,
  `create index "corrective_action_report_company_estate_idx" on "corrective_action_report" ("company_id", "estate_id", "done_at", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('corrective_action', 'estate', 'estate_id', 'estate'),
  key('corrective_action', 'owner', 'owner_id', 'staff'),
  key('corrective_action', 'raised_by', 'raised_by_id', 'staff'),
  key('corrective_action', 'cancelled_by', 'cancelled_by_id', 'staff'),
  key('corrective_action_report', 'estate', 'estate_id', 'estate'),
  key('corrective_action_report', 'action', 'action_id', 'corrective_action'),
  key('corrective_action_report', 'done_by', 'done_by_id', 'staff'),
  key('corrective_action_report', 'judged_by', 'judged_by_id', 'staff'),
];

const FENCE = [...fenceOf('corrective_action', 'COMPANY_TOO'), ...fenceOf('corrective_action_report', 'COMPANY_TOO')];
