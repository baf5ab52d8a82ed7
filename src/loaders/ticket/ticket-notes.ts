import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const KEYS: readonly SortKey[] = [
  { column: 'n.written_at', type: 'timestamptz' },
  { column: 'n.id', type: 'uuid' },
];

/** A page of the notes on a ticket that was read already, in the order of writing; a resident sees CUSTOMER ones. @rule D-30 */
export function ticketNotes(ctx: RequestContext, ticketId: string, args: PageArgs) {
  let notes = sqlFor
    .selectFrom('ticket_note as n')
    .select(columns('n', 'id', 'kind', 'visibility', 'text', 'author_kind', 'author_id', 'written_at'))
    .where('n.company_id', '=', ctx.asker.companyId)
    .where('n.ticket_id', '=', ticketId);
  if (ctx.asker.kind === 'RESIDENT') notes = notes.where('n.visibility', '=', 'CUSTOMER');
  return page(ctx.moment, notes, KEYS, args);
}

/** A note as it is read. */
export type TicketNoteRow = Awaited<ReturnType<typeof ticketNotes>>['nodes'][number];
