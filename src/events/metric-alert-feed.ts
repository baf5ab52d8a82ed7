import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';

/** Which events of alerts a subscriber wants. */
export interface MetricAlertFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/** An event of an alert as it is shown. */
export interface MetricAlertEvent {
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The alert's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly alertId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as alertId'])
  .where('e.subject_kind', '=', 'metricAlert');

/**
 * Opens the feed of what becomes of alerts on the estates where the asker holds `alert.read`.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openMetricAlertFeed(ctx: RequestContext, args: MetricAlertFeedArgs) {
  const wanted = args.estateIds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'alert.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['metricAlerts', wanted]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'alert.read'), wanted);
      const events = EVENTS.where('e.company_id', '=', asker.companyId);
      return estates ? events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`) : events;
    },
    concerns: (asker, event) =>
      event.subjectKind === 'metricAlert' && isWithin(authorize(asker, 'alert.read'), wanted, event.estateId),
  });
}
