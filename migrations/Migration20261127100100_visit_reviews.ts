import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: what was said on visits goes to its own procedure and is answered in person; the visits of a month and of a quarter
 * are summed up and decided on, and some are spot-checked. All of it is owed by somebody.
 */
export class Migration20261127100100_visit_reviews extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'kind', KINDS));
    this.addSql(addWords('obligation', 'subject_kind', SUBJECTS));
  }

  override down(): void {
    this.addSql(`delete from "obligation" where subject_kind in (${list(SUBJECTS)}) or kind in (${list(KINDS)})`);
    this.addSql(removeWords('obligation', 'subject_kind', SUBJECTS));
    this.addSql(removeWords('obligation', 'kind', KINDS));
    for (const table of ['visit_check', 'visit_summary']) this.addSql(`drop table if exists "${table}"`);
    for (const column of COLUMNS) this.addSql(`alter table "visit_item" drop column "${column}"`);
  }
}

const SUBJECTS = ['VISIT_ITEM', 'VISIT_SUMMARY'];
const KINDS = ['VISIT_FEEDBACK', 'VISIT_REPORT', 'VISIT_SPOT_CHECK'];
const COLUMNS = ['fed_back_by_id', 'fed_back_at', 'fed_back_in_person', 'feedback', 'route'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = [
  `alter table "visit_item" add column "route" text null, add column "feedback" text null, add column "fed_back_in_person" boolean null, add column "fed_back_at" timestamptz null, add column "fed_back_by_id" uuid null`,
  `alter table "visit_item" add constraint "visit_item_route_check" check ("route" in (${list(['COMPLAINT', 'REPAIR', 'ENQUIRY', 'SUGGESTION', 'NOTED'])}))`,
  `create table "visit_summary" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "period" text not null, "from_day" date not null, "stage" text not null, "author_id" uuid not null, "text" text not null, "visits" int not null, "households" int not null, "required" int not null, "items" int not null, "complaints" int not null, "answered" int not null, "satisfied" int not null, "submitted_at" timestamptz not null, "decided_at" timestamptz null, "decided_by_id" uuid null, "measures" text null, "escalation" text null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "visit_summary" add constraint "visit_summary_company_period_key" unique ("company_id", "estate_id", "period", "from_day")`,
  `alter table "visit_summary" add constraint "visit_summary_period_check" check ("period" in ('MONTH', 'QUARTER'))`,
  `alter table "visit_summary" add constraint "visit_summary_stage_check" check ("stage" in ('SUBMITTED', 'APPROVED'))`,
  `create index "visit_summary_company_from_idx" on "visit_summary" ("company_id", "from_day", "id")`,
  `create table "visit_check" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "visit_id" uuid not null, "took_place" boolean not null, "accurate" boolean not null, "in_uniform" boolean not null, "kept_to_the_matter" boolean not null, "finding" text null, "checked_by_id" uuid not null, "checked_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "visit_check" add constraint "visit_check_company_visit_key" unique ("company_id", "visit_id")`,
  `create index "visit_check_company_estate_idx" on "visit_check" ("company_id", "estate_id", "checked_at", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('visit_item', 'fed_back_by', 'fed_back_by_id', 'staff'),
  key('visit_summary', 'estate', 'estate_id', 'estate'),
  key('visit_summary', 'author', 'author_id', 'staff'),
  key('visit_summary', 'decided_by', 'decided_by_id', 'staff'),
  key('visit_check', 'estate', 'estate_id', 'estate'),
  key('visit_check', 'visit', 'visit_id', 'owner_visit'),
  key('visit_check', 'checked_by', 'checked_by_id', 'staff'),
];

const FENCE = [...fenceOf('visit_summary', 'STAFF'), ...fenceOf('visit_check', 'STAFF')];
