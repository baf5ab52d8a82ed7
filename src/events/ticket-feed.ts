import { sql } from 'kysely';
import type { TicketKind } from '../domain/ticket/ticket-kind.js';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { assertFeedTickets } from './assert-feed-tickets.js';
import { isOpenTo, isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';
import { eventReach } from './subject-event.js';
import { ticketEventsWithin } from './ticket-event.js';

/** Which ticket events a subscriber wants. */
export interface TicketFeedArgs {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly TicketKind[] | null;
  readonly ticketIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/**
 * Opens the feed of ticket events that the asker may see. Needs `ticket.read`; which estates it reaches is asked again
 * at every read.
 * @throws NOT_FOUND when an estate or a ticket is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company, and for more than 100 tickets
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openTicketFeed(ctx: RequestContext, args: TicketFeedArgs) {
  const wanted = args.estateIds ?? null;
  const kinds = args.kinds ?? null;
  const tickets = args.ticketIds ? new Set(args.ticketIds) : null;
  if (wanted) await assertFeedEstates(ctx, 'ticket.read', wanted);
  if (tickets) await assertFeedTickets(ctx, tickets);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['tickets', wanted, kinds, tickets && [...tickets]]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'ticket.read'), wanted);
      let events = ticketEventsWithin(eventReach(asker));
      if (estates) events = events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`);
      if (tickets) events = events.where(sql<boolean>`e.subject_id = any(${[...tickets]}::uuid[])`);
      if (kinds) events = events.where(sql<boolean>`e.facts ->> 'kind' = any(${[...kinds]}::text[])`);
      return events;
    },
    concerns: (asker, event) =>
      event.subjectKind === 'ticket' &&
      isWithin(authorize(asker, 'ticket.read'), wanted, event.estateId) &&
      (tickets === null || tickets.has(event.subjectId)) &&
      (kinds === null || kinds.some((kind) => kind === event.kind)) &&
      isOpenTo(asker, event),
  });
}
