import { sql, type SelectQueryBuilder } from 'kysely';
import type { EventPointer } from '../tenancy/event-log.js';
import type { Principal } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { LogFeed } from './log-feed.js';
import { startPosition } from './start-position.js';
import { withCursor } from './with-cursor.js';

/** An event of a feed with its place in the log. */
type Placed<T> = T & { readonly seq: number; readonly cursor: string };

/** What a feed is of, asked again at every read, so that it narrows by the rights that the asker has then. */
interface FeedQuery<T> {
  /** What is selected from `event as e`; it selects `seq` and says nothing about order or number. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tables of the query do not matter here
  readonly select: (asker: Principal) => SelectQueryBuilder<any, any, T>;
  /** Whether an event may be among what `select` selects; never false for one that is. */
  readonly concerns: (asker: Principal, pointer: EventPointer) => boolean;
}

/**
 * Opens a feed of what a query selects from the event log, behind a position and from then on: in commit order, without
 * gap, nothing twice, each event with its cursor.
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openFeed<T extends { readonly seq: number }>(
  ctx: RequestContext,
  after: string | null | undefined,
  { select, concerns }: FeedQuery<T>,
): Promise<LogFeed<Placed<T>>> {
  const { companyId } = ctx.asker;
  const { log, leave } = await ctx.house.logs.join(companyId);
  try {
    const start = await startPosition(ctx.house, companyId, after, 'after');
    const placed = (row: T): Placed<T> => withCursor(companyId, start.epoch, row);
    return new LogFeed(ctx, start, log, leave, {
      concerns,
      read: async (moment, asker, behind, limit) => {
        const events = select(asker).where(sql<boolean>`e.seq > ${behind}::bigint`);
        return (await moment.read(events.orderBy(sql.ref('e.seq')).limit(limit))).map(placed);
      },
      find: async (moment, asker, seqs) => {
        const events = select(asker).where(sql<boolean>`e.seq = any(${[...seqs]}::bigint[])`);
        return (await moment.read(events.orderBy(sql.ref('e.seq')))).map(placed);
      },
    });
  } catch (error) {
    leave();
    throw error;
  }
}
