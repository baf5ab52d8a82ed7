import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: whether what the records say is so, is asked of the customers themselves, of a sample that nobody chooses, and looked at
 * on site; the estate learns of it when it is published, and puts right what was found.
 */
export class Migration20261129122000_inspections extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('corrective_action', 'source_kind', SOURCES));
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
    this.addSql(
      `delete from "corrective_action_report" where action_id in (select id from "corrective_action" where source_kind in (${list(SOURCES)}))`,
    );
    this.addSql(`delete from "corrective_action" where source_kind in (${list(SOURCES)})`);
    this.addSql(removeWords('corrective_action', 'source_kind', SOURCES));
    for (const table of ['inspection_finding', 'inspection_item', 'inspection'])
      this.addSql(`drop table if exists "${table}"`);
  }
}

const SOURCES = ['INSPECTION_FINDING'];
const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['INSPECTION_ANNOUNCED', 'INSPECTION_PUBLISHED'];
const SUBJECTS = ['inspection'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = [
  `create table "inspection" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "round_id" uuid not null, "kind" text not null, "stage" text not null, "period_from" date null, "period_to" date null, "seed" text null, "strata" jsonb not null, "on_day" date null, "announced" boolean not null, "planned_by_id" uuid not null, "planned_at" timestamptz not null, "published_by_id" uuid null, "published_at" timestamptz null, "checked" int null, "judged" int null, "passed" int null, "callbacks_asked" int null, "false_callbacks" int null, "closures_asked" int null, "false_closures" int null, "is_open" boolean not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "inspection" add constraint "inspection_kind_check" check ("kind" in ('VERIFICATION', 'ON_SITE'))`,
  `alter table "inspection" add constraint "inspection_stage_check" check ("stage" in ('OPEN', 'PUBLISHED', 'CALLED_OFF'))`,
  `alter table "inspection" add constraint "inspection_of_kind" check ((kind = 'VERIFICATION') = (period_from is not null and period_to is not null and seed is not null) and (kind = 'ON_SITE') = (on_day is not null))`,
  `alter table "inspection" add constraint "inspection_published" check (is_open = (stage = 'PUBLISHED') and is_open = (published_at is not null and published_by_id is not null and checked is not null and judged is not null and passed is not null and callbacks_asked is not null and false_callbacks is not null and closures_asked is not null and false_closures is not null))`,
  `create index "inspection_company_estate_idx" on "inspection" ("company_id", "estate_id", "id")`,
  `create index "inspection_company_round_idx" on "inspection" ("company_id", "round_id", "id")`,
  `create table "inspection_item" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "inspection_id" uuid not null, "position" int not null, "kind" text not null, "stratum" text not null, "subject_id" uuid null, "point" text null, "called_back" boolean not null, "outcome" text null, "happened" boolean null, "solved" boolean null, "note" text null, "checked_by_id" uuid null, "checked_at" timestamptz null, "is_open" boolean not null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "inspection_item" add constraint "inspection_item_kind_check" check ("kind" in ('REPAIR', 'COMPLAINT', 'OWNER_VISIT', 'CHECKLIST'))`,
  `alter table "inspection_item" add constraint "inspection_item_outcome_check" check ("outcome" in ('TRUE_TO_RECORD', 'FALSE', 'NOT_REACHED', 'PASSED', 'FAILED', 'NOT_APPLICABLE'))`,
  `alter table "inspection_item" add constraint "inspection_item_of_kind" check ((kind = 'CHECKLIST') = (subject_id is null) and (kind = 'CHECKLIST') = (point is not null))`,
  `alter table "inspection_item" add constraint "inspection_item_checked" check ((outcome is null) = (checked_at is null) and (outcome is null) = (checked_by_id is null))`,
  `alter table "inspection_item" add constraint "inspection_item_company_position_key" unique ("company_id", "inspection_id", "position")`,
  `create index "inspection_item_company_estate_idx" on "inspection_item" ("company_id", "estate_id", "id")`,
  `create index "inspection_item_company_subject_idx" on "inspection_item" ("company_id", "subject_id")`,
  `create table "inspection_finding" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "inspection_id" uuid not null, "item_id" uuid null, "category" text not null, "problem" text not null, "repeated" boolean not null, "found_by_id" uuid not null, "found_at" timestamptz not null, "is_open" boolean not null, primary key ("company_id", "id"))`,
  `alter table "inspection_finding" add constraint "inspection_finding_category_check" check ("category" in ('FALSE_CALLBACK', 'FALSE_CLOSURE', 'FALSE_VISIT', 'RECORDS', 'SERVICE', 'SITE', 'SAFETY'))`,
  `create index "inspection_finding_company_estate_idx" on "inspection_finding" ("company_id", "estate_id", "category", "found_at")`,
  `create index "inspection_finding_company_inspection_idx" on "inspection_finding" ("company_id", "inspection_id", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('inspection', 'estate', 'estate_id', 'estate'),
  key('inspection', 'planned_by', 'planned_by_id', 'staff'),
  key('inspection', 'published_by', 'published_by_id', 'staff'),
  key('inspection_item', 'estate', 'estate_id', 'estate'),
  key('inspection_item', 'inspection', 'inspection_id', 'inspection'),
  key('inspection_item', 'checked_by', 'checked_by_id', 'staff'),
  key('inspection_finding', 'estate', 'estate_id', 'estate'),
  key('inspection_finding', 'inspection', 'inspection_id', 'inspection'),
  key('inspection_finding', 'item', 'item_id', 'inspection_item'),
  key('inspection_finding', 'found_by', 'found_by_id', 'staff'),
];

const FENCE = ['inspection', 'inspection_item', 'inspection_finding'].flatMap((table) =>
  fenceOf(table, 'CONFIDENTIAL_UNLESS_OPEN_TO_STAFF'),
);
