import { Migration } from '@mikro-orm/migrations';
import { PG_BOSS_43 } from './pg-boss-43.js';

/**
 * Why: what happens by itself. Timers as rows that the clock worker claims, the places of reactions in the event log with
 * what they went past, a mark on events of history that nothing reacts to, and the tables of pg-boss for work that may
 * come later. Those belong to the owner like everything else; a job says which row of which company, and nothing more.
 */
export class Migration20261125100000_rhythm extends Migration {
  override up(): void {
    for (const statement of [...TABLES, ...FENCE, ...GRANTS, ...JOBS]) this.addSql(statement);
  }

  override down(): void {
    for (const statement of NO_JOBS) this.addSql(statement);
    for (const table of ['timer', 'parked_event', 'reaction_place']) this.addSql(`drop table if exists "${table}"`);
    this.addSql('alter table event drop column silent');
  }
}

const TABLES = [
  `create table "timer" ("company_id" uuid not null, "id" uuid not null, "kind" text not null, "subject_id" uuid not null, "due_at" timestamptz null, "set_for" timestamptz not null, "failures" int not null, "parked_at" timestamptz null, primary key ("company_id", "id"))`,
  `create index "timer_company_due_idx" on "timer" ("company_id", "due_at")`,
  `create index "timer_company_subject_idx" on "timer" ("company_id", "subject_id", "kind")`,
  `alter table "timer" add constraint "timer_runs_or_is_parked" check ((due_at is null) = (parked_at is not null))`,
  `alter table "timer" add constraint timer_company_fkey foreign key (company_id) references company (id)`,
  `create table "reaction_place" ("company_id" uuid not null, "name" text not null, "seq" bigint not null, "failures" int not null, "retry_at" timestamptz null, primary key ("company_id", "name"))`,
  `alter table "reaction_place" add constraint reaction_place_company_fkey foreign key (company_id) references company (id)`,
  `create table "parked_event" ("company_id" uuid not null, "reaction" text not null, "seq" bigint not null, "parked_at" timestamptz not null, "failure" text not null, primary key ("company_id", "reaction", "seq"))`,
  `alter table "parked_event" add constraint parked_event_company_fkey foreign key (company_id) references company (id)`,
  `alter table event add column silent boolean not null default false`,
];

const COMPANY = `company_id = (select nullif(current_setting('app.company', true), '')::uuid)`;
const STAFF = `(select nullif(current_setting('app.audience', true), '')) = 'staff'`;
const RESIDENT = `(select nullif(current_setting('app.audience', true), '')) = 'resident'`;
const EVERYWHERE = `(select nullif(current_setting('app.all_estates', true), '')) = 'on'`;

const fenced = (table: string, terms: string): string[] => [
  `alter table "${table}" enable row level security`,
  `alter table "${table}" force row level security`,
  `create policy "${table}_api" on "${table}" to "guanjia_api" using (${COMPANY} and ${terms}) with check (${COMPANY} and ${terms})`,
  `create policy "${table}_owner" on "${table}" to "guanjia_owner" using (true) with check (true)`,
];

const FENCE = [
  ...fenced('timer', `(${STAFF} or ${RESIDENT})`),
  `create policy "timer_watch" on "timer" for select to "guanjia_watch" using (true)`,
  ...['reaction_place', 'parked_event'].flatMap((table) => [
    ...fenced(table, `(${STAFF} and ${EVERYWHERE})`),
    `create policy "${table}_read" on "${table}" for select to "guanjia_api" using (${COMPANY} and ${STAFF})`,
  ]),
];

const GRANTS = [
  `grant select, insert, update, delete on timer, reaction_place, parked_event to guanjia_api`,
  `grant select (company_id, due_at) on timer to guanjia_watch`,
];

const JOBS = [
  `do $$ begin if to_regnamespace('pgboss') is null then create schema pgboss; end if; end $$`,
  ...PG_BOSS_43,
  `alter table pgboss.job_common add constraint job_names_a_row check (data is null or data = jsonb_build_object('companyId', (data ->> 'companyId')::uuid, 'rowId', (data ->> 'rowId')::uuid))`,
  `grant usage on schema pgboss to guanjia_api`,
  `grant select, insert, update, delete on all tables in schema pgboss to guanjia_api`,
];

/** The schema itself may have been made for the owner by somebody else: it stays. */
const NO_JOBS = [
  `drop table if exists pgboss.job_dependency, pgboss.queue_stats, pgboss.warning, pgboss.job, pgboss.bam, pgboss.subscription, pgboss.schedule, pgboss.queue, pgboss.version cascade`,
  `drop function if exists pgboss.delete_queue(text), pgboss.create_queue(text, jsonb), pgboss.job_table_run_async(text, int, text, text, text), pgboss.job_table_run(text, text, text), pgboss.job_table_format(text, text), pgboss.job_now()`,
  `drop type if exists pgboss.job_state`,
];
