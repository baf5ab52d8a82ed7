import type { CommandContext } from '../command/command-context.js';
import { PRUNE_AT_ONCE, type Pruned } from '../command/prune-claims.js';

/** How long what became of attempts to deliver is kept, in days. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

const PRUNE = `
with gone as (
  select company_id, id from webhook_delivery where company_id = $1 and attempted_at < $2 limit $3
), removed as (
  delete from webhook_delivery d using gone g where d.company_id = g.company_id and d.id = g.id returning 1
)
select count(*)::int as removed from removed`;

/** Forgets attempts to deliver that are older than 30 days; at most `PRUNE_AT_ONCE`. */
export async function pruneWebhookDeliveries(ctx: CommandContext): Promise<Pruned> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS);
  const rows = await ctx.execute<Pruned>(PRUNE, [ctx.companyId, before, PRUNE_AT_ONCE]);
  return { removed: rows[0]?.removed ?? 0 };
}
