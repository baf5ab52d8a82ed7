import type { House } from '../../tenancy/house.js';
import { doorTransaction } from '../../tenancy/identity/door-transaction.js';
import type { Principal } from '../../tenancy/principal.js';
import { endFamily } from './steps/end-family.js';

/**
 * Ends the sign-in that the asker's token belongs to: its refresh tokens are void at once, its access tokens within one
 * second on every node. Other sign-ins of the same account go on.
 * @param familyId the sign-in; null for a token that belongs to none, which can only expire
 * @returns whether a sign-in was ended
 */
export async function signOut(house: House, principal: Principal, familyId: string | null): Promise<boolean> {
  if (familyId === null) return false;
  const { companyId, accountId, kind, subjectId } = principal;
  await doorTransaction(house, companyId, (door) =>
    endFamily(door, { type: 'identity.SIGNED_OUT', accountId, familyId, actorKind: kind, actorId: subjectId }),
  );
  house.principals.drop(companyId);
  house.hint(companyId, true);
  return true;
}
