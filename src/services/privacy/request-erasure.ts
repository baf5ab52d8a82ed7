import { conflict } from '../../domain/errors.js';
import type { ErasureGround } from '../../domain/privacy/erasure.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { ErasureRequest } from '../../entities/privacy/erasure-request.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertNotErased } from './steps/assert-not-erased.js';
import { assertPerson } from './steps/assert-person.js';

interface RequestErasure extends CommandInput {
  readonly customerId: string;
  readonly ground: ErasureGround;
  readonly note?: string | null;
}

/**
 * Takes down that somebody's data are to be erased. Nothing is erased yet: another person decides. @rule R-ORG-68
 * @throws NOT_FOUND customer
 * @throws FORBIDDEN erasure.request on the estate; for programs always
 * @throws RULE_REFUSED R-ARC-08 when the customer is erased already
 * @throws CONFLICT when a request waits already
 */
export async function requestErasure(ctx: CommandContext, input: RequestErasure): Promise<{ requestId: string }> {
  assertPerson(ctx, 'erasure.request');
  const { companyId, em } = ctx;
  const customer = await ctx.load(Customer, 'customer', input.customerId);
  authorizeOn(ctx.principal, 'erasure.request', customer.estateId);
  assertNotErased(customer);
  const waiting = await em.findOne(ErasureRequest, { companyId, customerId: customer.id, state: 'REQUESTED' });
  if (waiting) throw conflict('A request waits already.', { what: 'erasure request', requestId: waiting.id });
  const request = em.create(ErasureRequest, {
    companyId,
    id: newId(),
    estateId: customer.estateId,
    customerId: customer.id,
    ground: input.ground,
    state: 'REQUESTED',
    note: input.note ?? null,
    requestedBy: ctx.principal.subjectId,
    requestedAt: ctx.clock.now(),
    version: 1,
  });
  ctx.record({
    type: 'privacy.ERASURE_REQUESTED',
    estateId: customer.estateId,
    subjectKind: 'erasureRequest',
    subjectId: request.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { customerId: customer.id, ground: input.ground },
  });
  return { requestId: request.id };
}
