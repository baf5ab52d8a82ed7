import { ruleRefused } from '../../../domain/errors.js';
import { COUNTING_STATES } from '../../../domain/meter/meter-words.js';
import { MeterReading } from '../../../entities/meter/meter-reading.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * One reading of a meter a day; an estimate gives way.
 * @rule R-FEE-07
 * @throws RULE_REFUSED R-FEE-07 when somebody has read it on that day
 */
export async function assertUnread(ctx: CommandContext, meterId: string, readOn: string): Promise<void> {
  const of = { companyId: ctx.companyId, meterId, readOn, how: { $ne: 'ESTIMATED' as const } };
  const read = await ctx.em.count(MeterReading, { ...of, state: { $in: [...COUNTING_STATES, 'HELD'] } });
  if (read > 0) throw ruleRefused('R-FEE-07', 'The meter was read on that day.', { readOn });
}

/** Has an estimate of a day give way to what the meter showed. @rule R-FEE-07 */
export const replaceEstimate = (ctx: CommandContext, meterId: string, readOn: string): Promise<void> =>
  replace(ctx, meterId, { $eq: readOn });

/** Has the estimates behind a day give way: the meter does not hang any more. @rule R-FEE-07 */
export const replaceEstimatesAfter = (ctx: CommandContext, meterId: string, day: string): Promise<void> =>
  replace(ctx, meterId, { $gt: day });

async function replace(
  ctx: CommandContext,
  meterId: string,
  readOn: { readonly $eq: string } | { readonly $gt: string },
): Promise<void> {
  const of = { companyId: ctx.companyId, meterId, readOn, how: 'ESTIMATED' as const };
  const estimates = await ctx.em.find(MeterReading, { ...of, state: { $in: [...COUNTING_STATES] } });
  for (const estimate of estimates) Object.assign(estimate, { state: 'REPLACED', version: estimate.version + 1 });
  // What takes its place is written behind it: of those that count there is one a day.
  if (estimates.length > 0) await ctx.em.flush();
}
