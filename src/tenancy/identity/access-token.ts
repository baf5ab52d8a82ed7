import { decodeJwt, errors, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { unauthenticated } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import type { Bearer, VerifiedBearer } from '../bearer.js';
import { MAX_TOKEN_SECONDS, SIGNING_ALGORITHM, type SigningKeys } from './signing-keys.js';

/** `iss` of this product's own tokens; no external issuer may bear it. */
export const TOKEN_ISSUER = 'guanjia';
const TOKEN_AUDIENCE = 'guanjia-api';
/** Lifetime of an access token unless told otherwise, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

const TYPE = 'at+jwt';
/** How far the clocks of two nodes may differ, in seconds. */
const SKEW_SECONDS = 30;
const KID = /^[A-Za-z0-9_-]{43}$/;

/** A signed access token and when it ends. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Signs an access token for a bearer (RFC 9068). It carries ids only; what the bearer may do is read from the database.
 * @param seconds lifetime, one day at most
 */
export async function issueAccessToken(
  keys: SigningKeys,
  bearer: Bearer,
  seconds: number = ACCESS_TOKEN_SECONDS,
): Promise<AccessToken> {
  if (!(seconds > 0 && seconds <= MAX_TOKEN_SECONDS)) throw new RangeError('A token lives at most one day.');
  const { kid, privateKey } = await keys.current();
  const issuedAt = Math.floor(keys.clock.now().getTime() / 1_000);
  const expiresAt = issuedAt + Math.floor(seconds);
  const claims = { cid: bearer.companyId, ...(bearer.familyId === null ? {} : { sid: bearer.familyId }) };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: TYPE, kid })
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setSubject(bearer.accountId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(privateKey);
  return { token, expiresAt: new Date(expiresAt * 1_000) };
}

/** Whether this product has proven a token lately, or it says of itself that this product has issued it. */
export function isOwnToken(keys: SigningKeys, token: string): boolean {
  if (keys.proven.knows(token)) return true;
  try {
    return decodeJwt(token).iss === TOKEN_ISSUER;
  } catch {
    return false;
  }
}

/**
 * The bearer of an access token: algorithm, type, issuer, audience and times are pinned, skew is at most 30 seconds.
 * @throws UNAUTHENTICATED, always the same, whatever is wrong with the token
 */
export async function verifyAccessToken(keys: SigningKeys, token: string): Promise<VerifiedBearer> {
  const now = keys.clock.now();
  const known = keys.proven.recall(token, now, SKEW_SECONDS * 1_000);
  if (known) return known;
  const bearer = await prove(keys, token, now);
  if (!bearer) throw unauthenticated();
  keys.proven.remember(token, bearer);
  return bearer;
}

async function prove(keys: SigningKeys, token: string, currentDate: Date): Promise<VerifiedBearer | null> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid !== undefined && KID.test(kid) ? await keys.verifying(kid) : null;
        if (!key) throw new errors.JWKSNoMatchingKey();
        return key;
      },
      {
        algorithms: [SIGNING_ALGORITHM],
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        typ: TYPE,
        requiredClaims: ['sub', 'cid', 'iat', 'exp'],
        clockTolerance: SKEW_SECONDS,
        maxTokenAge: MAX_TOKEN_SECONDS,
        currentDate,
      },
    );
    return bearerOf(payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function bearerOf({ sub, cid, sid, exp }: JWTPayload): VerifiedBearer | null {
  const isText = (value: unknown): value is string => typeof value === 'string' && isId(value);
  if (!isText(sub) || !isText(cid) || (sid !== undefined && !isText(sid)) || exp === undefined) return null;
  return { accountId: sub, companyId: cid, familyId: sid ?? null, expiresAt: new Date(exp * 1_000) };
}
