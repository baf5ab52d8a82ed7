import { addDays } from '../../../domain/calendar/calendar-day.js';
import type { ObligationKind } from '../../../domain/obligation/obligation-kind.js';
import { monthOf } from '../../../domain/owner-visit/visit-month.js';
import { VisitMonth } from '../../../entities/owner-visit/visit-month.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfilOwed } from '../../obligation/steps/fulfil-owed.js';

/** Has done what is owed about a period of an estate's visits; it hangs on the last month of it. */
export async function fulfilOfPeriod(
  ctx: CommandContext,
  kind: ObligationKind,
  { estateId, until }: { readonly estateId: string; readonly until: string },
): Promise<void> {
  const month = monthOf(addDays(until, -1));
  const row = await ctx.em.findOne(VisitMonth, { companyId: ctx.companyId, estateId, month });
  if (row) await fulfilOwed(ctx, [kind], row.id, ctx.clock.now());
}
