import { unauthenticated } from '../../../domain/errors.js';
import type { House } from '../../../tenancy/house.js';
import { issueAccessToken } from '../../../tenancy/identity/access-token.js';
import type { Principal } from '../../../tenancy/principal.js';
import type { Bearer } from '../../../tenancy/bearer.js';

/** A sign-in as its owner receives it. */
export interface OpenSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When the access token ends. */
  readonly expiresAt: Date;
  readonly bearer: Bearer;
  readonly principal: Principal;
}

/**
 * Completes a sign-in once its refresh token is committed.
 * @throws UNAUTHENTICATED when the account was disabled meanwhile
 */
export async function openSession(house: House, bearer: Bearer, refreshToken: string): Promise<OpenSession> {
  const principal = await house.principals.find(bearer);
  if (!principal) throw unauthenticated();
  const { token, expiresAt } = await issueAccessToken(house.keys, bearer);
  return { accessToken: token, refreshToken, expiresAt, bearer, principal };
}
