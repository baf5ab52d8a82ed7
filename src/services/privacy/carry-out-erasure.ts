import { ruleRefused } from '../../domain/errors.js';
import { obstaclesTo } from '../../domain/privacy/erasure.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertAnotherPerson } from './steps/assert-another-person.js';
import { assertPerson } from './steps/assert-person.js';
import { eraseCustomer } from './steps/erase-customer.js';
import { openMattersOf } from './steps/open-matters.js';
import { decideRequest, waitingErasure } from './steps/waiting-erasure.js';

/** Which request is decided, as the decider saw it. */
export interface DecideErasure extends CommandInput {
  readonly requestId: string;
  readonly expectedVersion: number;
}

/**
 * Grants a request and erases at once, all or nothing. It cannot be taken back. @rule R-ORG-68 @rule R-ARC-08
 * @throws NOT_FOUND erasure request
 * @throws FORBIDDEN erasure.decide on the estate; for programs always
 * @throws CONFLICT when it has changed meanwhile, or is decided
 * @throws RULE_REFUSED R-ORG-68 for whoever requested it; Q-24 with the obstacles while matters are open
 */
export async function carryOutErasure(
  ctx: CommandContext,
  input: DecideErasure,
): Promise<{ requestId: string; version: number }> {
  assertPerson(ctx, 'erasure.decide');
  const request = await waitingErasure(ctx, input.requestId, input.expectedVersion);
  authorizeOn(ctx.principal, 'erasure.decide', request.estateId);
  assertAnotherPerson(ctx, request.requestedBy);
  const customer = await ctx.load(Customer, 'customer', request.customerId);
  const open = await openMattersOf(ctx, customer);
  const obstacles = obstaclesTo(open);
  if (obstacles.length > 0)
    throw ruleRefused('Q-24', 'Open matters require the data.', {
      obstacles: [...obstacles],
      openTickets: open.openTickets,
      occupancies: open.occupancies,
      openLines: open.openLines,
    });
  const ticketsTouched = await eraseCustomer(ctx, customer);
  decideRequest(ctx, request, { state: 'ERASED', ticketsTouched });
  request.note = null;
  return { requestId: request.id, version: request.version };
}
