import { Migration } from '@mikro-orm/migrations';

/**
 * Why: what waits for somebody, and what burns, are tickets that are not at their end: few among many. Each list reads them
 * alone, the oldest first.
 */
export class Migration20261126050200_open_tickets extends Migration {
  override up(): void {
    for (const statement of INDEXES) this.addSql(statement);
  }

  override down(): void {
    for (const index of ['open', 'open_assignee']) this.addSql(`drop index if exists "ticket_company_${index}_idx"`);
  }
}

const INDEXES = [
  `create index "ticket_company_open_idx" on "ticket" ("company_id", "reported_at", "id") where closed_at is null`,
  `create index "ticket_company_open_assignee_idx" on "ticket" ("company_id", "assignee_id", "reported_at", "id") where closed_at is null`,
];
