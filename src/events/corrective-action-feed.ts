import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';

/** Which events of corrective actions a subscriber wants. */
export interface CorrectiveActionFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/** An event of a corrective action as it is shown. */
export interface CorrectiveActionEvent {
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The action's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly actionId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as actionId'])
  .where('e.subject_kind', '=', 'correctiveAction');

/**
 * Opens the feed of what becomes of corrective actions on the estates where the asker holds `correction.read`, and of the
 * company's own where no estates are named.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openCorrectiveActionFeed(ctx: RequestContext, args: CorrectiveActionFeedArgs) {
  const wanted = args.estateIds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'correction.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['correctiveActions', wanted]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'correction.read'), wanted);
      const events = EVENTS.where('e.company_id', '=', asker.companyId);
      if (!estates) return events;
      return events.where(
        wanted
          ? sql<boolean>`e.estate_id = any(${estates}::uuid[])`
          : sql<boolean>`(e.estate_id is null or e.estate_id = any(${estates}::uuid[]))`,
      );
    },
    concerns: (asker, event) => {
      const scope = authorize(asker, 'correction.read');
      if (event.subjectKind !== 'correctiveAction') return false;
      return event.estateId === null ? wanted === null : isWithin(scope, wanted, event.estateId);
    },
  });
}
