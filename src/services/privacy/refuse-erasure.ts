import type { ErasureRefusal } from '../../domain/privacy/erasure.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { DecideErasure } from './carry-out-erasure.js';
import { assertAnotherPerson } from './steps/assert-another-person.js';
import { assertPerson } from './steps/assert-person.js';
import { decideRequest, waitingErasure } from './steps/waiting-erasure.js';

interface RefuseErasure extends DecideErasure {
  readonly refusal: ErasureRefusal;
}

/**
 * Refuses a request with its reason; the data stay. @rule R-ORG-68
 * @throws NOT_FOUND erasure request
 * @throws FORBIDDEN erasure.decide on the estate; for programs always
 * @throws CONFLICT when it has changed meanwhile, or is decided
 * @throws RULE_REFUSED R-ORG-68 for whoever requested it
 */
export async function refuseErasure(
  ctx: CommandContext,
  input: RefuseErasure,
): Promise<{ requestId: string; version: number }> {
  assertPerson(ctx, 'erasure.decide');
  const request = await waitingErasure(ctx, input.requestId, input.expectedVersion);
  authorizeOn(ctx.principal, 'erasure.decide', request.estateId);
  assertAnotherPerson(ctx, request.requestedBy);
  decideRequest(ctx, request, { state: 'REFUSED', refusal: input.refusal });
  return { requestId: request.id, version: request.version };
}
