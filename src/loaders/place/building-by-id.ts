import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Buildings by id; null where the asker may not read their estate. */
export const buildingById = (ctx: RequestContext) =>
  ctx.moment.once(buildingById, () =>
    byId((ids) => {
      const found = selectBuildings(ctx).where(sql<boolean>`b.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'estate.read', 'b.estate_id');
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The columns of buildings that views need, of the asker's company. */
export const selectBuildings = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('building as b')
    .select(columns('b', 'id', 'estate_id', 'code', 'name'))
    .where('b.company_id', '=', ctx.asker.companyId);

export type BuildingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof buildingById>['load']>>>;
