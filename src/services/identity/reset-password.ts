import { LockMode } from '@mikro-orm/core';
import { unauthenticated } from '../../domain/errors.js';
import { parseLogin } from '../../domain/identity/login.js';
import { CODE_LENGTH, readCode } from '../../domain/identity/one-time-code.js';
import { Account } from '../../entities/identity/account.entity.js';
import type { House } from '../../tenancy/house.js';
import { findCredentials } from '../../tenancy/identity/credentials.js';
import { doorTransaction } from '../../tenancy/identity/door-transaction.js';
import { DUMMY_HASH, hashPassword } from '../../tenancy/identity/password.js';
import { endSignIns } from './steps/end-sign-ins.js';
import { tryCode, useCode } from './steps/one-time-code.js';
import { recordAtDoor } from './steps/record-at-door.js';
import { admit, compare, refused } from './steps/sign-in-attempt.js';

export interface ResetPassword {
  /** `name@companyCode`. */
  readonly login: string;
  readonly code: string;
  /** Long enough, checked at the door. */
  readonly newPassword: string;
}

/**
 * Sets a new password with a one-time code and ends every sign-in of the account within one second. A code is good for
 * five tries. An unknown login, a login without a code, a code that is over and a wrong one answer alike and cost
 * alike; tries count with those of signing in.
 * @param address network address of the caller, for the throttle
 * @throws UNAUTHENTICATED, always the same
 * @throws LIMIT_EXCEEDED with `retryAfter`, as signing in does
 */
export async function resetPassword(house: House, input: ResetPassword, address: string): Promise<void> {
  const login = parseLogin(input.login);
  const attempt = await admit(house, login ? `${login.name}@${login.companyCode}` : input.login, address);
  const known = login ? await findCredentials(house.pool, login) : null;
  const account = known?.account;
  const tried = known && (await tryCode(house, known.companyId, { accountId: account?.id ?? null }));
  const code = readCode(input.code, CODE_LENGTH);
  const fits = await compare(house, attempt, code ?? '', tried?.secretHash ?? DUMMY_HASH);
  const suspect = { companyCode: known?.companyCode ?? null, accountId: account?.id ?? null };
  if (!tried || !account || !fits || account.disabledAt)
    throw await refused(house, 'CODE_REFUSED', attempt, suspect, address);

  const { companyId } = tried;
  const passwordHash = await hashPassword(input.newPassword);
  await doorTransaction(house, companyId, async (door) => {
    const key = { companyId, id: account.id };
    const row = await door.em.findOne(Account, key, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!row || row.disabledAt || !(await useCode(door.em, tried))) throw unauthenticated();
    row.passwordHash = passwordHash;
    const ended = await endSignIns(door.em, door.clock.now(), { companyId, accountId: row.id });
    await recordAtDoor(door, {
      type: 'identity.PASSWORD_RESET',
      subjectId: row.id,
      actorKind: row.kind,
      actorId: row.staffId ?? row.customerId ?? null,
      facts: { ended },
    });
  });
  await house.throttle.succeed(attempt);
  house.principals.drop(companyId);
  house.hint(companyId, true);
}
