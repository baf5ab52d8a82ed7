import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: who does not pay is dunned step by step. One open case a payer, unit and currency; what it is about follows from the
 * charges. Every step keeps what was overdue then, who went, and the rules that it broke; what stops dunning has its rows.
 */
export class Migration20261128140000_dunning extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...TABLE_NAMES.flatMap((table) => fenceOf(table, 'STAFF'))])
      this.addSql(statement);
    this.addSql(addWords('obligation', 'kind', KINDS));
    this.addSql(addWords('obligation', 'subject_kind', SUBJECTS));
  }

  override down(): void {
    this.addSql(`delete from "timer" where kind = 'DUNNING_RUN'`);
    this.addSql(`delete from "obligation" where subject_kind in (${list(SUBJECTS)}) or kind in (${list(KINDS)})`);
    this.addSql(removeWords('obligation', 'subject_kind', SUBJECTS));
    this.addSql(removeWords('obligation', 'kind', KINDS));
    for (const table of TABLE_NAMES) this.addSql(`drop table if exists "${table}"`);
  }
}

const KINDS = ['DUNNING_CALL', 'DUNNING_VISIT', 'LETTER_SERVICE'];
const SUBJECTS = ['DUNNING_CASE'];
const TABLE_NAMES = ['dunning_instalment', 'dunning_hold', 'dunning_step_member', 'dunning_step', 'dunning_case'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const words = (table: string, column: string, values: readonly string[]): string =>
  `alter table "${table}" add constraint "${table}_${column}_check" check ("${column}" in (${list(values)}))`;
const check = (table: string, name: string, expression: string): string =>
  `alter table "${table}" add constraint "${table}_${name}" check (${expression})`;
const index = (table: string, name: string, ...columns: readonly string[]): string =>
  `create index "${table}_company_${name}_idx" on "${table}" ("company_id", ${columns.map((column) => `"${column}"`).join(', ')})`;
const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;

const TABLES = [
  `create table "dunning_case" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "payer_id" uuid not null, "unit_id" uuid null, "currency" text not null, "stage" text not null, "reason" text null, "opened_on" date not null, "opened_at" timestamptz not null, "closed_on" date null, "closed_at" timestamptz null, "ending" text null, "ground" text null, "version" int not null, primary key ("company_id", "id"))`,
  words('dunning_case', 'currency', ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD']),
  words('dunning_case', 'stage', [
    'OVERDUE',
    'REMINDED',
    'CALLED',
    'VISITED',
    'LETTER_PROPOSED',
    'LETTER_APPROVED',
    'LETTER_SENT',
    'LETTER_SERVED',
    'LEGAL_ACTION',
    'CLOSED',
  ]),
  words('dunning_case', 'reason', ['ABROAD', 'VACANT', 'DEVELOPER_DEFECT', 'SERVICE', 'DISPUTE', 'HARDSHIP']),
  words('dunning_case', 'ending', ['PAID', 'ADJUSTED', 'WITHDRAWN']),
  words('dunning_case', 'ground', ['WRONG_DEBTOR', 'TIME_BARRED', 'NOT_WORTHWHILE', 'AGREED_OTHERWISE']),
  check(
    'dunning_case',
    'closed_with_ending',
    `(stage = 'CLOSED') = (closed_at is not null) and (closed_at is null) = (ending is null) and (closed_at is null) = (closed_on is null)`,
  ),
  check('dunning_case', 'ground_of_withdrawal', `(ground is not null) = (ending is not distinct from 'WITHDRAWN')`),
  index('dunning_case', 'estate', 'estate_id', 'id'),
  index('dunning_case', 'payer', 'payer_id', 'id'),
  index('dunning_case', 'unit', 'unit_id', 'id'),
  `create unique index "dunning_case_company_open_key" on "dunning_case" ("company_id", "payer_id", "unit_id", "currency") nulls not distinct where closed_at is null`,

  `create table "dunning_step" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "case_id" uuid not null, "kind" text not null, "state" text not null, "planned_for" timestamptz null, "done_at" timestamptz null, "outcome" text null, "arrears_minor" bigint null, "arrears_from" date null, "arrears_until" date null, "pay_by_day" date null, "items_stated" boolean not null, "understood" boolean not null, "note" text null, "too_few" boolean not null, "off_hours" boolean not null, "in_quiet_hours" boolean not null, "too_early" boolean not null, "while_stopped" boolean not null, "by_other_post" boolean not null, "incomplete" boolean not null, "recorded_by" uuid null, "recorded_at" timestamptz not null, primary key ("company_id", "id"))`,
  words('dunning_step', 'kind', ['MESSAGE', 'TELEPHONE', 'HOME_VISIT', 'LEGAL_ACTION']),
  words('dunning_step', 'state', ['PLANNED', 'DONE', 'CALLED_OFF']),
  words('dunning_step', 'outcome', ['INFORMED', 'PROMISED', 'REFUSED', 'DISPUTED', 'NOT_REACHED']),
  check(
    'dunning_step',
    'done_with_outcome',
    `(state = 'DONE') = (done_at is not null) and (done_at is null) = (outcome is null) and (done_at is null) = (arrears_minor is null)`,
  ),
  check('dunning_step', 'planned_visit', `state = 'DONE' or (kind = 'HOME_VISIT' and planned_for is not null)`),
  index('dunning_step', 'case', 'case_id', 'id'),
  index('dunning_step', 'estate', 'estate_id', 'done_at', 'id'),

  `create table "dunning_step_member" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "step_id" uuid not null, "staff_id" uuid not null, primary key ("company_id", "id"))`,
  `alter table "dunning_step_member" add constraint "dunning_step_member_company_step_staff_key" unique ("company_id", "step_id", "staff_id")`,
  index('dunning_step_member', 'estate', 'estate_id', 'id'),

  `create table "dunning_hold" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "case_id" uuid not null, "kind" text not null, "charge_id" uuid null, "ticket_id" uuid null, "from_day" date not null, "until_day" date null, "begun_at" timestamptz not null, "begun_by" uuid not null, "released_at" timestamptz null, "released_by" uuid null, primary key ("company_id", "id"))`,
  words('dunning_hold', 'kind', ['DISPUTED', 'COMPLAINT', 'PROMISE', 'INSTALMENTS']),
  check(
    'dunning_hold',
    'has_what_its_kind_says',
    `(ticket_id is not null) = (kind = 'COMPLAINT') and (until_day is not null) = (kind = 'PROMISE') and (charge_id is null or kind in ('DISPUTED', 'COMPLAINT'))`,
  ),
  index('dunning_hold', 'case', 'case_id', 'id'),
  index('dunning_hold', 'estate', 'estate_id', 'id'),

  `create table "dunning_instalment" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "hold_id" uuid not null, "due_day" date not null, "amount_minor" bigint not null, primary key ("company_id", "id"))`,
  check('dunning_instalment', 'amount_positive', 'amount_minor > 0'),
  index('dunning_instalment', 'hold', 'hold_id', 'due_day', 'id'),
  index('dunning_instalment', 'estate', 'estate_id', 'id'),
];

const FOREIGN_KEYS = [
  ...TABLE_NAMES.map((table) => key(table, 'estate', 'estate_id', 'estate')),
  key('dunning_case', 'payer', 'payer_id', 'customer'),
  key('dunning_case', 'unit', 'unit_id', 'unit'),
  key('dunning_step', 'case', 'case_id', 'dunning_case'),
  key('dunning_step_member', 'step', 'step_id', 'dunning_step'),
  key('dunning_step_member', 'staff', 'staff_id', 'staff'),
  key('dunning_hold', 'case', 'case_id', 'dunning_case'),
  key('dunning_hold', 'charge', 'charge_id', 'charge'),
  key('dunning_hold', 'ticket', 'ticket_id', 'ticket'),
  key('dunning_instalment', 'hold', 'hold_id', 'dunning_hold'),
];
