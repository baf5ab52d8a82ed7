import type { OwnerVisit } from '../../../entities/owner-visit/owner-visit.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** Whether the household was visited in the cycle otherwise, by the estate or by the company. @rule R-VIS-09 @rule D-04 */
export async function wasVisited(ctx: CommandContext, visit: OwnerVisit): Promise<boolean> {
  const rows = await ctx.execute<unknown>(
    `select 1 from owner_visit v where v.company_id = $1 and v.cycle_id = $2 and v.unit_id = $3 and v.id <> $4
        and v.visited_at is not null limit 1`,
    [ctx.companyId, visit.cycleId, visit.unitId, visit.id],
  );
  return rows.length > 0;
}
