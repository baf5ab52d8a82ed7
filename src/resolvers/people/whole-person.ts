import { grantsInForce, type GrantsInForce } from '../../loaders/privacy/grants-in-force.js';
import { may, mayOn } from '../../tenancy/authorize.js';
import { isSelf } from '../../tenancy/crowd-principal.js';
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
  if (mayOn(asker, 'customer.unmask', person.estateId) && asker.kind !== 'RESIDENT') return true;
  return isSelf(asker, person.id);
}

/**
 * Whether the asker reads a customer whole, also under a grant in force, which is then logged. @rule R-ORG-78
 */
export function readsCustomerWhole(
  ctx: RequestContext,
  customer: { readonly id: string; readonly estateId: string },
): boolean | Promise<boolean> {
  if (readsWhole(ctx.asker, customer)) return true;
  return underGrants(ctx, 'CUSTOMER', customer.id, ({ customers, estates }) => {
    return customers.get(customer.id) ?? estates.get(customer.estateId);
  });
}

/**
 * Whether the asker reads whole whom a ticket names to be asked for, also under a grant in force, which is then logged.
 * @rule R-ORG-78
 */
export function readsContactWhole(
  ctx: RequestContext,
  ticket: { readonly id: string; readonly estateId: string; readonly customerId: string | null },
): boolean | Promise<boolean> {
  if (may(ctx.principal, 'customer.unmask', ticket.estateId)) return true;
  return underGrants(ctx, 'TICKET', ticket.id, ({ customers, estates, tickets }) => {
    const ofCustomer = ticket.customerId === null ? undefined : customers.get(ticket.customerId);
    return tickets.get(ticket.id) ?? ofCustomer ?? estates.get(ticket.estateId);
  });
}

/**
 * Whether the asker reads whole who called, also under a grant in force on the ticket or the customer that the entry
 * names, which is then logged. @rule R-ORG-78
 */
export function readsCallerWhole(
  ctx: RequestContext,
  contact: { readonly estateId: string; readonly ticketId: string | null; readonly customerId: string | null },
): boolean | Promise<boolean> {
  const { estateId, ticketId, customerId } = contact;
  if (ticketId !== null) return readsContactWhole(ctx, { id: ticketId, estateId, customerId });
  if (customerId !== null) return readsCustomerWhole(ctx, { id: customerId, estateId });
  return may(ctx.principal, 'customer.unmask', estateId);
}

/** What may be read whole, or its mask: at once where that is known at once, so that plain rows cost no promises. */
export const wholeOrMasked = <T>(whole: boolean | Promise<boolean>, value: T, mask: (value: T) => T): T | Promise<T> =>
  typeof whole === 'boolean' ? (whole ? value : mask(value)) : whole.then((read) => (read ? value : mask(value)));

/** Whether a grant in force opens the subject; that it is read under the grant is noted. */
function underGrants(
  ctx: RequestContext,
  kind: 'CUSTOMER' | 'TICKET',
  subjectId: string,
  grantOf: (grants: GrantsInForce) => string | undefined,
): boolean | Promise<boolean> {
  const read = (grants: GrantsInForce): boolean => {
    const grantId = grantOf(grants);
    if (grantId !== undefined) ctx.disclosures.note(ctx.asker, { grantId, kind, subjectId });
    return grantId !== undefined;
  };
  const grants = grantsInForce(ctx);
  return grants instanceof Promise ? grants.then(read) : read(grants);
}
