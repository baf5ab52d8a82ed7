import type { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import type { CommandContext } from '../../command/command-context.js';

const VISITED = `
select count(distinct v.unit_id)::int as visited
  from owner_visit v join estate e on e.company_id = v.company_id and e.id = v.estate_id
 where v.company_id = $1 and v.estate_id = $2 and v.counts
   and v.visited_at >= ($3::date::timestamp at time zone e.time_zone)
   and v.visited_at < (($3::date + interval '1 month') at time zone e.time_zone)`;

/** How many households that count for the quota were visited in a month. @rule R-VIS-05 */
export async function visitedOfMonth(ctx: CommandContext, { estateId, month }: VisitMonth): Promise<number> {
  const [row] = await ctx.execute<{ visited: number }>(VISITED, [ctx.companyId, estateId, month]);
  return row?.visited ?? 0;
}
