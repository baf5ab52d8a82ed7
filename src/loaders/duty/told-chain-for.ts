import { CompiledQuery } from 'kysely';
import { toldChain, type ToldLink } from '../../domain/duty/told-chain.js';
import { forbidden, notFound } from '../../domain/errors.js';
import { reaches } from '../../tenancy/principal.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { authorize } from '../../tenancy/authorize.js';
import { toldCandidates, type ToldCandidateRow, type ToldWanted } from '../../tenancy/duty/told-candidates.js';
import { estateById } from '../place/estate-by-id.js';

/**
 * Who would be told about something on an estate, and who is next, as the roster and the roles stand in this moment.
 * @rule D-11
 * @throws NOT_FOUND when the estate is unknown, foreign or out of reach
 * @throws FORBIDDEN when `duty.read` does not reach it
 */
export async function toldChainFor(ctx: RequestContext, wanted: ToldWanted): Promise<ToldLink[]> {
  const scope = authorize(ctx.asker, 'duty.read');
  if ((await estateById(ctx).load(wanted.estateId)) === null) throw notFound('estate');
  if (!reaches(scope, wanted.estateId)) throw forbidden('duty.read');
  const { text, values } = toldCandidates(ctx.asker.companyId, [wanted]);
  return toldChain(await ctx.moment.read<ToldCandidateRow>(CompiledQuery.raw(text, [...values])));
}
