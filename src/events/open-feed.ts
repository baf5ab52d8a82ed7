import { sql, type SelectQueryBuilder } from 'kysely';
import type { EventPointer } from '../tenancy/event-log.js';
import type { Principal } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';
import type { FeedTopic, Numbered } from './feed-topic.js';
import { LogFeed } from './log-feed.js';
import { startPosition } from './start-position.js';
import { withCursor } from './with-cursor.js';

/** Something of a feed with its place in the log. */
type Placed<T> = T & { readonly seq: number; readonly cursor: string };

/** What a feed is of, asked again at every read, so that it narrows by the rights that the asker has then. */
interface FeedQuery<T> {
  /**
   * What is selected from `event as e`; it selects `seq` and says nothing about order or number. Among what concerns the asker
   * it depends on the asker alone: what is read of an event is shared by subscriptions that differ in what they asked for.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tables of the query do not matter here
  readonly select: (asker: Principal) => SelectQueryBuilder<any, any, T>;
  /** Whether an event may be among what `select` selects; never false for one that is. */
  readonly concerns: (asker: Principal, pointer: EventPointer) => boolean;
  /** As in a topic. */
  readonly alike?: string;
}

/**
 * Opens a feed of what a query selects from the event log, behind a position and from then on: in commit order, without
 * gap, nothing twice, each event with its cursor.
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export const openFeed = <T extends Numbered>(
  ctx: RequestContext,
  after: string | null | undefined,
  { select, concerns, alike }: FeedQuery<T>,
): Promise<LogFeed<Placed<T>>> =>
  openTopic(ctx, after, {
    concerns,
    alike,
    read: ({ moment, asker }, behind, limit) => {
      const events = select(asker).where(sql<boolean>`e.seq > ${behind}::bigint`);
      return moment.read(events.orderBy(sql.ref('e.seq')).limit(limit));
    },
    find: ({ moment, asker }, seqs) => {
      const events = select(asker).where(sql<boolean>`e.seq = any(${[...seqs]}::bigint[])`);
      return moment.read(events.orderBy(sql.ref('e.seq')));
    },
  });

/**
 * Opens a feed of a topic behind a position and from then on, each thing with its cursor. What stands is told where there
 * is no position.
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openTopic<T extends Numbered>(
  ctx: RequestContext,
  after: string | null | undefined,
  topic: FeedTopic<T>,
): Promise<LogFeed<Placed<T>>> {
  const { companyId } = ctx.asker;
  const { log, leave } = await ctx.house.logs.join(companyId);
  try {
    const start = await startPosition(ctx.house, companyId, after, 'after');
    const placed = async (rows: Promise<readonly T[]>): Promise<Placed<T>[]> =>
      (await rows).map((row) => withCursor(companyId, start.epoch, row));
    const { standing, find } = topic;
    return new LogFeed(ctx, start, log, leave, {
      ...topic,
      standing: after == null && standing ? (reading, seq) => placed(standing(reading, seq)) : undefined,
      read: (reading, behind, limit) => placed(topic.read(reading, behind, limit)),
      find: find && ((reading, seqs) => placed(find(reading, seqs))),
    });
  } catch (error) {
    leave();
    throw error;
  }
}
