import { Migration } from '@mikro-orm/migrations';

/**
 * Why: people work from lists. Tickets are found by the channel that they came by, by when they were closed, and the few
 * that were opened again or that nobody is in charge of; each list reads an index in its own order.
 */
export class Migration20261126050000_ticket_queues extends Migration {
  override up(): void {
    for (const statement of INDEXES) this.addSql(statement);
  }

  override down(): void {
    for (const index of ['channel', 'closed', 'reopened', 'unassigned'])
      this.addSql(`drop index if exists "ticket_company_${index}_idx"`);
  }
}

const INDEXES = [
  `create index "ticket_company_channel_idx" on "ticket" ("company_id", "channel", "reported_at", "id")`,
  `create index "ticket_company_closed_idx" on "ticket" ("company_id", "closed_at", "id") where closed_at is not null`,
  `create index "ticket_company_reopened_idx" on "ticket" ("company_id", "reported_at", "id") where reopenings > 0`,
  `create index "ticket_company_unassigned_idx" on "ticket" ("company_id", "phase", "reported_at", "id") where assignee_id is null`,
];
