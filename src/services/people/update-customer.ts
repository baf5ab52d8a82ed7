import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { takeChanges } from '../place/steps/take-changes.js';
import { assertNotErased } from '../privacy/steps/assert-not-erased.js';

/** What is absent stays; null clears the telephone. */
interface UpdateCustomer extends CommandInput {
  readonly customerId: string;
  readonly expectedVersion: number;
  readonly kind?: CustomerKind | null;
  readonly name?: string | null;
  readonly phone?: string | null;
}

/**
 * Changes a customer. The event names the changed fields, not their content.
 * @throws NOT_FOUND customer
 * @throws FORBIDDEN customer.manage
 * @throws INVALID_INPUT when the name or kind is null
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-ARC-08 when the customer was erased
 */
export async function updateCustomer(
  ctx: CommandContext,
  input: UpdateCustomer,
): Promise<{ customerId: string; version: number }> {
  const customer = await ctx.load(Customer, 'customer', input.customerId, input.expectedVersion);
  authorizeOn(ctx.principal, 'customer.manage', customer.estateId);
  assertNotErased(customer);
  const changed = [
    ...takeChanges(customer, input, ['kind', 'name'], 'required'),
    ...takeChanges(customer, input, ['phone'], 'clearable'),
  ];
  customer.version += 1;
  ctx.record({
    type: 'people.CUSTOMER_UPDATED',
    estateId: customer.estateId,
    subjectKind: 'customer',
    subjectId: customer.id,
    subjectVersion: customer.version,
    visibility: 'INTERNAL',
    facts: { changed: changed.join(',') },
  });
  return { customerId: customer.id, version: customer.version };
}
