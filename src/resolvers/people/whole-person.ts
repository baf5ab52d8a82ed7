import { may } from '../../tenancy/authorize.js';
import type { Principal } from '../../tenancy/principal.js';

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
