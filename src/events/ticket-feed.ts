import { sql } from 'kysely';
import { notFound } from '../domain/errors.js';
import { isId } from '../domain/id.js';
import type { TicketKind } from '../domain/ticket/ticket-kind.js';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { Principal } from '../tenancy/principal.js';
import { reaches } from '../tenancy/principal.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { sessionVariables } from '../tenancy/session-variables.js';
import { LogFeed } from './log-feed.js';
import { startPosition } from './start-position.js';
import { selectTicketEvents, withCursor, type TicketEvent } from './ticket-event.js';

/** Which ticket events a subscriber wants. */
export interface TicketFeedArgs {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly TicketKind[] | null;
  /** Cursor of the last event received, or of the answer that was queried; absent: from now on. */
  readonly after?: string | null;
}

/**
 * Opens the feed of ticket events that the asker may see. Needs `ticket.read`; which estates it reaches is asked again
 * at every read.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT when `after` is not a cursor of the company
 * @throws RESYNC_REQUIRED when `after` cannot be continued from
 */
export async function openTicketFeed(
  ctx: RequestContext,
  args: TicketFeedArgs,
): Promise<LogFeed<TicketEvent & { readonly seq: number }>> {
  const { asker } = ctx;
  const wanted = args.estateIds ?? null;
  const kinds = args.kinds ?? null;
  if (wanted) await assertEstates(ctx, asker, wanted);
  const start = await startPosition(ctx.house, asker.companyId, args.after, 'after');
  return new LogFeed(ctx, start, async (moment, now, after, limit) => {
    const estates = narrow(authorize(now, 'ticket.read'), wanted);
    let events = selectTicketEvents(now).where('e.seq', '>', after);
    if (estates) events = events.where(sql<boolean>`e.estate_id = any(${estates}::uuid[])`);
    if (kinds) events = events.where(sql<boolean>`e.facts ->> 'kind' = any(${[...kinds]}::text[])`);
    const rows = await moment.read(events.orderBy('e.seq').limit(limit));
    return rows.map((row) => withCursor(now.companyId, start.epoch, row));
  });
}

async function assertEstates(ctx: RequestContext, asker: Principal, wanted: readonly string[]): Promise<void> {
  const scope = authorize(asker, 'ticket.read');
  if (!wanted.every((id) => isId(id) && reaches(scope, id))) throw notFound('estate');
  const moment = new ReadMoment(ctx.house.pool, sessionVariables(asker), asker.companyId);
  try {
    const seen = await moment.read(
      sqlFor
        .selectFrom('estate as e')
        .select('e.id')
        .where('e.company_id', '=', asker.companyId)
        .where(sql<boolean>`e.id = any(${[...wanted]}::uuid[])`),
    );
    if (seen.length !== new Set(wanted).size) throw notFound('estate');
  } finally {
    await moment.finish();
  }
}
