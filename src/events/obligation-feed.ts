import { sql } from 'kysely';
import type { ObligationKind } from '../domain/obligation/obligation-kind.js';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';
import { eventReach, subjectEventsWithin } from './subject-event.js';

/** Which events of obligations a subscriber wants. */
export interface ObligationFeedArgs {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly ObligationKind[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/**
 * Opens the feed of what becomes of obligations on the estates where the asker holds `obligation.read`, and of the
 * company's own.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openObligationFeed(ctx: RequestContext, args: ObligationFeedArgs) {
  const wanted = args.estateIds ?? null;
  const kinds = args.kinds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'obligation.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['obligations', wanted, kinds]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'obligation.read'), wanted);
      let events = subjectEventsWithin('obligation', eventReach(asker));
      if (estates)
        events = events.where(
          wanted
            ? sql<boolean>`e.estate_id = any(${estates}::uuid[])`
            : sql<boolean>`(e.estate_id is null or e.estate_id = any(${estates}::uuid[]))`,
        );
      if (kinds) events = events.where(sql<boolean>`e.facts ->> 'kind' = any(${[...kinds]}::text[])`);
      return events;
    },
    concerns: (asker, event) => {
      const scope = authorize(asker, 'obligation.read');
      if (event.subjectKind !== 'obligation' || !(kinds === null || kinds.some((kind) => kind === event.kind)))
        return false;
      return event.estateId === null ? wanted === null : isWithin(scope, wanted, event.estateId);
    },
  });
}
