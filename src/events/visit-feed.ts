import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isOpenTo, isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';

/** Which events of visits a subscriber wants. */
export interface VisitFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/** An event of a visit as it is shown. */
export interface VisitEvent {
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The visit's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly visitId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as visitId'])
  .where('e.subject_kind', '=', 'ownerVisit');

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
      let events = EVENTS.where('e.company_id', '=', asker.companyId);
      if (asker.kind === 'RESIDENT')
        events = events
          .where('e.visibility', '=', 'CUSTOMER')
          .where(sql<boolean>`e.occupancy_id = any(${[...asker.occupancyIds]}::uuid[])`);
      return estates ? events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`) : events;
    },
    concerns: (asker, event) =>
      event.subjectKind === 'ownerVisit' &&
      isWithin(authorize(asker, 'visit.read'), wanted, event.estateId) &&
      isOpenTo(asker, event),
  });
}
