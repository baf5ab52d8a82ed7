import { notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { RefreshToken } from '../../entities/identity/refresh-token.entity.js';
import type { House } from '../../tenancy/house.js';
import { doorTransaction } from '../../tenancy/identity/door-transaction.js';
import type { Principal } from '../../tenancy/principal.js';
import { endFamily } from './steps/end-family.js';

/**
 * Ends one of the asker's own sign-ins, such as that of a lost phone: its refresh tokens at once, its access tokens and
 * sockets within one second on every node.
 * @throws NOT_FOUND session when it is none of the asker's, or has ended
 */
export async function revokeSession(house: House, principal: Principal, sessionId: string): Promise<void> {
  const { companyId, accountId, kind, subjectId } = principal;
  if (!isId(sessionId)) throw notFound('session');
  await doorTransaction(house, companyId, async (door) => {
    const live = { companyId, accountId, familyId: sessionId, revokedAt: null, expiresAt: { $gt: door.clock.now() } };
    if ((await door.em.count(RefreshToken, live)) === 0) throw notFound('session');
    const by = { actorKind: kind, actorId: subjectId };
    await endFamily(door, { type: 'identity.SESSION_ENDED', accountId, familyId: sessionId, ...by });
  });
  house.principals.drop(companyId);
  house.hint(companyId, true);
}
