import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';

/**
 * Why: how long a ticket may wait for each of its milestones is counted to the second, from a ledger that is only added
 * to, so that what is due, what passed and what was put right later can be told for any day.
 */
export class Migration20261126040000_service_clocks extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FOREIGN_KEYS, ...FENCE, ...LEDGER]) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`delete from timer where kind = 'CLOCK_DUE'`);
    this.addSql('drop table if exists "clock_entry"');
    this.addSql('drop table if exists "service_clock"');
  }
}

const list = (values: string): string => `'${values.split(' ').join(`', '`)}'`;
const REASONS = list('CUSTOMER_ABSENT NO_ACCESS PARTS_AWAITED CONSENT_AWAITED WITH_DEVELOPER WITH_SUPPLIER AUTHORITY');
const MILESTONES = list(
  'FORWARDED ACCEPTED ON_SITE AS_AGREED AT_THE_DOOR CALLED_BACK CALLED_BACK_AFTER_WORK RECTIFIED RECTIFICATION_REPORTED RESULT_TOLD HANDLING_TOLD FEEDBACK PROMISED_REPLY SOLVED',
);
const RULES = list(
  'R-RPR-05 R-RPR-07 R-RPR-08 R-RPR-10 R-RPR-13 D-23 R-CMP-06 R-CMP-07 R-CMP-10 R-CMP-13 R-CMP-17 R-CMP-24 R-CMP-37',
);
const POLICIES = list('R-RPR-05 R-RPR-07 R-RPR-08 P-18 D-23 R-CMP-06 R-CMP-07 R-CMP-10 R-CMP-13 R-CMP-17 R-CMP-37');

const TABLES = [
  `create table "service_clock" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "ticket_id" uuid not null, "occupancy_id" uuid null, "milestone" text not null, "rule" text not null, "round" int not null, "policy" text null, "policy_version" int null, "limit_ms" bigint not null, "calendar" text not null, "state" text not null, "started_at" timestamptz not null, "due_at" timestamptz not null, "warn_at" timestamptz not null, "ended_at" timestamptz null, "stopped_at" timestamptz null, "warned_at" timestamptz null, "breached_at" timestamptz null, "breach_withdrawn_at" timestamptz null, "paused_seconds" int not null, "pause_reason" text null, "paused_until" timestamptz null, primary key ("company_id", "id"))`,
  `alter table "service_clock" add constraint "service_clock_company_ticket_milestone_key" unique ("company_id", "ticket_id", "milestone", "rule", "round")`,
  `create index "service_clock_company_state_due_idx" on "service_clock" ("company_id", "state", "due_at", "id")`,
  `create index "service_clock_company_estate_due_idx" on "service_clock" ("company_id", "estate_id", "state", "due_at", "id")`,
  `create index "service_clock_company_open_idx" on "service_clock" ("company_id", "estate_id", "due_at", "ticket_id") where ended_at is null`,
  `alter table "service_clock" add constraint "service_clock_milestone_check" check ("milestone" in (${MILESTONES}))`,
  `alter table "service_clock" add constraint "service_clock_rule_check" check ("rule" in (${RULES}))`,
  `alter table "service_clock" add constraint "service_clock_policy_check" check ("policy" in (${POLICIES}))`,
  `alter table "service_clock" add constraint "service_clock_calendar_check" check ("calendar" in ('AROUND_THE_CLOCK', 'DESK_HOURS'))`,
  `alter table "service_clock" add constraint "service_clock_state_check" check ("state" in ('RUNNING', 'PAUSED', 'MET', 'BREACHED', 'CANCELLED'))`,
  `alter table "service_clock" add constraint "service_clock_pause_reason_check" check ("pause_reason" in (${REASONS}))`,
  `create table "clock_entry" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "clock_id" uuid not null, "occupancy_id" uuid null, "kind" text not null, "occurred_at" timestamptz not null, "recorded_at" timestamptz not null, "late" boolean not null, "reason" text null, "until_at" timestamptz null, "actor_kind" text not null, "actor_id" uuid null, primary key ("company_id", "id"))`,
  `create index "clock_entry_company_clock_idx" on "clock_entry" ("company_id", "clock_id", "occurred_at", "id")`,
  `alter table "clock_entry" add constraint "clock_entry_pause_says_why" check ((kind = 'PAUSE') = (reason is not null) and (reason is null) = (until_at is null))`,
  `alter table "clock_entry" add constraint "clock_entry_kind_check" check ("kind" in ('START', 'PAUSE', 'RESUME', 'STOP', 'CANCEL', 'WARN', 'BREACH'))`,
  `alter table "clock_entry" add constraint "clock_entry_reason_check" check ("reason" in (${REASONS}))`,
  `alter table "clock_entry" add constraint "clock_entry_actor_kind_check" check ("actor_kind" in ('STAFF', 'RESIDENT', 'INTEGRATION', 'SYSTEM'))`,
];

const FOREIGN_KEYS = [
  `alter table service_clock add constraint service_clock_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table service_clock add constraint service_clock_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table service_clock add constraint service_clock_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
  `alter table clock_entry add constraint clock_entry_clock_fkey foreign key (company_id, clock_id) references service_clock (company_id, id)`,
  `alter table clock_entry add constraint clock_entry_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table clock_entry add constraint clock_entry_occupancy_fkey foreign key (company_id, occupancy_id) references occupancy (company_id, id)`,
];

const FENCE = [...fenceOf('service_clock', 'RESIDENT_WRITES'), ...fenceOf('clock_entry', 'RESIDENT_WRITES')];

/** A ledger is only added to. */
const LEDGER = ['revoke update, delete on clock_entry from guanjia_api'];
