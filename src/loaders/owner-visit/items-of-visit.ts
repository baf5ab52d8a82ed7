import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';
import { byId } from '../by-id.js';
import { visitById } from './visit-by-id.js';

const ITEMS = sqlFor
  .selectFrom('visit_item as i')
  .select(
    columns(
      'i',
      'id',
      'visit_id',
      'position',
      'topic',
      'kind',
      'text',
      'satisfaction',
      'feedback_owed',
      'ticket_id',
      'route',
      'feedback',
      'fed_back_in_person',
      'fed_back_at',
      'fed_back_by_id',
    ),
  );

/** The items that the asker may read. @rule D-30 */
function itemsInReach(ctx: RequestContext) {
  const items = ITEMS.where('i.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT')
    return items.where(sql<boolean>`i.occupancy_id = any(${[...ctx.asker.occupancyIds]}::uuid[])`);
  const reach = inReach(ctx, 'visit.read', 'i.estate_id');
  return reach ? items.where(reach) : items;
}

/** What was said on visits, in the order of the record. */
export const itemsOfVisit = (ctx: RequestContext) =>
  ctx.moment.once(itemsOfVisit, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          itemsInReach(ctx)
            .where(sql<boolean>`i.visit_id = any(${[...ids]}::uuid[])`)
            .orderBy('i.position'),
        ),
      (row) => row.visitId,
    ),
  );

/** The visit on which the matter of a ticket was said; null where it was not, and where the asker may not read it. */
export const visitOfTicket = async (ctx: RequestContext, ticketId: string) => {
  const item = await itemOfTicket(ctx).load(ticketId);
  return item && visitById(ctx).load(item.visitId);
};

const itemOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(itemOfTicket, () =>
    byId(async (ids) => {
      const rows = await ctx.moment.read(itemsInReach(ctx).where(sql<boolean>`i.ticket_id = any(${ids}::uuid[])`));
      return rows.map((row) => ({ id: row.ticketId ?? '', visitId: row.visitId }));
    }),
  );

export type VisitItemRow = Awaited<ReturnType<ReturnType<typeof itemsOfVisit>['load']>>[number];
