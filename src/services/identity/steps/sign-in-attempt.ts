import { DomainError, unauthenticated } from '../../../domain/errors.js';
import type { House } from '../../../tenancy/house.js';
import { verifyPassword } from '../../../tenancy/identity/password.js';
import type { Attempt } from '../../../tenancy/identity/sign-in-throttle.js';

/** Whose attempt failed, as far as that is known. */
interface Suspect {
  readonly companyCode?: string | null;
  readonly accountId?: string | null;
}

/**
 * Counts a try to prove something, before anything is compared.
 * @throws LIMIT_EXCEEDED with `retryAfter` when the name or the network is blocked; the security log says so
 */
export async function admit(house: House, name: string, address: string): Promise<Attempt> {
  try {
    return await house.throttle.admit(name, address);
  } catch (error) {
    if (error instanceof DomainError) await house.security.write({ kind: 'SIGN_IN_BLOCKED', facts: { address } });
    throw error;
  }
}

/** Whether the secret made the hash; a try that was turned away before anything was compared is no failure. */
export async function compare(house: House, attempt: Attempt, secret: string, hash: string): Promise<boolean> {
  try {
    return await verifyPassword(secret, hash);
  } catch (error) {
    await house.throttle.forgive(attempt);
    throw error;
  }
}

/** Notes a failed try in the security log. @returns the refusal, the same for every cause */
export async function refused(
  house: House,
  kind: 'SIGN_IN_FAILED' | 'CODE_REFUSED',
  attempt: Attempt,
  suspect: Suspect,
  address: string,
): Promise<DomainError> {
  await house.security.write({
    kind,
    companyCode: suspect.companyCode ?? null,
    principalId: suspect.accountId ?? null,
    facts: { login: attempt.login, address },
  });
  return unauthenticated();
}
