import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { keysOf } from '../order.js';
import { ticketReach, ticketsWithin, type TicketReach } from './ticket-by-id.js';
import { conditionsOf, meeting, type TicketConditions, type TicketFilter } from './ticket-filter.js';
import { toCount } from './ticket-text.js';

const COLUMNS = {
  REPORTED_AT: { column: 't.reported_at', type: 'timestamptz' },
  CLOSED_AT: { column: 't.closed_at', type: 'timestamptz' },
} as const satisfies Record<string, SortKey>;

/**
 * A page of the tickets that the asker may read.
 * @throws INVALID_INPUT for a text that is too little or too much to look up
 */
export async function ticketList(
  ctx: RequestContext,
  filter: TicketFilter | null,
  order: TicketOrder | null,
  args: PageArgs,
) {
  const wanted = order ?? 'REPORTED_AT_DESC';
  const ended: true | null = wanted.startsWith('CLOSED_AT') ? true : null;
  const conditions = { ...ticketReach(ctx), ...(await conditionsOf(ctx, filter ?? {})), ended };
  const keys = keysOf(COLUMNS, wanted, 't.id');
  return page(ctx.moment, LIST(conditions), keys, args, LIST(toCount(ctx, conditions)));
}

const LIST = shaped(({ ended, ...given }: TicketReach & TicketConditions & { readonly ended: true | null }) => {
  const tickets = meeting(ticketsWithin(given), given);
  return ended ? tickets.where('t.closed_at', 'is not', null) : tickets;
});
