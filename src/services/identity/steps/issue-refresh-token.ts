import { RefreshToken } from '../../../entities/identity/refresh-token.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { Door } from '../../../tenancy/identity/door-transaction.js';
import { hashOfSecret, newSecret, REFRESH_TOKEN } from '../../../tenancy/identity/opaque-credential.js';

const LIFETIME_MS = 30 * 86_400_000;

/**
 * Adds a link to a family of refresh tokens, good for 30 days; only its hash is stored. Links of the account that have
 * expired are removed.
 * @returns the token's text, which exists nowhere else
 */
export async function issueRefreshToken(door: Door, accountId: string, familyId: string): Promise<string> {
  const { em, companyId, clock } = door;
  const now = clock.now();
  await em.nativeDelete(RefreshToken, { companyId, accountId, expiresAt: { $lt: now } });
  const [id, secret] = [newId(), newSecret()];
  em.create(RefreshToken, {
    companyId,
    id,
    accountId,
    familyId,
    secretHash: hashOfSecret(secret),
    issuedAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME_MS),
    usedAt: null,
    revokedAt: null,
  });
  await em.flush();
  return REFRESH_TOKEN.write({ companyId, id, secret });
}
