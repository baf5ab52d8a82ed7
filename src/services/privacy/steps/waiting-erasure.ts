import { conflict } from '../../../domain/errors.js';
import { ErasureRequest } from '../../../entities/privacy/erasure-request.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * A request to erase that nobody has decided yet, locked.
 * @throws NOT_FOUND erasure request
 * @throws CONFLICT when it has changed meanwhile, or is decided
 */
export async function waitingErasure(
  ctx: CommandContext,
  id: string,
  expectedVersion?: number | null,
): Promise<ErasureRequest> {
  const request = await ctx.load(ErasureRequest, 'erasure request', id, expectedVersion);
  if (request.state !== 'REQUESTED')
    throw conflict('The request is decided already.', { what: 'erasure request', currentVersion: request.version });
  return request;
}

/** Closes a request and tells of it. */
export function decideRequest(
  ctx: CommandContext,
  request: ErasureRequest,
  decided: Pick<ErasureRequest, 'state'> & Partial<Pick<ErasureRequest, 'refusal' | 'ticketsTouched'>>,
): void {
  Object.assign(request, decided, {
    decidedBy: ctx.principal.subjectId,
    decidedAt: ctx.clock.now(),
    version: request.version + 1,
  });
  ctx.record({
    type: `privacy.ERASURE_${decided.state === 'ERASED' ? 'CARRIED_OUT' : decided.state}`,
    estateId: request.estateId,
    subjectKind: 'erasureRequest',
    subjectId: request.id,
    subjectVersion: request.version,
    visibility: 'INTERNAL',
    facts: {
      customerId: request.customerId,
      refusal: decided.refusal ?? null,
      tickets: decided.ticketsTouched ?? null,
    },
  });
}
