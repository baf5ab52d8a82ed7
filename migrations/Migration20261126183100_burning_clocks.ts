import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what burns are the clocks whose limit has passed, or is near, while what they wait for has not come. The question
 * read all that wait, of every estate, to find none or the fifty oldest; it now meets those alone, the oldest first.
 */
export class Migration20261126183100_burning_clocks extends Migration {
  override up(): void {
    for (const statement of INDEXES) this.addSql(statement);
  }

  override down(): void {
    for (const index of ['passed', 'near']) this.addSql(`drop index if exists "service_clock_company_${index}_idx"`);
  }
}

const INDEXES = [
  `create index "service_clock_company_passed_idx" on "service_clock" ("company_id", "due_at") where ended_at is null and breached_at is not null`,
  `create index "service_clock_company_near_idx" on "service_clock" ("company_id", "warned_at") where ended_at is null and breached_at is null and warned_at is not null`,
];
