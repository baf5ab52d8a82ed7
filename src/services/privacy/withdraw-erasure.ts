import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { DecideErasure } from './carry-out-erasure.js';
import { decideRequest, waitingErasure } from './steps/waiting-erasure.js';

/**
 * Takes a request back before it is decided.
 * @throws NOT_FOUND erasure request
 * @throws FORBIDDEN erasure.request on the estate
 * @throws CONFLICT when it has changed meanwhile, or is decided
 */
export async function withdrawErasure(
  ctx: CommandContext,
  input: DecideErasure,
): Promise<{ requestId: string; version: number }> {
  const request = await waitingErasure(ctx, input.requestId, input.expectedVersion);
  authorizeOn(ctx.principal, 'erasure.request', request.estateId);
  decideRequest(ctx, request, { state: 'WITHDRAWN' });
  return { requestId: request.id, version: request.version };
}
