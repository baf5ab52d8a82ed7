import { touchesBoard } from '../../domain/board/estate-board.js';
import { assertPace } from '../../domain/board/pace.js';
import { assertFeedEstates } from '../../events/assert-feed-estates.js';
import { isWithin } from '../../events/feed-reach.js';
import { openTopic } from '../../events/open-feed.js';
import { authorize } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { boardsByEvent, changedBoards, standingBoards } from './estate-boards.js';

/** Which boards a subscriber wants, and how often. */
export interface BoardFeedArgs {
  readonly estateIds?: readonly string[] | null;
  /** Milliseconds. */
  readonly everyMs: number;
  /** Cursor of the last board received, or of the answer that was queried; absent: every board as it stands, then changes. */
  readonly after?: string | null;
}

/**
 * Opens the feed of the boards of estates where the asker holds `board.read`: those that events behind `after` may have
 * changed, or without it all of them as they stand; then each that an event may have changed, at most once a beat.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT for a pace below 250 or above 60,000 milliseconds, and when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openBoardFeed(ctx: RequestContext, { estateIds, everyMs, after }: BoardFeedArgs) {
  const wanted = estateIds ?? null;
  assertPace(everyMs);
  if (wanted) await assertFeedEstates(ctx, 'board.read', wanted);
  return openTopic(ctx, after, {
    gathering: { everyMs, thing: ({ estateId }) => String(estateId), alone: false },
    concerns: (asker, event) => touchesBoard(event) && isWithin(authorize(asker, 'board.read'), wanted, event.estateId),
    standing: (reading, seq) => standingBoards(reading, wanted, seq),
    read: (reading, behind, limit) => changedBoards(reading, wanted, behind, limit),
    find: (reading, seqs) => boardsByEvent(reading, seqs),
  });
}
