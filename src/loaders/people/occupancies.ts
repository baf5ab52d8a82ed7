import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** Occupancies by id; null where the asker may not read them. */
export const occupancyById = (ctx: RequestContext) =>
  ctx.moment.once(occupancyById, () =>
    byId((ids) => ctx.moment.read(occupancies(ctx).where(sql<boolean>`o.id = any(${ids}::uuid[])`))),
  );

/** Who holds units, has held them and will, earliest first. @rule D-30 */
export const occupanciesOfUnit = (ctx: RequestContext) =>
  ctx.moment.once(occupanciesOfUnit, () =>
    listBy(
      (ids) => ctx.moment.read(occupancies(ctx).where(sql<boolean>`o.unit_id = any(${ids}::uuid[])`)),
      (row) => row.unitId,
    ),
  );

/** What customers hold, have held and will, earliest first. */
export const occupanciesOfCustomer = (ctx: RequestContext) =>
  ctx.moment.once(occupanciesOfCustomer, () =>
    listBy(
      (ids) => ctx.moment.read(occupancies(ctx).where(sql<boolean>`o.customer_id = any(${ids}::uuid[])`)),
      (row) => row.customerId,
    ),
  );

function occupancies(ctx: RequestContext) {
  const found = sqlFor
    .selectFrom('occupancy as o')
    .select(columns('o', 'id', 'estate_id', 'unit_id', 'customer_id', 'capacity', 'from_day', 'until_day'))
    .where('o.company_id', '=', ctx.asker.companyId)
    .orderBy('o.from_day')
    .orderBy('o.id');
  const reach = inReach(ctx, 'customer.read', 'o.estate_id');
  return reach ? found.where(reach) : found;
}

export type OccupancyRow = NonNullable<Awaited<ReturnType<ReturnType<typeof occupancyById>['load']>>>;
