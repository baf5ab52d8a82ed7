import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: what an estate cannot solve goes to head office through one window, with a number, a day by which it is answered and
 * somebody who owes that, and the answer comes back to the owner.
 */
export class Migration20261129121000_liaison_letters extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE]) this.addSql(statement);
    this.addSql(addWords('obligation', 'kind', OWED));
    this.addSql(addWords('obligation', 'subject_kind', OWED_ABOUT));
    this.addSql(addWords('number_format_version', 'subject', NUMBERED));
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
    this.addSql(`delete from "number_format_version" where subject in (${list(NUMBERED)})`);
    this.addSql(removeWords('number_format_version', 'subject', NUMBERED));
    this.addSql(`delete from "obligation" where kind in (${list(OWED)}) or subject_kind in (${list(OWED_ABOUT)})`);
    this.addSql(removeWords('obligation', 'subject_kind', OWED_ABOUT));
    this.addSql(removeWords('obligation', 'kind', OWED));
    for (const table of ['liaison_answer', 'liaison_letter']) this.addSql(`drop table if exists "${table}"`);
  }
}

const OWED = ['LIAISON_ANSWER', 'LIAISON_FEEDBACK'];
const OWED_ABOUT = ['LIAISON_LETTER'];
const NUMBERED = ['LIAISON_LETTER'];
const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['LETTER_SENT', 'LETTER_PASSED', 'LETTER_ANSWERED', 'LETTER_OVERDUE'];
const SUBJECTS = ['liaisonLetter'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = [
  `create table "liaison_letter" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "number" text not null, "number_series" text null, "number_serial" int null, "stage" text not null, "source_kind" text not null, "source_id" uuid null, "subject" text not null, "matter" text not null, "proposal" text null, "drafted_by_id" uuid not null, "drafted_at" timestamptz not null, "sent_by_id" uuid null, "sent_at" timestamptz null, "due_at" timestamptz null, "department_id" uuid null, "passed_at" timestamptz null, "answered_at" timestamptz null, "disputes" int not null, "feedback_mode" text null, "feedback" text null, "closed_at" timestamptz null, "closed_by_id" uuid null, "withdrawn_at" timestamptz null, "withdrawn_by_id" uuid null, "withdraw_reason" text null, "version" int not null, primary key ("company_id", "id"))`,
  `alter table "liaison_letter" add constraint "liaison_letter_stage_check" check ("stage" in ('DRAFTED', 'SENT', 'PASSED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'))`,
  `alter table "liaison_letter" add constraint "liaison_letter_source_kind_check" check ("source_kind" in ('COMPLAINT', 'REPAIR', 'VISIT_SUMMARY', 'OTHER'))`,
  `alter table "liaison_letter" add constraint "liaison_letter_feedback_mode_check" check ("feedback_mode" in ('PHONE', 'IN_PERSON', 'WRITTEN', 'NOBODY'))`,
  `alter table "liaison_letter" add constraint "liaison_letter_source" check ((source_kind = 'OTHER') = (source_id is null))`,
  `alter table "liaison_letter" add constraint "liaison_letter_sent" check (stage in ('DRAFTED', 'WITHDRAWN') or (proposal is not null and sent_by_id is not null and sent_at is not null and due_at is not null))`,
  `alter table "liaison_letter" add constraint "liaison_letter_passed" check ((department_id is null) = (passed_at is null))`,
  `alter table "liaison_letter" add constraint "liaison_letter_answered" check ((stage in ('ANSWERED', 'CLOSED')) = (answered_at is not null))`,
  `alter table "liaison_letter" add constraint "liaison_letter_closed" check ((stage = 'CLOSED') = (closed_at is not null and closed_by_id is not null and feedback_mode is not null))`,
  `alter table "liaison_letter" add constraint "liaison_letter_withdrawn" check ((stage = 'WITHDRAWN') = (withdrawn_at is not null and withdrawn_by_id is not null and withdraw_reason is not null))`,
  `alter table "liaison_letter" add constraint "liaison_letter_company_estate_number_key" unique ("company_id", "estate_id", "number")`,
  `create index "liaison_letter_company_estate_idx" on "liaison_letter" ("company_id", "estate_id", "id")`,
  `create index "liaison_letter_company_stage_idx" on "liaison_letter" ("company_id", "stage", "id")`,
  `create index "liaison_letter_company_source_idx" on "liaison_letter" ("company_id", "source_id", "id")`,
  `create table "liaison_answer" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "letter_id" uuid not null, "round" int not null, "answer" text not null, "answered_by_id" uuid not null, "answered_at" timestamptz not null, "department_id" uuid null, "in_time" boolean not null, "disputed_at" timestamptz null, "disputed_by_id" uuid null, "dispute_reason" text null, primary key ("company_id", "id"))`,
  `alter table "liaison_answer" add constraint "liaison_answer_disputed" check ((disputed_at is null) = (disputed_by_id is null) and (disputed_at is null) = (dispute_reason is null))`,
  `alter table "liaison_answer" add constraint "liaison_answer_company_round_key" unique ("company_id", "letter_id", "round")`,
  `create index "liaison_answer_company_estate_idx" on "liaison_answer" ("company_id", "estate_id", "id")`,
];

const key = (table: string, name: string, column: string, target: string): string =>
  `alter table "${table}" add constraint "${table}_${name}_fkey" foreign key (company_id, ${column}) references "${target}" (company_id, id)`;
const FOREIGN_KEYS = [
  key('liaison_letter', 'estate', 'estate_id', 'estate'),
  key('liaison_letter', 'drafted_by', 'drafted_by_id', 'staff'),
  key('liaison_letter', 'sent_by', 'sent_by_id', 'staff'),
  key('liaison_letter', 'department', 'department_id', 'department'),
  key('liaison_letter', 'closed_by', 'closed_by_id', 'staff'),
  key('liaison_letter', 'withdrawn_by', 'withdrawn_by_id', 'staff'),
  key('liaison_answer', 'estate', 'estate_id', 'estate'),
  key('liaison_answer', 'letter', 'letter_id', 'liaison_letter'),
  key('liaison_answer', 'answered_by', 'answered_by_id', 'staff'),
  key('liaison_answer', 'department', 'department_id', 'department'),
  key('liaison_answer', 'disputed_by', 'disputed_by_id', 'staff'),
];

const FENCE = [...fenceOf('liaison_letter', 'STAFF'), ...fenceOf('liaison_answer', 'STAFF')];
