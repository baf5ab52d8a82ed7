import type { CommandContext } from './command-context.js';

/** How much one transaction of pruning removes at most, so that it stays short. */
export const PRUNE_AT_ONCE = 2_000;

/** What pruning has removed, so that the caller knows whether there is more. */
export interface Pruned {
  readonly removed: number;
}

/**
 * Forgets verdicts of command ids that are older than 30 days, of all principals of the company; at most
 * `PRUNE_AT_ONCE`. Only the database's own function may: nobody reads verdicts of others.
 */
export async function pruneClaims(ctx: CommandContext): Promise<Pruned> {
  const rows = await ctx.execute<Pruned>('select prune_command_claims($1) as removed', [PRUNE_AT_ONCE]);
  return { removed: rows[0]?.removed ?? 0 };
}
