import { assertPace } from '../../domain/board/pace.js';
import { QUEUE_REASONS, type QueueReason } from '../../domain/queue/queue-reason.js';
import { touchesQueue } from '../../domain/queue/touches-queue.js';
import { openTopic } from '../../events/open-feed.js';
import { authorize } from '../../tenancy/authorize.js';
import type { EventPointer } from '../../tenancy/event-log.js';
import { reaches, type Principal } from '../../tenancy/principal.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { ownQueueCounts } from './own-queue.js';

/** Of which reasons a subscriber wants to hear, and how often. */
export interface QueueFeedArgs {
  readonly reasons?: readonly QueueReason[] | null;
  /** Milliseconds. */
  readonly everyMs: number;
}

/** How many things wait for somebody in one snapshot. */
interface PlacedCounts {
  readonly seq: number;
  readonly counts: Awaited<ReturnType<typeof ownQueueCounts>>;
}

/**
 * Opens the feed of how many things wait for the asker: as they stand, then whenever they have changed. They are read
 * again after events of the asker's estates and of the company that may change them, at most once a beat, and not
 * otherwise: a deputy whose days begin or end is noticed with the next of these. Needs `obligation.read`.
 * @throws INVALID_INPUT for a pace below 250 or above 60,000 milliseconds
 */
export async function openQueueFeed(ctx: RequestContext, { reasons, everyMs }: QueueFeedArgs) {
  assertPace(everyMs);
  const wanted = reasons ?? QUEUE_REASONS;
  const read = async (reading: RequestContext, seq?: number): Promise<PlacedCounts[]> => {
    authorize(reading.asker, 'obligation.read');
    const [counts, head] = await Promise.all([ownQueueCounts(reading, wanted), reading.moment.head()]);
    return [{ counts, seq: seq ?? head?.seq ?? 0 }];
  };
  return openTopic(ctx, null, {
    gathering: { everyMs, thing: () => 'queue', alone: true },
    concerns: (asker, event) => touchesQueue(wanted, event.subjectKind) && isNear(asker, event),
    standing: read,
    read: (reading) => read(reading),
    isSame: (told, next) => told.counts.every(({ count }, i) => next.counts[i]?.count === count),
  });
}

/** Whether something happened on the asker's estates, or in the company as a whole; to staff, only to the asker. */
const isNear = (asker: Principal, { estateId, subjectKind, subjectId }: EventPointer): boolean =>
  subjectKind === 'staff' ? subjectId === asker.subjectId : estateId === null || reaches(asker.estates, estateId);
