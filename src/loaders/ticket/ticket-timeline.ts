import { selectTicketEvents } from '../../events/ticket-event.js';
import { withCursor } from '../../events/with-cursor.js';
import { page, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const KEYS: readonly SortKey[] = [{ column: 'e.seq', type: 'bigint' }];

/** A page of a ticket's events that the asker may see, in commit order. The ticket itself was read already. */
export async function ticketTimeline(
  ctx: RequestContext,
  ticketId: string,
  args: { readonly first: number | null; readonly after: string | null },
) {
  const { companyId } = ctx.asker;
  const events = selectTicketEvents(ctx.asker).where('e.subject_id', '=', ticketId);
  const [found, head] = await Promise.all([page(ctx.moment, events, KEYS, args), ctx.moment.head()]);
  const epoch = head?.epoch ?? 0;
  return {
    ...found,
    nodes: found.nodes.map((row) => withCursor(companyId, epoch, row)),
    edges: found.edges.map(({ cursor, node }) => ({ cursor, node: withCursor(companyId, epoch, node) })),
  };
}
