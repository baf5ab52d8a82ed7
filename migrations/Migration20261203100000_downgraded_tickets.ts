import { Migration } from '@mikro-orm/migrations';

/** Why: head office sees what bends figures: which tickets were made lesser matters than they were (D-27). Of earlier ones the log tells. */
export class Migration20261203100000_downgraded_tickets extends Migration {
  override up(): void {
    this.addSql(`alter table "ticket" add column "downgraded_at" timestamptz null`);
    this.addSql(`
update ticket t set downgraded_at = e.at
  from (select company_id, subject_id, max(occurred_at) as at from event
         where subject_kind = 'ticket' and (type = 'ticket.COMPLAINT_LOWERED' or (type = 'ticket.REPAIR_REGRADED' and facts ->> 'downgraded' = 'true'))
         group by company_id, subject_id) e
 where e.company_id = t.company_id and e.subject_id = t.id`);
  }

  override down(): void {
    this.addSql(`alter table "ticket" drop column "downgraded_at"`);
  }
}
