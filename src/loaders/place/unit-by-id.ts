import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { idsInReach, within, type IdsInReach } from '../reach.js';

/** Units by id; null where the asker may not read them. */
export const unitById = (ctx: RequestContext) =>
  ctx.moment.once(unitById, () => byId((ids) => ctx.moment.read(FIND(idsInReach(ctx, ids, 'unit.read')))));

/** The columns of units that views need, of the asker's company. */
export const selectUnits = (ctx: RequestContext) => UNITS.where('u.company_id', '=', ctx.asker.companyId);

const UNITS = sqlFor
  .selectFrom('unit as u')
  .select(columns('u', 'id', 'estate_id', 'building_id', 'code', 'use', 'charge_area_milli', 'delivered_on'));

const FIND = shaped(({ companyId, ids, reach }: IdsInReach) => {
  const found = UNITS.where('u.company_id', '=', companyId).where(sql<boolean>`u.id = any(${ids}::uuid[])`);
  return reach ? found.where(within('u.estate_id', reach)) : found;
});

export type UnitRow = NonNullable<Awaited<ReturnType<ReturnType<typeof unitById>['load']>>>;
