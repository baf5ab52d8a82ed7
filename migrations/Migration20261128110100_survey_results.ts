import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: a round is counted once, at an instant, and its figures stay as they were counted. Which of them tell of too few
 * households is decided then, and the database keeps those from the staff of the estate.
 */
export class Migration20261128110100_survey_results extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['survey_comment', 'survey_result']) this.addSql(`drop table if exists "${table}"`);
  }
}

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (column: string, values: readonly string[]): string =>
  `alter table "survey_result" add constraint "survey_result_${column}_check" check ("${column}" in (${list(values)}))`;
const DIMENSIONS = [
  'SECURITY',
  'CLEANING',
  'LANDSCAPING',
  'REPAIR_SERVICE',
  'LEISURE_FACILITIES',
  'STAFF_ABILITY',
  'CONVENIENCE_SERVICES',
  'COMMUNITY_CULTURE',
  'MEETING_NEEDS',
];

const TABLES = [
  `create table "survey_result" ("company_id" uuid not null, "id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "scope" text not null, "building_id" uuid null, "steward_id" uuid null, "mode" text null, "question" text not null, "dimension" text null, "very_satisfied" int not null, "satisfied" int not null, "neutral" int not null, "dissatisfied" int not null, "very_dissatisfied" int not null, "is_open" boolean not null, "is_published" boolean not null, primary key ("company_id", "id"))`,
  words('scope', ['ESTATE', 'MODE', 'STEWARD', 'BUILDING']),
  words('mode', ['LINK', 'APP', 'PAPER', 'TELEPHONE', 'IMPORT']),
  words('dimension', DIMENSIONS),
  `create index "survey_result_company_round_idx" on "survey_result" ("company_id", "round_id", "scope", "estate_id", "id")`,
  `create index "survey_result_company_estate_idx" on "survey_result" ("company_id", "estate_id", "round_id")`,
  `create table "survey_comment" ("company_id" uuid not null, "id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "answer_id" uuid not null, "question" text not null, "text" text not null, "is_open" boolean not null, primary key ("company_id", "id"))`,
  `create index "survey_comment_company_round_idx" on "survey_comment" ("company_id", "round_id", "id")`,
  `create index "survey_comment_company_estate_idx" on "survey_comment" ("company_id", "estate_id", "round_id", "id")`,
  `create index "survey_comment_company_answer_idx" on "survey_comment" ("company_id", "answer_id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...['survey_result', 'survey_comment'].flatMap((table) => [
    key(table, 'estate', 'estate_id', 'estate'),
    key(table, 'round', 'round_id', 'survey_round'),
  ]),
  key('survey_result', 'building', 'building_id', 'building'),
  key('survey_result', 'steward', 'steward_id', 'staff'),
  key('survey_comment', 'answer', 'answer_id', 'survey_answer'),
];

const FENCE = [
  ...fenceOf('survey_result', 'CONFIDENTIAL_UNLESS_OPEN', `is_published and is_open and scope = 'ESTATE'`),
  ...fenceOf('survey_comment', 'CONFIDENTIAL_UNLESS_OPEN_TO_STAFF'),
];
