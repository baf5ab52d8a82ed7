import { VisitMonth } from '../../entities/owner-visit/visit-month.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { visitedOfMonth } from './steps/visited-of-month.js';

interface RemindOfVisits extends CommandInput {
  readonly monthId: string;
}

/**
 * Tells, once a month, that an estate has visited fewer households than the month requires; a month that has caught up
 * meanwhile is left alone. Needs `visit.plan` on the estate.
 * @rule R-VIS-05
 * @throws NOT_FOUND month
 */
export async function remindOfVisits(
  ctx: CommandContext,
  { monthId }: RemindOfVisits,
): Promise<{ readonly short: number }> {
  const month = await ctx.load(VisitMonth, 'visit month', monthId);
  authorizeOn(ctx.principal, 'visit.plan', month.estateId);
  const visited = await visitedOfMonth(ctx, month);
  const short = Math.max(0, month.required - visited);
  if (month.remindedAt != null || short === 0) return { short };
  month.remindedAt = ctx.clock.now();
  month.version += 1;
  ctx.record({
    type: 'visit.MONTH_SHORT',
    estateId: month.estateId,
    subjectKind: 'visitMonth',
    subjectId: month.id,
    subjectVersion: month.version,
    visibility: 'INTERNAL',
    facts: { month: month.month, required: month.required, visited, short },
  });
  return { short };
}
