import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: the customer service manager hears the figures of every day, and checks some of its finished orders. Figures as
 * they were told, and checks with what was found; the day's finished orders are found by an index.
 */
export class Migration20261126042300_routine_of_repairs extends Migration {
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
    for (const table of ['repair_check', 'repair_day']) this.addSql(`drop table if exists "${table}"`);
    this.addSql('drop index "ticket_company_completed_idx"');
  }
}

const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = ['REPAIR_DAY', 'REPAIR_DAY_SILENT'];
const SUBJECTS = ['repairDay'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

const TABLES = [
  `create index "ticket_company_completed_idx" on "ticket" ("company_id", "estate_id", "completed_at") where completed_at is not null`,
  `create table "repair_day" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "day" date not null, "reported" int not null, "completed" int not null, "open" int not null, "without_consent" int not null, "counted_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "repair_day" add constraint "repair_day_company_estate_key" unique ("company_id", "estate_id", "day")`,
  `create index "repair_day_company_day_idx" on "repair_day" ("company_id", "day", "id")`,
  `create table "repair_check" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "ticket_id" uuid not null, "day" date not null, "drawn" boolean not null, "state" text not null, "complete" boolean null, "accurate" boolean null, "arrived_as_required" boolean null, "finding" text null, "checked_by" uuid null, "checked_at" timestamptz null, "version" int not null, primary key ("company_id", "id"))`,
  `create index "repair_check_company_estate_idx" on "repair_check" ("company_id", "estate_id", "day", "id")`,
  `create index "repair_check_company_day_idx" on "repair_check" ("company_id", "day", "id")`,
  `alter table "repair_check" add constraint "repair_check_company_ticket_key" unique ("company_id", "ticket_id")`,
  `alter table "repair_check" add constraint "repair_check_state_check" check ("state" in (${list(['OPEN', 'PASSED', 'FAULTY'])}))`,
  `alter table "repair_check" add constraint "repair_check_answered" check ((state = 'OPEN') = (checked_at is null))`,
];

const FOREIGN_KEYS = [
  `alter table repair_day add constraint repair_day_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table repair_check add constraint repair_check_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table repair_check add constraint repair_check_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table repair_check add constraint repair_check_staff_fkey foreign key (company_id, checked_by) references staff (company_id, id)`,
];

const FENCE = [...fenceOf('repair_day', 'STAFF'), ...fenceOf('repair_check', 'STAFF')];
