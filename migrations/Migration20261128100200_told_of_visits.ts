import { Migration } from '@mikro-orm/migrations';
import { addWords, removeWords } from './words-of-check.js';

/**
 * Why: the supervisor hears of records that were not handed in and of a month that falls short, whoever decides hears of
 * summaries, and the owner of a corrective action of what is owed and overdue. A month is told of once.
 */
export class Migration20261128100200_told_of_visits extends Migration {
  override up(): void {
    for (const table of TABLES_OF_KINDS) this.addSql(addWords(table, 'kind', KINDS));
    this.addSql(addWords('notification', 'subject_kind', SUBJECTS));
    this.addSql('alter table "visit_month" add column "reminded_at" timestamptz null');
  }

  override down(): void {
    this.addSql('alter table "visit_month" drop column "reminded_at"');
    this.addSql(`delete from "notification" where subject_kind in (${list(SUBJECTS)})`);
    this.addSql(removeWords('notification', 'subject_kind', SUBJECTS));
    for (const table of [...TABLES_OF_KINDS].reverse()) {
      this.addSql(`delete from "${table}" where kind in (${list(KINDS)})`);
      this.addSql(removeWords(table, 'kind', KINDS));
    }
  }
}

const TABLES_OF_KINDS = ['notification', 'message', 'message_template_version'];
const KINDS = [
  'VISIT_RECORD_MISSED',
  'VISIT_SUMMARY_SUBMITTED',
  'VISITS_SHORT',
  'CORRECTIVE_ACTION_OWED',
  'CORRECTIVE_ACTION_OVERDUE',
];
const SUBJECTS = ['ownerVisit', 'visitSummary', 'visitMonth', 'correctiveAction'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
