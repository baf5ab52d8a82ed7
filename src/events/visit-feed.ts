import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isOpenTo, isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';
import { eventReach, subjectEventsWithin } from './subject-event.js';

/** Which events of visits a subscriber wants. */
export interface VisitFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/**
 * Opens the feed of what becomes of visits on the estates where the asker holds `visit.read`; of a resident, what concerns
 * the own occupancies.
 * @rule D-30
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openVisitFeed(ctx: RequestContext, args: VisitFeedArgs) {
  const wanted = args.estateIds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'visit.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['visits', wanted]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'visit.read'), wanted);
      const events = subjectEventsWithin('ownerVisit', eventReach(asker));
      return estates ? events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`) : events;
    },
    concerns: (asker, event) =>
      event.subjectKind === 'ownerVisit' &&
      isWithin(authorize(asker, 'visit.read'), wanted, event.estateId) &&
      isOpenTo(asker, event),
  });
}
