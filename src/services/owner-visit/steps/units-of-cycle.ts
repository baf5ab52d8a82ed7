import type { CommandContext } from '../../command/command-context.js';

/** Which households of a cycle are out of the draw. */
interface UnitsOfCycle {
  /** Visited in it, by the estate or by the company. */
  readonly visited: ReadonlySet<string>;
  /** Visited, or drawn and still to be visited. */
  readonly taken: ReadonlySet<string>;
}

const UNITS = `
select v.unit_id as "unitId", bool_or(v.visited_at is not null) as visited
  from owner_visit v
 where v.company_id = $1 and v.cycle_id = $2 and (v.visited_at is not null or v.sampled and v.stage <> 'DROPPED')
 group by v.unit_id`;

/** The households that a cycle has visited or drawn; what the mapping holds back is written first. @rule R-VIS-09 @rule Q-34 */
export async function unitsOfCycle(ctx: CommandContext, cycleId: string): Promise<UnitsOfCycle> {
  await ctx.em.flush();
  const rows = await ctx.execute<{ unitId: string; visited: boolean }>(UNITS, [ctx.companyId, cycleId]);
  return {
    visited: new Set(rows.filter(({ visited }) => visited).map(({ unitId }) => unitId)),
    taken: new Set(rows.map(({ unitId }) => unitId)),
  };
}
