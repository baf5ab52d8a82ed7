import { Migration } from '@mikro-orm/migrations';

/**
 * Why: two thirds of a large company's journal were indexes, and moving a change into it was mostly writing those. A day instead of an
 * instant, and no item behind the cell, make entries that many rows share. What an item was told before is found by the key itself: of
 * two indexes that a table without rows offers the planner may take the wrong one, and keeps it while the table fills. (1.5
 * million changes of 10 estates: 796 to about 400 MB.) Sums are written over in place, where their page has room.
 */
export class Migration20261206100000_slim_journal extends Migration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(`alter table "${table}" add column "recorded_day" date not null generated always as (${DAY}) stored`);
      this.addSql(keyOf(table, ['company_id', 'subject_id', 'id']));
      this.addSql(`drop index "${table}_company_subject_idx"`);
    }
    for (const name of ['cell', 'later', 'recorded']) this.addSql(`drop index "metric_journal_company_${name}_idx"`);
    for (const [name, columns] of SHARED) this.addSql(index('metric_journal', name, columns));
    this.addSql('alter table "metric_sum" set (fillfactor = 80)');
  }

  override down(): void {
    this.addSql('alter table "metric_sum" reset (fillfactor)');
    for (const [name] of SHARED) this.addSql(`drop index "metric_journal_company_${name}_idx"`);
    for (const table of TABLES) {
      this.addSql(`alter table "${table}" drop column "recorded_day"`);
      this.addSql(keyOf(table, ['company_id', 'id']));
      this.addSql(index(table, 'subject', ['subject_id']));
    }
    for (const [name, columns] of OF_ITS_OWN) this.addSql(index('metric_journal', name, columns));
  }
}

const TABLES = ['metric_fresh', 'metric_journal'];
const DAY = "(recorded_at at time zone 'UTC')::date";
const SHARED = [
  ['cell', ['metric', 'estate_id', 'on_day']],
  ['later', ['metric', 'on_day', 'recorded_day']],
  ['recorded', ['recorded_day']],
] as const;
const OF_ITS_OWN = [
  ['cell', ['metric', 'estate_id', 'on_day', 'subject_id']],
  ['later', ['metric', 'on_day', 'recorded_at']],
  ['recorded', ['recorded_at']],
] as const;

const list = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
const keyOf = (table: string, columns: readonly string[]): string =>
  `alter table "${table}" drop constraint "${table}_pkey", add primary key (${list(columns)})`;
const index = (table: string, name: string, columns: readonly string[]): string =>
  `create index "${table}_company_${name}_idx" on "${table}" (${list(['company_id', ...columns])})`;
