import { FIGURES_EDITION } from '../../metrics/figures-edition.js';
import type { CommandContext } from '../command/command-context.js';

/** Of those who come at once, one finds it as it was. */
const TAKE = 'update company set figures = $2 where id = $1 and figures is distinct from $2 returning id';

/** Has the figures of a company built anew when they were built by another edition of the definitions, once. */
export async function renewFigures(ctx: CommandContext): Promise<{ renewed: boolean }> {
  const [other] = await ctx.execute(TAKE, [ctx.companyId, FIGURES_EDITION]);
  if (other !== undefined) ctx.enqueue('rebuild-metrics', ctx.companyId);
  return { renewed: other !== undefined };
}
