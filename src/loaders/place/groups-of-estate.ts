import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectEstateGroups } from './estate-group-by-id.js';
import { listBy } from '../list-by.js';

/** The groups that estates belong to, by kind and name. */
export const groupsOfEstate = (ctx: RequestContext) =>
  ctx.moment.once(groupsOfEstate, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectEstateGroups(ctx)
            .innerJoin('estate_group_member as m', (join) =>
              join.onRef('m.company_id', '=', 'g.company_id').onRef('m.group_id', '=', 'g.id'),
            )
            .select('m.estate_id as estateId')
            .where(sql<boolean>`m.estate_id = any(${ids}::uuid[])`)
            .orderBy('g.kind')
            .orderBy('g.name'),
        ),
      (row) => row.estateId,
    ),
  );
