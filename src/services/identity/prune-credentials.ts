import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import { PRUNE_AT_ONCE, type Pruned } from '../command/prune-claims.js';

/** Expired codes are kept a day longer, so that who comes late is told so. */
const CODES = `
delete from one_time_code where company_id = $1 and id = any (array(
  select id from one_time_code where company_id = $2 and expires_at < $3 limit $4))
returning 1`;

/** A family ends with its last token; used ones are kept until then, since their reuse must be noticed. */
const FAMILIES = `
delete from refresh_token where company_id = $1 and family_id = any (array(
  select family_id from refresh_token where company_id = $2
   group by family_id having bool_and(least(expires_at, revoked_at) < $3) limit $4))
returning 1`;

const DAY_MS = 86_400_000;

/**
 * Removes one-time codes and families of refresh tokens that ended more than a day ago: longer than any access token of
 * theirs is good. At most `PRUNE_AT_ONCE` codes and families.
 */
export async function pruneCredentials(ctx: CommandContext): Promise<Pruned> {
  const before = new Date(ctx.clock.now().getTime() - DAY_MS);
  const values = [ctx.companyId, ctx.companyId, before, PRUNE_AT_ONCE];
  return atTheDoor(ctx.em, async () => {
    const codes = await ctx.execute(CODES, values);
    const tokens = await ctx.execute(FAMILIES, values);
    return { removed: Math.max(codes.length, tokens.length) };
  });
}
