import { eventReach, type EventReach } from '../../events/subject-event.js';
import { ticketEventsWithin } from '../../events/ticket-event.js';
import { withCursor } from '../../events/with-cursor.js';
import { page, type SortKey } from '../../tenancy/read/page.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const KEYS: readonly SortKey[] = [{ column: 'e.seq', type: 'bigint' }];

/** A page of a ticket's events that the asker may see, in commit order. The ticket itself was read already. */
export async function ticketTimeline(
  ctx: RequestContext,
  ticketId: string,
  args: { readonly first: number | null; readonly after: string | null },
) {
  const { asker } = ctx;
  const asked = TIMELINE({ ...eventReach(asker), ticketId });
  const [found, head] = await Promise.all([page(ctx.moment, asked, KEYS, args), ctx.moment.head()]);
  const epoch = head?.epoch ?? 0;
  return found.map((row) => withCursor(asker.companyId, epoch, row));
}

const TIMELINE = shaped(({ ticketId, ...reach }: EventReach & { readonly ticketId: string }) =>
  ticketEventsWithin(reach).where('e.subject_id', '=', ticketId),
);
