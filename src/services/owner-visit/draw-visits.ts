import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { drawMonth } from './steps/draw-month.js';

interface DrawVisits extends CommandInput {
  readonly estateId: string;
  /** Households drawn by hand, beside what the month requires. */
  readonly unitIds?: readonly string[] | null;
}

/**
 * Draws the households that an estate visits this month, as far as that has not been done: as the month begins, by the
 * program; or households by hand. Needs `visit.plan` on the estate.
 * @rule R-VIS-05 @rule R-VIS-09 @rule D-04
 * @throws NOT_FOUND estate, or a unit in which nobody of it lives
 * @throws RULE_REFUSED R-VIS-09 for a household that the cycle has drawn or visited
 */
export async function drawVisits(
  ctx: CommandContext,
  input: DrawVisits,
): Promise<{ readonly monthId: string; readonly drawn: number }> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'visit.plan', estate.id);
  const { month, drawn } = await drawMonth(ctx, estate.id, [...new Set(input.unitIds ?? [])]);
  return { monthId: month.id, drawn };
}
