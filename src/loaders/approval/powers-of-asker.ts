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
    const [book, company, named] = await Promise.all([
      policyBookOf(ctx, null),
      askedPlace(ctx, 'approval.take', null),
      ctx.moment.read(deputyshipsOf(asker, ctx.house.clock?.now() ?? null)),
    ]);
    const { allowed } = book.at('Q-43', { day: company.today, estateId: null }).value;
    return decidingPowers({
      staffId: asker.subjectId,
      actions: asker.actions,
      deputyships: allowed ? named : [],
    });
  });
