import { isDomainError } from '../tenancy/authorize.js';
import { isOwnToken, verifyAccessToken } from '../tenancy/identity/access-token.js';
import { API_KEY } from '../tenancy/identity/opaque-credential.js';
import type { House } from '../tenancy/house.js';
import type { Principal } from '../tenancy/principal.js';
import type { VerifiedBearer } from '../tenancy/bearer.js';
import { RequestContext, type RequestFacts } from '../tenancy/request-context.js';

/** From an `Authorization` value to the context of a request. */
export type ContextMaker = (authorization: string | undefined, facts: RequestFacts) => Promise<RequestContext>;

/** A token that is missing or not good makes nobody; what needs somebody then answers UNAUTHENTICATED, always alike. */
export function contextMaker(house: House): ContextMaker {
  return async (authorization, facts) => {
    const bearer = await bearerOf(house, authorization);
    const principal: Principal | null = bearer ? await house.principals.find(bearer) : null;
    return new RequestContext(house, principal, facts, bearer);
  };
}

const TOKEN = /^Bearer ([A-Za-z0-9._-]{1,8192})$/;

/**
 * The verified bearer of an `Authorization` value: an access token of this product, an API key, or a token of a
 * company's own issuer. Null when there is none or it is not good.
 * @throws Error when the keys cannot be read
 */
export async function bearerOf(house: House, authorization: string | undefined): Promise<VerifiedBearer | null> {
  const token = TOKEN.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  if (API_KEY.claims(token)) return house.apiKeys.verify(token);
  if (!isOwnToken(house.keys, token)) return house.issuers.verify(token);
  return verifyAccessToken(house.keys, token).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
}
