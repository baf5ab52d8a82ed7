import { sql, type SelectQueryBuilder } from 'kysely';
import type { Principal } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { LogFeed } from './log-feed.js';
import { startPosition } from './start-position.js';
import { withCursor } from './with-cursor.js';

/** An event of a feed with its place in the log. */
type Placed<T> = T & { readonly seq: number; readonly cursor: string };

/**
 * Opens a feed of what a query selects from `event as e`, behind a position and from then on: in commit order, without
 * gap, nothing twice, each event with its cursor. `select` is asked again at every read, so that it narrows by the rights
 * that the asker has then; it selects `seq` and says nothing about order or number.
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openFeed<T extends { readonly seq: number }>(
  ctx: RequestContext,
  after: string | null | undefined,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tables of the query do not matter here
  select: (asker: Principal) => SelectQueryBuilder<any, any, T>,
): Promise<LogFeed<Placed<T>>> {
  const start = await startPosition(ctx.house, ctx.asker.companyId, after, 'after');
  return new LogFeed(ctx, start, async (moment, asker, behind, limit) => {
    const events = select(asker).where(sql<boolean>`e.seq > ${behind}::bigint`);
    const rows = await moment.read(events.orderBy(sql.ref('e.seq')).limit(limit));
    return rows.map((row) => withCursor(asker.companyId, start.epoch, row));
  });
}
