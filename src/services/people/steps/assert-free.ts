import { ruleRefused } from '../../../domain/errors.js';
import type { OccupancyCapacity } from '../../../domain/people/occupancy-capacity.js';
import { overlap, type OccupancyPeriod } from '../../../domain/people/occupancy-period.js';
import { Occupancy } from '../../../entities/people/occupancy.entity.js';
import type { CommandContext } from '../../command/command-context.js';

interface Wanted extends OccupancyPeriod {
  /** The occupancy that the period is meant for, where it exists already. */
  readonly id?: string;
  readonly unitId: string;
  readonly customerId: string;
  readonly capacity: OccupancyCapacity;
}

/**
 * Refuses a period in which the same customer holds the same unit in the same capacity already. The caller has locked
 * the unit.
 * @throws RULE_REFUSED D-30
 */
export async function assertFree(ctx: CommandContext, wanted: Wanted): Promise<void> {
  const { unitId, customerId, capacity } = wanted;
  const held = await ctx.em.find(Occupancy, { companyId: ctx.companyId, unitId, customerId, capacity });
  const other = held.find(
    (row) => row.id !== wanted.id && overlap({ fromDay: row.fromDay, untilDay: row.untilDay ?? null }, wanted),
  );
  if (other)
    throw ruleRefused('D-30', 'The customer holds the unit in this capacity already.', { occupancyId: other.id });
}
