import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { conflict, DomainError, invalidInput, unauthenticated } from '../../domain/errors.js';
import { loginName, parseLogin } from '../../domain/identity/login.js';
import { CODE_LENGTH, LOCATOR_LENGTH, readCode } from '../../domain/identity/one-time-code.js';
import { localDay } from '../../domain/place/local-day.js';
import { Company } from '../../entities/company/company.entity.js';
import { Account } from '../../entities/identity/account.entity.js';
import { newId } from '../../entities/new-id.js';
import { Occupancy } from '../../entities/people/occupancy.entity.js';
import type { House } from '../../tenancy/house.js';
import { companyOfCode } from '../../tenancy/identity/credentials.js';
import { doorTransaction, type Door } from '../../tenancy/identity/door-transaction.js';
import { DUMMY_HASH, hashPassword } from '../../tenancy/identity/password.js';
import { assertWithoutLogin } from './steps/assert-without-login.js';
import { issueRefreshToken } from './steps/issue-refresh-token.js';
import { takeTryBack, tryCode, useCode, type TriedCode } from './steps/one-time-code.js';
import { openSession, type OpenSession } from './steps/open-session.js';
import { recordAtDoor } from './steps/record-at-door.js';
import { admit, compare, refused } from './steps/sign-in-attempt.js';

export interface AcceptInvitation {
  readonly companyCode: string;
  readonly code: string;
  /** The part of the new login before `@`. */
  readonly login: string;
  /** Long enough, checked at the door. */
  readonly password: string;
}

/**
 * Opens the account of an invited resident and signs them in. The account belongs to the customer of the occupancy that
 * the code was made for. A code is good for five tries; an unknown company, an unknown code, one that is over and a
 * wrong one answer alike and cost alike.
 * @rule D-30
 * @param address network address of the caller, for the throttle
 * @throws INVALID_INPUT input.login for a login of another form
 * @throws UNAUTHENTICATED, always the same
 * @throws CONFLICT when the login is taken, or the customer has one; the code stays good
 * @throws LIMIT_EXCEEDED with `retryAfter`, as signing in does
 */
export async function acceptInvitation(house: House, input: AcceptInvitation, address: string): Promise<OpenSession> {
  const login = loginName(input.login);
  if (login === null)
    throw invalidInput('input.login', 'must be 1 to 64 letters, digits, dots, hyphens or underscores, without @');
  const code = readCode(input.code, LOCATOR_LENGTH + CODE_LENGTH) ?? '';
  const [locator, secret] = [code.slice(0, LOCATOR_LENGTH), code.slice(LOCATOR_LENGTH)];
  const companyCode = parseLogin(`x@${input.companyCode}`)?.companyCode ?? null;
  const attempt = await admit(house, `invitation ${locator}@${companyCode ?? ''}`, address);
  const companyId = companyCode === null ? null : await companyOfCode(house.pool, companyCode);
  const tried = companyId === null ? null : await tryCode(house, companyId, { locator });
  const fits = await compare(house, attempt, secret, tried?.secretHash ?? DUMMY_HASH);
  if (!tried || !fits) throw await refused(house, 'CODE_REFUSED', attempt, { companyCode }, address);

  const passwordHash = await hashPassword(input.password);
  const bearer = { companyId: tried.companyId, accountId: newId(), familyId: newId() };
  try {
    const refreshToken = await doorTransaction(house, tried.companyId, async (door) => {
      const occupancy = await lastingOccupancy(door, tried);
      await assertWithoutLogin(door.em, door.companyId, occupancy.customerId);
      if (!(await useCode(door.em, tried))) throw unauthenticated();
      await openAccount(door, { id: bearer.accountId, login, customerId: occupancy.customerId, passwordHash });
      const token = await issueRefreshToken(door, bearer.accountId, bearer.familyId);
      await recordAtDoor(door, {
        type: 'identity.RESIDENT_JOINED',
        estateId: occupancy.estateId,
        subjectKind: 'customer',
        subjectId: occupancy.customerId,
        actorKind: 'RESIDENT',
        actorId: occupancy.customerId,
        facts: { accountId: bearer.accountId, occupancyId: occupancy.id },
      });
      return token;
    });
    await house.throttle.succeed(attempt);
    house.hint(tried.companyId, true);
    return await openSession(house, bearer, refreshToken);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CONFLICT') await takeTryBack(house, tried);
    throw error;
  }
}

/** @throws UNAUTHENTICATED when the occupancy has ended meanwhile, by the company's calendar */
async function lastingOccupancy({ em, companyId, clock }: Door, tried: TriedCode): Promise<Occupancy> {
  const id = tried.occupancyId ?? '';
  const [occupancy, company] = [
    await em.findOne(Occupancy, { companyId, id }),
    await em.findOne(Company, { id: companyId }),
  ];
  if (!occupancy || !company) throw unauthenticated();
  if (occupancy.untilDay != null && occupancy.untilDay <= localDay(clock.now(), company.timeZone))
    throw unauthenticated();
  return occupancy;
}

async function openAccount(
  { em, companyId, clock }: Door,
  account: Pick<Account, 'id' | 'login' | 'passwordHash'> & { readonly customerId: string },
): Promise<void> {
  em.create(Account, {
    companyId,
    kind: 'RESIDENT',
    staffId: null,
    disabledAt: null,
    createdAt: clock.now(),
    ...account,
  });
  try {
    await em.flush();
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException)
      throw conflict('Such a login exists already.', { what: 'login' });
    throw error;
  }
}
