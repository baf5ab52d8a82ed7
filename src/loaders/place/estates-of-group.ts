import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectEstates } from './estate-by-id.js';
import { listBy } from '../list-by.js';

/** The estates of groups that the asker may see, by code. */
export const estatesOfGroup = (ctx: RequestContext) =>
  ctx.moment.once(estatesOfGroup, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectEstates(ctx)
            .innerJoin('estate_group_member as m', (join) =>
              join.onRef('m.company_id', '=', 'e.company_id').onRef('m.estate_id', '=', 'e.id'),
            )
            .select('m.group_id as groupId')
            .where(sql<boolean>`m.group_id = any(${ids}::uuid[])`)
            .orderBy('e.code'),
        ),
      (row) => row.groupId,
    ),
  );
