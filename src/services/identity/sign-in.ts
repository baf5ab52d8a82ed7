import { LockMode } from '@mikro-orm/core';
import { unauthenticated } from '../../domain/errors.js';
import { parseLogin } from '../../domain/identity/login.js';
import { Account } from '../../entities/identity/account.entity.js';
import { newId } from '../../entities/new-id.js';
import type { House } from '../../tenancy/house.js';
import { findCredentials } from '../../tenancy/identity/credentials.js';
import { doorTransaction } from '../../tenancy/identity/door-transaction.js';
import { DUMMY_HASH } from '../../tenancy/identity/password.js';
import { issueRefreshToken } from './steps/issue-refresh-token.js';
import { openSession, type OpenSession } from './steps/open-session.js';
import { admit, compare, refused } from './steps/sign-in-attempt.js';

/** What somebody types to sign in. */
export interface SignIn {
  /** `name@companyCode`; capitals and spaces around it do not matter. */
  readonly login: string;
  readonly password: string;
}

/**
 * Opens a session for a login and its password. An unknown login, an unknown company, a disabled account and a wrong
 * password answer alike and cost alike. No transaction is open while the password is checked.
 * @param address network address of the caller, for the throttle
 * @throws UNAUTHENTICATED, always the same
 * @throws LIMIT_EXCEEDED with `retryAfter` after 10 failures of a login or 100 of a network within 15 minutes, and when
 * too many passwords are being checked at once
 */
export async function signIn(house: House, input: SignIn, address: string): Promise<OpenSession> {
  const login = parseLogin(input.login);
  const attempt = await admit(house, login ? `${login.name}@${login.companyCode}` : input.login, address);
  const known = login ? await findCredentials(house.pool, login) : null;
  const fits = await compare(house, attempt, input.password, known?.account?.passwordHash ?? DUMMY_HASH);
  const account = known?.account;
  if (!known || !account || !fits || account.disabledAt)
    throw await refused(
      house,
      'SIGN_IN_FAILED',
      attempt,
      { companyCode: known?.companyCode, accountId: account?.id },
      address,
    );

  const bearer = { companyId: known.companyId, accountId: account.id, familyId: newId() };
  const refreshToken = await doorTransaction(house, known.companyId, async (door) => {
    const key = { companyId: door.companyId, id: account.id };
    const row = await door.em.findOne(Account, key, { lockMode: LockMode.PESSIMISTIC_READ });
    if (!row || row.disabledAt || row.passwordHash !== account.passwordHash) throw unauthenticated();
    return issueRefreshToken(door, account.id, bearer.familyId);
  });
  await house.throttle.succeed(attempt);
  return openSession(house, bearer, refreshToken);
}
