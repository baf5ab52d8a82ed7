import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { careMarksInReach, inForceToday } from './care-mark-by-id.js';

/** The care marks in force today of units and customers, by the id of either. @rule D-15 */
export const careMarksOf = (ctx: RequestContext) =>
  ctx.moment.once(careMarksOf, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          careMarksInReach(ctx)
            .where(sql<boolean>`(m.unit_id = any(${ids}::uuid[]) or m.customer_id = any(${ids}::uuid[]))`)
            .where(inForceToday(ctx))
            .orderBy('m.from_day')
            .orderBy('m.id'),
        ),
      (row) => row.unitId ?? row.customerId ?? '',
    ),
  );
