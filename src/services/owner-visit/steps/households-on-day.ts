import { HOUSEHOLD_STATES, HOUSEHOLD_USES, OCCUPIED_STATES } from '../../../domain/place/household.js';
import type { HouseholdCount } from '../../../domain/place/household.js';
import type { Household } from '../../../domain/owner-visit/household-draw.js';
import type { UnitStateKind } from '../../../domain/place/unit-state.js';
import type { CommandContext } from '../../command/command-context.js';

interface Dated extends Household {
  readonly state: UnitStateKind;
}

const HOUSEHOLDS = `
select u.id as "unitId", u.building_id as "buildingId", s.state
  from unit u
 cross join lateral (select x.state from unit_state x where x.company_id = u.company_id and x.unit_id = u.id
                        and x.from_day <= $3 order by x.from_day desc limit 1) s
 where u.company_id = $1 and u.estate_id = $2 and u.use = any($4::text[]) and s.state = any($5::text[])
 order by u.id`;

/** The households of an estate on a day: how many, and which are occupied. @rule D-28 @rule R-VIS-01 */
export async function householdsOnDay(
  ctx: CommandContext,
  estateId: string,
  day: string,
): Promise<HouseholdCount & { readonly homes: readonly Household[] }> {
  const values = [ctx.companyId, estateId, day, HOUSEHOLD_USES, HOUSEHOLD_STATES];
  const rows = await ctx.execute<Dated>(HOUSEHOLDS, values);
  const homes = rows.filter(({ state }) => OCCUPIED_STATES.includes(state));
  return { households: rows.length, occupied: homes.length, homes };
}
