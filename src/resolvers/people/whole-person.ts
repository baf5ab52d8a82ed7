import { grantsInForce } from '../../loaders/privacy/grants-in-force.js';
import { may } from '../../tenancy/authorize.js';
import type { Principal } from '../../tenancy/principal.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** A customer or a member of staff, as far as it decides who reads the personal data. */
interface Person {
  readonly id: string;
  readonly estateId: string | null;
}

/**
 * Whether the asker reads name and telephone whole: the person does, and staff with `customer.unmask` on the estate,
 * or on all where the person belongs to none. Everybody else reads a mask. @rule R-ORG-78
 */
export function readsWhole(asker: Principal, person: Person): boolean {
  if (asker.subjectId === person.id) return true;
  if (asker.kind === 'RESIDENT') return false;
  if (person.estateId === null) return asker.actions.get('customer.unmask') === 'ALL';
  return may(asker, 'customer.unmask', person.estateId);
}

/**
 * Whether the asker reads a customer whole, also under a grant in force, which is then logged. @rule R-ORG-78
 */
export async function readsCustomerWhole(
  ctx: RequestContext,
  customer: { readonly id: string; readonly estateId: string },
): Promise<boolean> {
  if (readsWhole(ctx.asker, customer)) return true;
  const { customers, estates } = await grantsInForce(ctx);
  const grantId = customers.get(customer.id) ?? estates.get(customer.estateId);
  if (grantId === undefined) return false;
  ctx.disclosures.note(ctx.asker, { grantId, kind: 'CUSTOMER', subjectId: customer.id });
  return true;
}

/**
 * Whether the asker reads whole whom a ticket names to be asked for, also under a grant in force, which is then logged.
 * @rule R-ORG-78
 */
export async function readsContactWhole(
  ctx: RequestContext,
  ticket: { readonly id: string; readonly estateId: string; readonly customerId: string | null },
): Promise<boolean> {
  if (may(ctx.principal, 'customer.unmask', ticket.estateId)) return true;
  const { customers, estates, tickets } = await grantsInForce(ctx);
  const ofCustomer = ticket.customerId === null ? undefined : customers.get(ticket.customerId);
  const grantId = tickets.get(ticket.id) ?? ofCustomer ?? estates.get(ticket.estateId);
  if (grantId === undefined) return false;
  ctx.disclosures.note(ctx.asker, { grantId, kind: 'TICKET', subjectId: ticket.id });
  return true;
}
