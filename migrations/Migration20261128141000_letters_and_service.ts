import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: lawyer's letters are proposed, approved, filed and sent together; public lists of debtors are approved before they are
 * posted. Each attempt to serve a document is kept with what proves it: limitation runs from what was served.
 */
export class Migration20261128141000_letters_and_service extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...TABLE_NAMES.flatMap((table) => fenceOf(table, 'STAFF'))])
      this.addSql(statement);
    for (const table of NEVER_CHANGED) this.addSql(`revoke update, delete on "${table}" from guanjia_api`);
    this.addSql(addWords('approval', 'subject_kind', SUBJECTS));
    this.addSql(addWords('attachment', 'subject_kind', ['DUNNING_CASE']));
  }

  override down(): void {
    this.addSql(`delete from "attachment" where subject_kind = 'DUNNING_CASE'`);
    this.addSql(removeWords('attachment', 'subject_kind', ['DUNNING_CASE']));
    this.addSql(`delete from approval_decision d using approval a
                  where a.company_id = d.company_id and a.id = d.approval_id and a.subject_kind in (${list(SUBJECTS)})`);
    this.addSql(`delete from approval where subject_kind in (${list(SUBJECTS)})`);
    this.addSql(removeWords('approval', 'subject_kind', SUBJECTS));
    for (const table of TABLE_NAMES) this.addSql(`drop table if exists "${table}"`);
  }
}

const SUBJECTS = ['LAWYER_LETTERS', 'DEBTOR_LIST'];
const TABLE_NAMES = [
  'dunning_evidence',
  'document_service',
  'debtor_list_line',
  'debtor_list',
  'lawyer_letter',
  'letter_list',
];
const NEVER_CHANGED = ['document_service', 'debtor_list_line', 'dunning_evidence'];
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
  `create table "letter_list" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "state" text not null, "proposed_by" uuid not null, "proposed_at" timestamptz not null, "approved_at" timestamptz null, "filed_at" timestamptz null, "file_number" text null, "sent_on" date null, "law_firm" text null, "version" int not null, primary key ("company_id", "id"))`,
  words('letter_list', 'state', ['PROPOSED', 'DROPPED', 'APPROVED', 'FILED', 'SENT']),
  check(
    'letter_list',
    'approved_before_sent',
    `(state in ('APPROVED', 'FILED', 'SENT')) = (approved_at is not null) and (state in ('FILED', 'SENT')) = (filed_at is not null) and (filed_at is null) = (file_number is null) and (state = 'SENT') = (sent_on is not null)`,
  ),
  index('letter_list', 'estate', 'estate_id', 'id'),

  `create table "lawyer_letter" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "list_id" uuid not null, "case_id" uuid not null, "ground" text not null, "arrears_minor" bigint not null, "arrears_from" date null, "arrears_until" date null, "dropped_at" timestamptz null, "sent_on" date null, "eligible_when_sent" boolean null, "served_on" date null, primary key ("company_id", "id"))`,
  words('lawyer_letter', 'ground', ['TIME', 'VISITS', 'COMPANY_DECISION']),
  check(
    'lawyer_letter',
    'sent_before_served',
    `(sent_on is null) = (eligible_when_sent is null) and (served_on is null or sent_on is not null) and (dropped_at is null or sent_on is null)`,
  ),
  index('lawyer_letter', 'list', 'list_id', 'id'),
  index('lawyer_letter', 'case', 'case_id', 'id'),
  index('lawyer_letter', 'estate', 'estate_id', 'id'),

  `create table "debtor_list" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "state" text not null, "shows_names" boolean not null, "proposed_by" uuid not null, "proposed_at" timestamptz not null, "approved_at" timestamptz null, "posted_at" timestamptz null, "notarised" boolean not null, "version" int not null, primary key ("company_id", "id"))`,
  words('debtor_list', 'state', ['PROPOSED', 'DROPPED', 'APPROVED', 'POSTED']),
  check(
    'debtor_list',
    'approved_before_posted',
    `(state in ('APPROVED', 'POSTED')) = (approved_at is not null) and (state = 'POSTED') = (posted_at is not null)`,
  ),
  index('debtor_list', 'estate', 'estate_id', 'id'),

  `create table "debtor_list_line" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "list_id" uuid not null, "case_id" uuid not null, "unit_id" uuid not null, "document" text not null, "arrears_minor" bigint not null, primary key ("company_id", "id"))`,
  words('debtor_list_line', 'document', ['PAYMENT_NOTICE', 'LAWYER_LETTER']),
  index('debtor_list_line', 'list', 'list_id', 'id'),
  index('debtor_list_line', 'estate', 'estate_id', 'id'),

  `create table "document_service" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "case_id" uuid not null, "document" text not null, "letter_id" uuid null, "debtor_list_id" uuid null, "method" text not null, "outcome" text not null, "attempted_at" timestamptz not null, "attempted_on" date not null, "arrears_minor" bigint not null, "arrears_from" date null, "arrears_until" date null, "receipt_number" text null, "notarised" boolean not null, "served_by" uuid not null, "recorded_at" timestamptz not null, primary key ("company_id", "id"))`,
  words('document_service', 'document', ['PAYMENT_NOTICE', 'LAWYER_LETTER']),
  words('document_service', 'method', ['STEWARD', 'POST', 'PUBLIC_NOTICE']),
  words('document_service', 'outcome', ['SERVED', 'REFUSED', 'NOT_FOUND', 'UNDELIVERABLE']),
  check('document_service', 'letter', `(letter_id is not null) = (document = 'LAWYER_LETTER')`),
  check('document_service', 'public', `(debtor_list_id is not null) = (method = 'PUBLIC_NOTICE')`),
  index('document_service', 'case', 'case_id', 'id'),
  index('document_service', 'estate', 'estate_id', 'id'),

  `create table "dunning_evidence" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "case_id" uuid not null, "step_id" uuid null, "service_id" uuid null, "attachment_id" uuid not null, primary key ("company_id", "id"))`,
  check('dunning_evidence', 'of_one', '(step_id is null) <> (service_id is null)'),
  index('dunning_evidence', 'case', 'case_id', 'id'),
  index('dunning_evidence', 'service', 'service_id', 'id'),
  index('dunning_evidence', 'step', 'step_id', 'id'),
  index('dunning_evidence', 'estate', 'estate_id', 'id'),
];

const FOREIGN_KEYS = [
  ...TABLE_NAMES.map((table) => key(table, 'estate', 'estate_id', 'estate')),
  key('lawyer_letter', 'list', 'list_id', 'letter_list'),
  key('lawyer_letter', 'case', 'case_id', 'dunning_case'),
  key('debtor_list_line', 'list', 'list_id', 'debtor_list'),
  key('debtor_list_line', 'case', 'case_id', 'dunning_case'),
  key('debtor_list_line', 'unit', 'unit_id', 'unit'),
  key('document_service', 'case', 'case_id', 'dunning_case'),
  key('document_service', 'letter', 'letter_id', 'lawyer_letter'),
  key('document_service', 'debtor_list', 'debtor_list_id', 'debtor_list'),
  key('dunning_evidence', 'case', 'case_id', 'dunning_case'),
  key('dunning_evidence', 'step', 'step_id', 'dunning_step'),
  key('dunning_evidence', 'service', 'service_id', 'document_service'),
  key('dunning_evidence', 'attachment', 'attachment_id', 'attachment'),
];
