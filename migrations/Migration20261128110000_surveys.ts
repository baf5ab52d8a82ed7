import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: households are asked how satisfied they are. Questionnaires in versions, rounds with their estates, a form a
 * household, and what came back: every answer is kept, one a household counts. What a household said is closed to the
 * staff of its estate by the database.
 */
export class Migration20261128110000_surveys extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'subject_kind', SUBJECTS));
    this.addSql(addWords('obligation', 'kind', KINDS));
  }

  override down(): void {
    this.addSql(`delete from "timer" where kind = 'SURVEY_CLOSES'`);
    this.addSql(`delete from "obligation" where subject_kind in (${list(SUBJECTS)}) or kind in (${list(KINDS)})`);
    this.addSql(removeWords('obligation', 'subject_kind', SUBJECTS));
    this.addSql(removeWords('obligation', 'kind', KINDS));
    for (const table of ['answer', 'response', 'form', 'estate', 'round'])
      this.addSql(`drop table if exists "survey_${table}"`);
    this.addSql('drop table if exists "questionnaire"');
  }
}

const SUBJECTS = ['SURVEY_ROUND', 'SURVEY_ESTATE'];
const KINDS = ['SURVEY_ISSUE', 'SURVEY_PUBLICATION'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const STAGES = ['PLANNED', 'ISSUED', 'COLLECTED', 'ANALYSED', 'CALLED_OFF'];
const MODES = ['LINK', 'APP', 'PAPER', 'TELEPHONE', 'IMPORT'];
const LEVELS = ['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'];
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
  `create table "questionnaire" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "code" text not null, "number" int not null, "title" text not null, "questions" jsonb not null, "created_at" timestamptz not null, "created_by_id" uuid not null, primary key ("company_id", "id"))`,
  `create unique index "questionnaire_company_code_key" on "questionnaire" ("company_id", "estate_id", "code", "number") nulls not distinct`,
  `create table "survey_round" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid null, "name" text not null, "questionnaire_id" uuid not null, "stage" text not null, "period_from" date not null, "period_until" date not null, "sample_percent" int not null, "satisfied_steps" int not null, "seed" text not null, "issue_by" date not null, "issued_at" timestamptz null, "closes_at" timestamptz not null, "collected_at" timestamptz null, "analysed_at" timestamptz null, "analysed_by_id" uuid null, "findings" text null, "measures" text null, "planned_by_id" uuid not null, "version" int not null, primary key ("company_id", "id"))`,
  words('survey_round', 'stage', STAGES),
  `alter table "survey_round" add constraint "survey_round_issued" check ((issued_at is null) = (stage in ('PLANNED', 'CALLED_OFF')))`,
  `alter table "survey_round" add constraint "survey_round_analysed" check ((analysed_at is not null) = (stage = 'ANALYSED'))`,
  `create index "survey_round_company_period_idx" on "survey_round" ("company_id", "period_from", "id")`,
  `create table "survey_estate" ("company_id" uuid not null, "id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "households" int not null, "issued" int not null, "undeliverable" int not null, "by_link" int not null, "by_app" int not null, "by_paper" int not null, "by_telephone" int not null, "by_import" int not null, "blank" int not null, "replaced" int not null, "publish_by" timestamptz null, "published_at" timestamptz null, "published_by_id" uuid null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "survey_estate" add constraint "survey_estate_company_round_key" unique ("company_id", "round_id", "estate_id")`,
  `create index "survey_estate_company_estate_idx" on "survey_estate" ("company_id", "estate_id", "round_id")`,
  `create table "survey_form" ("company_id" uuid not null, "id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "building_id" uuid not null, "unit_id" uuid not null, "occupancy_id" uuid null, "undeliverable" text null, "issued_at" timestamptz not null, "version" int not null, primary key ("company_id", "id"))`,
  words('survey_form', 'undeliverable', ['NOBODY_THERE', 'MOVED_AWAY', 'WRONG_ADDRESS', 'REFUSED', 'OTHER']),
  `alter table "survey_form" add constraint "survey_form_company_unit_key" unique ("company_id", "round_id", "unit_id")`,
  `create index "survey_form_company_estate_idx" on "survey_form" ("company_id", "estate_id", "round_id", "id")`,
  `create index "survey_form_company_occupancy_idx" on "survey_form" ("company_id", "occupancy_id", "id")`,
  `create table "survey_response" ("company_id" uuid not null, "id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "building_id" uuid not null, "form_id" uuid not null, "occupancy_id" uuid null, "mode" text not null, "number" int not null, "counts" boolean not null, "valid" boolean not null, "answered_at" timestamptz not null, "recorded_at" timestamptz not null, "entered_by_id" uuid null, primary key ("company_id", "id"))`,
  words('survey_response', 'mode', MODES),
  `alter table "survey_response" add constraint "survey_response_company_form_key" unique ("company_id", "form_id", "number")`,
  `create index "survey_response_company_round_idx" on "survey_response" ("company_id", "round_id", "estate_id", "id")`,
  `create index "survey_response_company_estate_idx" on "survey_response" ("company_id", "estate_id", "answered_at", "id")`,
  `create index "survey_response_company_occupancy_idx" on "survey_response" ("company_id", "occupancy_id", "id")`,
  `create unique index "survey_response_company_counting_key" on "survey_response" ("company_id", "form_id") where counts`,
  `create table "survey_answer" ("company_id" uuid not null, "id" uuid not null, "response_id" uuid not null, "round_id" uuid not null, "estate_id" uuid not null, "building_id" uuid not null, "occupancy_id" uuid null, "mode" text not null, "question" text not null, "dimension" text null, "level" text null, "text" text null, "counts" boolean not null, primary key ("company_id", "id"))`,
  words('survey_answer', 'mode', MODES),
  words('survey_answer', 'dimension', DIMENSIONS),
  words('survey_answer', 'level', LEVELS),
  `alter table "survey_answer" add constraint "survey_answer_says_something" check ((level is null) <> (text is null))`,
  `alter table "survey_answer" add constraint "survey_answer_company_question_key" unique ("company_id", "response_id", "question")`,
  `create index "survey_answer_company_level_idx" on "survey_answer" ("company_id", "round_id", "estate_id", "building_id", "mode", "question", "level") where counts and level is not null`,
  `create index "survey_answer_company_text_idx" on "survey_answer" ("company_id", "estate_id", "round_id", "id") where counts and text is not null`,
  `create index "survey_answer_company_occupancy_idx" on "survey_answer" ("company_id", "occupancy_id", "response_id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  ...['questionnaire', 'survey_round', 'survey_estate', 'survey_form', 'survey_response', 'survey_answer'].map(
    (table) => key(table, 'estate', 'estate_id', 'estate'),
  ),
  key('questionnaire', 'creator', 'created_by_id', 'staff'),
  key('survey_round', 'questionnaire', 'questionnaire_id', 'questionnaire'),
  key('survey_round', 'planner', 'planned_by_id', 'staff'),
  key('survey_round', 'analyst', 'analysed_by_id', 'staff'),
  key('survey_estate', 'round', 'round_id', 'survey_round'),
  key('survey_estate', 'publisher', 'published_by_id', 'staff'),
  key('survey_form', 'round', 'round_id', 'survey_round'),
  key('survey_form', 'building', 'building_id', 'building'),
  key('survey_form', 'unit', 'unit_id', 'unit'),
  key('survey_form', 'occupancy', 'occupancy_id', 'occupancy'),
  key('survey_response', 'form', 'form_id', 'survey_form'),
  key('survey_response', 'enterer', 'entered_by_id', 'staff'),
  key('survey_answer', 'response', 'response_id', 'survey_response'),
];

const FENCE = [
  ...fenceOf('questionnaire', 'COMPANY_TOO_AND_RESIDENTS'),
  ...fenceOf('survey_round', 'COMPANY_TOO_AND_RESIDENTS', `stage not in ('PLANNED', 'CALLED_OFF')`),
  ...fenceOf('survey_estate', 'RESIDENTS_OF_ESTATE', 'published_at is not null'),
  ...fenceOf('survey_form', 'RESIDENT_READS'),
  ...fenceOf('survey_response', 'CONFIDENTIAL'),
  ...fenceOf('survey_answer', 'CONFIDENTIAL'),
];
