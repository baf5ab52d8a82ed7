import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';

/** Cycles by id, with how many households were visited in them; null where the asker may not read them. @rule R-VIS-09 */
export const visitCycleById = (ctx: RequestContext) =>
  ctx.moment.once(visitCycleById, () =>
    byId((ids) => {
      const reach = reachOf(ctx, 'visit.read');
      const cycles = sqlFor
        .selectFrom('visit_cycle as c')
        .select(columns('c', 'id', 'estate_id', 'number', 'seed', 'occupied', 'started_at', 'ended_at'))
        .select(
          sql<number>`(select count(distinct v.unit_id) from owner_visit v where v.company_id = c.company_id
                        and v.cycle_id = c.id and v.visited_at is not null)`.as('visited'),
        )
        .where('c.company_id', '=', ctx.asker.companyId)
        .where(sql<boolean>`c.id = any(${ids}::uuid[])`);
      return ctx.moment.read(reach ? cycles.where(within('c.estate_id', reach)) : cycles);
    }),
  );
