import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { idsInReach, within, type IdsInReach } from '../reach.js';

/** Buildings by id; null where the asker may not read their estate. */
export const buildingById = (ctx: RequestContext) =>
  ctx.moment.once(buildingById, () => byId((ids) => ctx.moment.read(FIND(idsInReach(ctx, ids, 'estate.read')))));

/** The columns of buildings that views need, of the asker's company. */
export const selectBuildings = (ctx: RequestContext) => BUILDINGS.where('b.company_id', '=', ctx.asker.companyId);

const BUILDINGS = sqlFor.selectFrom('building as b').select(columns('b', 'id', 'estate_id', 'code', 'name'));

const FIND = shaped(({ companyId, ids, reach }: IdsInReach) => {
  const found = BUILDINGS.where('b.company_id', '=', companyId).where(sql<boolean>`b.id = any(${ids}::uuid[])`);
  return reach ? found.where(within('b.estate_id', reach)) : found;
});

export type BuildingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof buildingById>['load']>>>;
