import type { House } from '../../tenancy/house.js';
import { doorTransaction } from '../../tenancy/identity/door-transaction.js';
import type { Principal } from '../../tenancy/principal.js';
import { endSignIns } from './steps/end-sign-ins.js';
import { recordAtDoor } from './steps/record-at-door.js';

/**
 * Ends all sign-ins of the asker, this one too: refresh tokens at once, access tokens and sockets within one second on
 * every node.
 * @returns how many were ended
 */
export async function revokeAllSessions(house: House, principal: Principal): Promise<number> {
  const { companyId, accountId, kind, subjectId } = principal;
  const ended = await doorTransaction(house, companyId, async (door) => {
    const count = await endSignIns(door.em, door.clock.now(), { companyId, accountId });
    await recordAtDoor(door, {
      type: 'identity.SESSIONS_ENDED',
      subjectId: accountId,
      actorKind: kind,
      actorId: subjectId,
      facts: { ended: count },
    });
    return count;
  });
  house.principals.drop(companyId);
  house.hint(companyId, true);
  return ended;
}
