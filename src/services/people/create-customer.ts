import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

interface CreateCustomer extends CommandInput {
  readonly estateId: string;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly phone?: string | null;
}

/**
 * Creates a customer of an estate.
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN customer.manage
 */
export async function createCustomer(
  ctx: CommandContext,
  input: CreateCustomer,
): Promise<{ customerId: string; version: number }> {
  const estate = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'customer.manage', estate.id);
  const customer = ctx.em.create(Customer, {
    companyId: ctx.companyId,
    id: newId(),
    estateId: estate.id,
    kind: input.kind,
    name: input.name,
    phone: input.phone ?? null,
    createdAt: ctx.clock.now(),
    version: 1,
  });
  ctx.record({
    type: 'people.CUSTOMER_CREATED',
    estateId: estate.id,
    subjectKind: 'customer',
    subjectId: customer.id,
    subjectVersion: customer.version,
    visibility: 'INTERNAL',
    facts: { kind: customer.kind },
  });
  return { customerId: customer.id, version: customer.version };
}
