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
  /** The service clock that it tells of; null where it tells of the ticket itself. */
  readonly clockId: string | null;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as ticketId'])
  .select(sql<string | null>`e.facts ->> 'clockId'`.as('clockId'));

/** How far somebody reads the events of tickets. */
export interface TicketEventReach {
  readonly companyId: string;
  /** Of a resident: the own ones. */
  readonly occupancyIds: readonly string[] | null;
}

/** How far somebody reads the events of tickets. */
export const ticketEventReach = ({ companyId, kind, occupancyIds }: Principal): TicketEventReach => ({
  companyId,
  occupancyIds: kind === 'RESIDENT' ? occupancyIds : null,
});

/** The events of tickets so far, unordered; a resident's are the CUSTOMER events of own occupancies. */
export function ticketEventsWithin({ companyId, occupancyIds }: TicketEventReach) {
  const events = EVENTS.where('e.company_id', '=', companyId).where('e.subject_kind', '=', 'ticket');
  if (!occupancyIds) return events;
  return events
    .where('e.visibility', '=', 'CUSTOMER')
    .where(sql<boolean>`e.occupancy_id = any(${occupancyIds}::uuid[])`);
}

/** The events of tickets that the asker may see, unordered. */
export const selectTicketEvents = (asker: Principal) => ticketEventsWithin(ticketEventReach(asker));
