import { sql } from 'kysely';
import type { ObligationKind } from '../domain/obligation/obligation-kind.js';
import { authorize, narrow } from '../tenancy/authorize.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';

/** Which events of obligations a subscriber wants. */
export interface ObligationFeedArgs {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly ObligationKind[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/** An event of an obligation as it is shown. */
export interface ObligationEvent {
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The obligation's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly obligationId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as obligationId'])
  .where('e.subject_kind', '=', 'obligation');

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
    select: (asker) => {
      const estates = narrow(authorize(asker, 'obligation.read'), wanted);
      let events = EVENTS.where('e.company_id', '=', asker.companyId);
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
