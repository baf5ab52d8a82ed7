import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';

/** Tickets by id, with the contact unmasked: the resolver masks. Null where the asker may not read them. */
export const ticketById = (ctx: RequestContext) =>
  ctx.moment.once(ticketById, () => byId((ids) => ctx.moment.read(FIND({ ...ticketReach(ctx), ids }))));

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
      'responsibility',
      'charge_minor',
      'charge_currency',
      'developer_due_at',
      'visits',
      'at_night',
      'taken_by',
      'reported_at',
      'forwarded_at',
      'accepted_at',
      'scheduled_from',
      'scheduled_until',
      'schedule_reason',
      'started_at',
      'completed_at',
      'returned_at',
      'called_back_at',
      'rating',
      'rated_at',
      'closed_at',
      'cancel_reason',
      'merged_into_id',
      'merged_at',
      'redacted_at',
    ),
  );

/** How far the asker reads tickets: on the estates in reach, and for a resident those of own occupancies. */
export interface TicketReach {
  readonly companyId: string;
  readonly reach: readonly string[] | null;
  /** Of a resident. */
  readonly unitIds: readonly string[] | null;
  /** Of a resident. */
  readonly occupancyIds: readonly string[] | null;
}

/** How far the asker reads tickets. */
export function ticketReach(ctx: RequestContext): TicketReach {
  const { companyId, kind, unitIds, occupancyIds } = ctx.asker;
  const own = kind === 'RESIDENT' ? { unitIds, occupancyIds } : { unitIds: null, occupancyIds: null };
  return { companyId, reach: reachOf(ctx, 'ticket.read'), ...own };
}

/** The tickets so far. */
export function ticketsWithin({ companyId, reach, unitIds, occupancyIds }: TicketReach) {
  let tickets = TICKETS.where('t.company_id', '=', companyId);
  if (reach) tickets = tickets.where(within('t.estate_id', reach));
  if (unitIds) tickets = tickets.where(sql<boolean>`t.unit_id = any(${unitIds}::uuid[])`);
  if (occupancyIds) tickets = tickets.where(sql<boolean>`t.occupancy_id = any(${occupancyIds}::uuid[])`);
  return tickets;
}

const FIND = shaped(({ ids, ...reach }: TicketReach & { readonly ids: readonly string[] }) =>
  ticketsWithin(reach).where(sql<boolean>`t.id = any(${ids}::uuid[])`),
);

export type TicketRow = NonNullable<Awaited<ReturnType<ReturnType<typeof ticketById>['load']>>>;
