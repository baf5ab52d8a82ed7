import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Tickets by id, with the contact unmasked: the resolver masks. Null where the asker may not read them. */
export const ticketById = (ctx: RequestContext) =>
  ctx.moment.once(ticketById, () =>
    byId((ids) => ctx.moment.read(ticketsInReach(ctx).where(sql<boolean>`t.id = any(${ids}::uuid[])`))),
  );

const TICKETS = sqlFor
  .selectFrom('ticket as t')
  .select('t.complaint_class as class')
  .select(
    columns(
      't',
      'id',
      'estate_id',
      'number',
      'kind',
      'phase',
      'stage',
      'urgency',
      'version',
      'unit_id',
      'customer_id',
      'category_id',
      'channel',
      'subject',
      'description',
      'contact_name',
      'contact_phone',
      'assignee_id',
      'department_id',
      'against_staff_id',
      'reopenings',
      'next_reply_due_at',
      'visits',
      'reported_at',
      'forwarded_at',
      'accepted_at',
      'started_at',
      'completed_at',
      'closed_at',
      'cancel_reason',
      'redacted_at',
    ),
  );

/** The tickets that the asker may read: on the estates in reach, and for a resident those of own occupancies. */
export function ticketsInReach(ctx: RequestContext) {
  const { asker } = ctx;
  let tickets = TICKETS.where('t.company_id', '=', asker.companyId);
  const reach = inReach(ctx, 'ticket.read', 't.estate_id');
  if (reach) tickets = tickets.where(reach);
  if (asker.kind === 'RESIDENT') {
    tickets = tickets
      .where(sql<boolean>`t.unit_id = any(${[...asker.unitIds]}::uuid[])`)
      .where(sql<boolean>`t.occupancy_id = any(${[...asker.occupancyIds]}::uuid[])`);
  }
  return tickets;
}

export type TicketRow = NonNullable<Awaited<ReturnType<ReturnType<typeof ticketById>['load']>>>;
