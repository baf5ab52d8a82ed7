import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Units by id; null where the asker may not read them. */
export const unitById = (ctx: RequestContext) =>
  ctx.moment.once(unitById, () =>
    byId((ids) => {
      const found = selectUnits(ctx).where(sql<boolean>`u.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'unit.read', 'u.estate_id');
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The columns of units that views need, of the asker's company. */
export const selectUnits = (ctx: RequestContext) => UNITS.where('u.company_id', '=', ctx.asker.companyId);

const UNITS = sqlFor
  .selectFrom('unit as u')
  .select(columns('u', 'id', 'estate_id', 'building_id', 'code', 'use', 'charge_area_milli'));

export type UnitRow = NonNullable<Awaited<ReturnType<ReturnType<typeof unitById>['load']>>>;
