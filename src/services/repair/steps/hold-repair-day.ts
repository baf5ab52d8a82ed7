import type { CommandContext } from '../../command/command-context.js';

/** One at a time looks at the repairs of an estate's day: whoever counts it, and whoever checks an order on it. */
export const holdRepairDay = async (ctx: CommandContext, estateId: string, day: string): Promise<void> => {
  await ctx.execute(`select pg_advisory_xact_lock(hashtextextended('guanjia repair day ' || $1 || $2 || $3, 0))`, [
    ctx.companyId,
    estateId,
    day,
  ]);
};
