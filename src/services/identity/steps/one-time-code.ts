import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { CODE_LENGTH, codeOf, LOCATOR_LENGTH, MAX_TRIES, spoken } from '../../../domain/identity/one-time-code.js';
import { Secret } from '../../../domain/identity/secret.js';
import { OneTimeCode } from '../../../entities/identity/one-time-code.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { House } from '../../../tenancy/house.js';
import { doorTransaction } from '../../../tenancy/identity/door-transaction.js';
import { hashPassword } from '../../../tenancy/identity/password.js';

/** What a new code is for. */
type CodePurpose =
  | { readonly purpose: 'PASSWORD'; readonly accountId: string }
  | { readonly purpose: 'INVITATION'; readonly occupancyId: string };

/** A code as it is shown once; a repeated command shows none. */
export interface IssuedCode {
  readonly code: Secret;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** A code that somebody tries: the try is counted already. */
export interface TriedCode {
  readonly companyId: string;
  readonly id: string;
  readonly secretHash: string;
  readonly occupancyId: string | null;
}

/**
 * Makes a code, at the door, in place of an earlier one of the same purpose; only its hash is stored.
 * @param lifetimeMs how long it is good
 * @throws LIMIT_EXCEEDED when too many secrets are being hashed at once
 */
export async function issueCode(
  em: SqlEntityManager,
  companyId: string,
  now: Date,
  lifetimeMs: number,
  of: CodePurpose,
): Promise<IssuedCode> {
  const secret = codeOf(randomBytes(CODE_LENGTH));
  const locator = of.purpose === 'INVITATION' ? codeOf(randomBytes(LOCATOR_LENGTH)) : null;
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const secretHash = await hashPassword(secret);
  await em.nativeDelete(OneTimeCode, { companyId, ...of });
  em.create(OneTimeCode, {
    companyId,
    id: newId(),
    purpose: of.purpose,
    accountId: of.purpose === 'PASSWORD' ? of.accountId : null,
    occupancyId: of.purpose === 'INVITATION' ? of.occupancyId : null,
    locator,
    secretHash,
    tries: 0,
    createdAt: now,
    expiresAt,
  });
  await em.flush();
  return {
    code: new Secret(spoken(...(locator === null ? [] : [locator]), secret)),
    expiresAt: expiresAt.toISOString(),
  };
}

const TRY = `
update one_time_code set tries = tries + 1
 where company_id = ? and purpose = ? and (account_id = ?::uuid or locator = ?) and tries < ? and expires_at > ?
returning company_id as "companyId", id, secret_hash as "secretHash", occupancy_id as "occupancyId"`;

/**
 * Counts a try of a code in a transaction of its own, so that tries at once count as well. Null when there is no such
 * code, it is over, or it was tried five times.
 */
export function tryCode(
  house: House,
  companyId: string,
  of: { readonly accountId: string | null } | { readonly locator: string },
): Promise<TriedCode | null> {
  return doorTransaction(house, companyId, async ({ em, clock }) => {
    const [purpose, accountId, locator] =
      'locator' in of ? ['INVITATION', null, of.locator] : ['PASSWORD', of.accountId, null];
    const [row] = await em.execute<TriedCode[]>(
      TRY,
      [companyId, purpose, accountId, locator, MAX_TRIES, clock.now()],
      'all',
    );
    return row ?? null;
  });
}

/** Takes a try back that was good but led to nothing, such as a login that is taken. */
export const takeTryBack = (house: House, { companyId, id }: TriedCode): Promise<unknown> =>
  doorTransaction(house, companyId, ({ em }) =>
    em.execute('update one_time_code set tries = tries - 1 where company_id = ? and id = ? and tries > 0', [
      companyId,
      id,
    ]),
  );

/** Uses a code up. @returns whether it was still there */
export const useCode = async (em: SqlEntityManager, { companyId, id }: TriedCode): Promise<boolean> =>
  (await em.nativeDelete(OneTimeCode, { companyId, id })) === 1;
