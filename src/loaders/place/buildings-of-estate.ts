import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectBuildings } from './building-by-id.js';
import { listBy } from '../list-by.js';

/** All buildings by estate, by code. */
export const buildingsOfEstate = (ctx: RequestContext) =>
  ctx.moment.once(buildingsOfEstate, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectBuildings(ctx)
            .where(sql<boolean>`b.estate_id = any(${ids}::uuid[])`)
            .orderBy('b.code')
            .orderBy('b.id'),
        ),
      (row) => row.estateId,
    ),
  );
