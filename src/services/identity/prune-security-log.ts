import type { CommandContext } from '../command/command-context.js';
import { PRUNE_AT_ONCE, type Pruned } from '../command/prune-claims.js';

/**
 * Removes entries of the security log that are older than 200 days: of this company, and those that name none which is
 * known. Network logs are to be kept for six months at least (网络安全法, article 21). At most `PRUNE_AT_ONCE`.
 */
export async function pruneSecurityLog(ctx: CommandContext): Promise<Pruned> {
  const rows = await ctx.execute<Pruned>('select prune_security_log($1) as removed', [PRUNE_AT_ONCE]);
  return { removed: rows[0]?.removed ?? 0 };
}
