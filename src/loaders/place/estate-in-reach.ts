import { notFound } from '../../domain/errors.js';
import type { Action } from '../../domain/identity/action.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { estateById, type EstateRow } from './estate-by-id.js';

/**
 * An estate that a query is about.
 * @throws NOT_FOUND when it is unknown, foreign, or the action does not reach it
 */
export async function estateInReach(ctx: RequestContext, action: Action, estateId: string): Promise<EstateRow> {
  const estate = await estateById(ctx).load(estateId);
  if (!estate || !may(ctx.principal, action, estate.id)) throw notFound('estate');
  return estate;
}
