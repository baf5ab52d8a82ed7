import { sql } from 'kysely';
import { authorize, narrow } from '../tenancy/authorize.js';
import { columns, sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { assertFeedEstates } from './assert-feed-estates.js';
import { isWithin } from './feed-reach.js';
import { openFeed } from './open-feed.js';

/** Which events of liaison letters a subscriber wants. */
export interface LiaisonLetterFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/** An event of a liaison letter as it is shown. */
export interface LiaisonLetterEvent {
  readonly cursor: string;
  readonly type: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** The letter's version after it. */
  readonly version: number;
  readonly actorKind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly actorId: string | null;
  readonly letterId: string;
}

const EVENTS = sqlFor
  .selectFrom('event as e')
  .select(columns('e', 'seq', 'type', 'occurred_at', 'recorded_at', 'actor_kind', 'actor_id'))
  .select(['e.subject_version as version', 'e.subject_id as letterId'])
  .where('e.subject_kind', '=', 'liaisonLetter');

/**
 * Opens the feed of what becomes of liaison letters on the estates where the asker holds `letter.read`.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openLiaisonLetterFeed(ctx: RequestContext, args: LiaisonLetterFeedArgs) {
  const wanted = args.estateIds ?? null;
  if (wanted) await assertFeedEstates(ctx, 'letter.read', wanted);
  return openFeed(ctx, args.after, {
    alike: JSON.stringify(['liaisonLetters', wanted]),
    select: (asker) => {
      const estates = narrow(authorize(asker, 'letter.read'), wanted);
      const events = EVENTS.where('e.company_id', '=', asker.companyId);
      return estates ? events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`) : events;
    },
    concerns: (asker, event) =>
      event.subjectKind === 'liaisonLetter' && isWithin(authorize(asker, 'letter.read'), wanted, event.estateId),
  });
}
