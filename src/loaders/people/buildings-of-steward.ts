import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectBuildings } from '../place/building-by-id.js';
import { listBy } from '../list-by.js';

/** The buildings that stewards are responsible for, by code. @rule R-ORG-33 */
export const buildingsOfSteward = (ctx: RequestContext) =>
  ctx.moment.once(buildingsOfSteward, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectBuildings(ctx)
            .innerJoin('steward_building as sb', (join) =>
              join.onRef('sb.company_id', '=', 'b.company_id').onRef('sb.building_id', '=', 'b.id'),
            )
            .select('sb.staff_id as staffId')
            .where(sql<boolean>`sb.staff_id = any(${ids}::uuid[])`)
            .orderBy('b.code')
            .orderBy('b.id'),
        ),
      (row) => row.staffId,
    ),
  );
