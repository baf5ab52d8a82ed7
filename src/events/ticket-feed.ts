import { sql } from 'kysely';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { assertFeedTickets } from './assert-feed-tickets.js';
import { openFeed } from './open-feed.js';
import { eventsOfTopic, type SubjectFeedArgs, type SubjectTopic } from './subject-feed.js';
import { CLOCK_ID } from './ticket-event.js';

/** Which ticket events a subscriber wants. */
export interface TicketFeedArgs extends SubjectFeedArgs {
  readonly ticketIds?: readonly string[] | null;
}

const TICKETS: SubjectTopic = { subjects: ['ticket'], action: 'ticket.read' };

/**
 * Opens the feed of ticket events that the asker may see, as other feeds of subjects; of single tickets where some are named.
 * @throws NOT_FOUND when an estate or a ticket is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company, and for more than 100 tickets
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openTicketFeed(ctx: RequestContext, args: TicketFeedArgs) {
  const tickets = args.ticketIds ? new Set(args.ticketIds) : null;
  if (args.estateIds) await assertFeedEstates(ctx, TICKETS.action, args.estateIds);
  if (tickets) await assertFeedTickets(ctx, tickets);
  const { alike, select, concerns } = eventsOfTopic(TICKETS, args);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify([alike, tickets && [...tickets]]),
    select: (asker) => {
      const events = select(asker).select(CLOCK_ID);
      return tickets ? events.where(sql<boolean>`e.subject_id = any(${[...tickets]}::uuid[])`) : events;
    },
    concerns: (asker, event) => (tickets === null || tickets.has(event.subjectId)) && concerns(asker, event),
  });
}
