import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what was known on an earlier day is the sums of now without the changes that became known since. Of a figure and its days those
 * are found by when they became known, and not among all changes that the figure ever had.
 */
export class Migration20261201120000_later_changes extends Migration {
  override up(): void {
    this.addSql(
      `create index "metric_journal_company_later_idx" on "metric_journal" ("company_id", "metric", "on_day", "recorded_at")`,
    );
  }

  override down(): void {
    this.addSql('drop index "metric_journal_company_later_idx"');
  }
}
