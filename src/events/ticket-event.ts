import { sql } from 'kysely';
import type { Principal } from '../tenancy/principal.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';

/** An event of a ticket as it is shown: in a timeline and on the wire alike. */
export interface TicketEvent {
  /** Position in the company's event log. */
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The ticket's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly ticketId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as ticketId']);

/** The events of tickets that the asker may see, unordered; a resident's are the CUSTOMER events of own occupancies. */
export function selectTicketEvents(asker: Principal) {
  const events = EVENTS.where('e.company_id', '=', asker.companyId).where('e.subject_kind', '=', 'ticket');
  if (asker.kind !== 'RESIDENT') return events;
  return events
    .where('e.visibility', '=', 'CUSTOMER')
    .where(sql<boolean>`e.occupancy_id = any(${[...asker.occupancyIds]}::uuid[])`);
}
