import { Migration } from '@mikro-orm/migrations';
import { fenceOf } from './fence-of.js';
import { addWords, removeWords } from './words-of-check.js';

/** Why: beyond its cap a service clock stands still only by approval; what was asked for is kept as it was submitted. */
export class Migration20261126090000_clock_pause_proposals extends Migration {
  override up(): void {
    for (const statement of [...TABLE, ...FOREIGN_KEYS, ...fenceOf('clock_pause_proposal', 'STAFF')])
      this.addSql(statement);
    this.addSql(addWords('approval', 'subject_kind', ['CLOCK_PAUSE']));
  }

  override down(): void {
    this.addSql(`delete from approval_decision d using approval a
                  where a.company_id = d.company_id and a.id = d.approval_id and a.subject_kind = 'CLOCK_PAUSE'`);
    this.addSql(`delete from approval where subject_kind = 'CLOCK_PAUSE'`);
    this.addSql(removeWords('approval', 'subject_kind', ['CLOCK_PAUSE']));
    this.addSql('drop table if exists "clock_pause_proposal"');
  }
}

const TABLE = [
  `create table "clock_pause_proposal" ("company_id" uuid not null, "id" uuid not null, "estate_id" uuid not null, "ticket_id" uuid not null, "clock_id" uuid not null, "reason" text not null, "until_at" timestamptz not null, "note_id" uuid not null, "proposed_at" timestamptz not null, primary key ("company_id", "id"))`,
  `alter table "clock_pause_proposal" add constraint "clock_pause_proposal_reason_check" check ("reason" in ('CUSTOMER_ABSENT', 'NO_ACCESS', 'PARTS_AWAITED', 'CONSENT_AWAITED', 'WITH_DEVELOPER', 'WITH_SUPPLIER', 'AUTHORITY'))`,
];

const FOREIGN_KEYS = [
  `alter table clock_pause_proposal add constraint clock_pause_proposal_estate_fkey foreign key (company_id, estate_id) references estate (company_id, id)`,
  `alter table clock_pause_proposal add constraint clock_pause_proposal_ticket_fkey foreign key (company_id, ticket_id) references ticket (company_id, id)`,
  `alter table clock_pause_proposal add constraint clock_pause_proposal_clock_fkey foreign key (company_id, clock_id) references service_clock (company_id, id)`,
  `alter table clock_pause_proposal add constraint clock_pause_proposal_note_fkey foreign key (company_id, note_id) references ticket_note (company_id, id)`,
];
