import { LockMode } from '@mikro-orm/core';
import { invalidInput, unauthenticated } from '../../domain/errors.js';
import { Account } from '../../entities/identity/account.entity.js';
import { OneTimeCode } from '../../entities/identity/one-time-code.entity.js';
import type { House } from '../../tenancy/house.js';
import { doorTransaction } from '../../tenancy/identity/door-transaction.js';
import { hashPassword } from '../../tenancy/identity/password.js';
import type { Principal } from '../../tenancy/principal.js';
import { endSignIns } from './steps/end-sign-ins.js';
import { recordAtDoor } from './steps/record-at-door.js';
import { admit, compare } from './steps/sign-in-attempt.js';

export interface ChangePassword {
  readonly oldPassword: string;
  /** Long enough, checked at the door. */
  readonly newPassword: string;
}

/**
 * Sets a new password for the asker, who knows the old one, and ends all other sign-ins of the account within one
 * second. No transaction is open while passwords are hashed.
 * @param familyId the sign-in that goes on; null for a token that belongs to none
 * @param address network address of the caller, for the throttle
 * @throws INVALID_INPUT input.oldPassword when it does not fit
 * @throws LIMIT_EXCEEDED with `retryAfter` after 10 failures of the account or 100 of a network within 15 minutes
 */
export async function changePassword(
  house: House,
  principal: Principal,
  { oldPassword, newPassword }: ChangePassword,
  familyId: string | null,
  address: string,
): Promise<void> {
  const { companyId, accountId, kind, subjectId } = principal;
  const attempt = await admit(house, `password of ${companyId}/${accountId}`, address);
  const account = { companyId, id: accountId };
  const before = await doorTransaction(house, companyId, ({ em }) => em.findOneOrFail(Account, account));
  if (!(await compare(house, attempt, oldPassword, before.passwordHash)))
    throw invalidInput('input.oldPassword', 'does not fit');
  await house.throttle.succeed(attempt);
  const passwordHash = await hashPassword(newPassword);
  await doorTransaction(house, companyId, async (door) => {
    const row = await door.em.findOne(Account, account, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!row || row.disabledAt || row.passwordHash !== before.passwordHash) throw unauthenticated();
    row.passwordHash = passwordHash;
    await door.em.nativeDelete(OneTimeCode, { companyId, accountId });
    const ended = await endSignIns(door.em, door.clock.now(), { companyId, accountId, except: familyId });
    await recordAtDoor(door, {
      type: 'identity.PASSWORD_CHANGED',
      subjectId: accountId,
      actorKind: kind,
      actorId: subjectId,
      facts: { ended },
    });
  });
  house.principals.drop(companyId);
  house.hint(companyId, true);
}
