import { LockMode } from '@mikro-orm/core';
import { unauthenticated } from '../../domain/errors.js';
import { RefreshToken } from '../../entities/identity/refresh-token.entity.js';
import type { House } from '../../tenancy/house.js';
import { doorTransaction, type Door } from '../../tenancy/identity/door-transaction.js';
import { provesSecret, REFRESH_TOKEN, type OpaqueCredential } from '../../tenancy/identity/opaque-credential.js';
import { endFamily } from './steps/end-family.js';
import { issueRefreshToken } from './steps/issue-refresh-token.js';
import { openSession, type OpenSession } from './steps/open-session.js';

type Outcome =
  | { readonly kind: 'ROTATED'; readonly accountId: string; readonly familyId: string; readonly next: string }
  | { readonly kind: 'REUSED'; readonly accountId: string }
  | { readonly kind: 'REFUSED' };

/**
 * Exchanges a refresh token for a new one and a new access token. Each token works once: the second use of one, however
 * soon after the first, ends the whole sign-in, since it cannot be told which of the two users is the thief. A client
 * therefore refreshes one at a time.
 * @throws UNAUTHENTICATED, always the same, whatever is wrong with the token
 */
export async function refreshSession(house: House, token: string): Promise<OpenSession> {
  const secret = REFRESH_TOKEN.read(token);
  if (!secret) throw unauthenticated();
  const outcome = await doorTransaction(house, secret.companyId, (door) => rotate(door, secret));
  if (outcome.kind === 'ROTATED') {
    const { accountId, familyId, next } = outcome;
    return openSession(house, { companyId: secret.companyId, accountId, familyId }, next);
  }
  if (outcome.kind === 'REUSED') {
    house.principals.drop(secret.companyId);
    house.hint(secret.companyId, true);
    await house.security.write({ kind: 'REFRESH_REUSED', principalId: outcome.accountId });
  }
  throw unauthenticated();
}

async function rotate(door: Door, { companyId, id, secret }: OpaqueCredential): Promise<Outcome> {
  const { em, clock } = door;
  const row = await em.findOne(RefreshToken, { companyId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!row || !provesSecret(secret, row.secretHash)) return { kind: 'REFUSED' };
  const { accountId, familyId } = row;
  const ended = await em.count(RefreshToken, { companyId, familyId, revokedAt: { $ne: null } });
  if (ended > 0 || row.expiresAt <= clock.now()) return { kind: 'REFUSED' };
  if (row.usedAt) {
    await endFamily(door, { type: 'identity.REFRESH_REUSED', accountId, familyId, actorKind: 'SYSTEM', actorId: null });
    return { kind: 'REUSED', accountId };
  }
  row.usedAt = clock.now();
  return { kind: 'ROTATED', accountId, familyId, next: await issueRefreshToken(door, accountId, familyId) };
}
