import type { CommandContext } from '../../command/command-context.js';

/** Draws and visits of an estate take turns, so that a draw knows of every visit. Held until the transaction ends. */
export async function lockVisits(ctx: CommandContext, estateId: string): Promise<void> {
  await ctx.execute(`select pg_advisory_xact_lock(hashtextextended('guanjia visits ' || $1 || $2, 0))`, [
    ctx.companyId,
    estateId,
  ]);
}
