import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';

const CHECKS = sqlFor
  .selectFrom('visit_check as k')
  .select(
    columns(
      'k',
      'visit_id',
      'took_place',
      'accurate',
      'in_uniform',
      'kept_to_the_matter',
      'finding',
      'checked_by_id',
      'checked_at',
    ),
  );

/** The spot-check of a visit by the visit's id; null where nobody has checked it. Residents see none. @rule R-VIS-25 */
export const checkOfVisit = (ctx: RequestContext) =>
  ctx.moment.once(checkOfVisit, () =>
    byId(async (ids) => {
      const reach = reachOf(ctx, 'visit.read');
      const checks = CHECKS.where('k.company_id', '=', ctx.asker.companyId).where(
        sql<boolean>`k.visit_id = any(${ids}::uuid[])`,
      );
      const rows = await ctx.moment.read(reach ? checks.where(within('k.estate_id', reach)) : checks);
      return rows.map((row) => ({ ...row, id: row.visitId }));
    }),
  );

export type VisitCheckRow = NonNullable<Awaited<ReturnType<ReturnType<typeof checkOfVisit>['load']>>>;
