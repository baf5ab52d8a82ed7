import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectStaff } from './staff-by-id.js';
import { listBy } from '../list-by.js';

/** The stewards responsible for buildings, by name. @rule R-ORG-33 */
export const stewardsOfBuilding = (ctx: RequestContext) =>
  ctx.moment.once(stewardsOfBuilding, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectStaff(ctx)
            .innerJoin('steward_building as sb', (join) =>
              join.onRef('sb.company_id', '=', 's.company_id').onRef('sb.staff_id', '=', 's.id'),
            )
            .select('sb.building_id as buildingId')
            .where(sql<boolean>`sb.building_id = any(${ids}::uuid[])`)
            .orderBy('s.display_name')
            .orderBy('s.id'),
        ),
      (row) => row.buildingId,
    ),
  );
