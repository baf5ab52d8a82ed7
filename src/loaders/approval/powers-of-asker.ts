import { decidingPowers, type DecidingPower } from '../../domain/approval/deciding-power.js';
import { deputyshipsOf } from '../../tenancy/approval/deputyships-of.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { askedPlace } from '../place/asked-place.js';
import { policyBookOf } from '../policy/policy-book-of.js';

/**
 * Everything that the asker may decide now: by own roles, and as a deputy in force where the company has deputies.
 * Nothing for another system, which is no person.
 * @rule R-ORG-68, Q-43
 */
export const powersOfAsker = (ctx: RequestContext): Promise<readonly DecidingPower[]> =>
  ctx.moment.once(powersOfAsker, async () => {
    const { asker } = ctx;
    if (asker.kind !== 'STAFF') return [];
    const named = await ctx.moment.read(deputyshipsOf(asker, ctx.house.clock?.now() ?? null));
    const deputyships = named.length > 0 && (await areDeputiesAllowed(ctx)) ? named : [];
    return decidingPowers({ staffId: asker.subjectId, actions: asker.actions, deputyships });
  });

/** @rule Q-43 */
async function areDeputiesAllowed(ctx: RequestContext): Promise<boolean> {
  const [book, company] = await Promise.all([policyBookOf(ctx, null), askedPlace(ctx, 'approval.take', null)]);
  return book.at('Q-43', { day: company.today, estateId: null }).value.allowed;
}
