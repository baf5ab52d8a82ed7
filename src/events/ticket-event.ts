import { sql } from 'kysely';
import { subjectEventsWithin, type EventReach, type SubjectEvent } from './subject-event.js';

/** An event of a ticket. */
export interface TicketEvent extends SubjectEvent {
  /** The service clock that it tells of; null where it tells of the ticket itself. */
  readonly clockId: string | null;
}

/** Of `event as e`, the service clock that it tells of. */
export const CLOCK_ID = sql<string | null>`e.facts ->> 'clockId'`.as('clockId');

/** The events of tickets that somebody may see, unordered. */
export const ticketEventsWithin = (reach: EventReach) => subjectEventsWithin(['ticket'], reach).select(CLOCK_ID);
