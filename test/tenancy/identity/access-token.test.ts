import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { newId } from '../../../src/entities/new-id.js';
import { issueAccessToken, verifyAccessToken } from '../../../src/tenancy/identity/access-token.js';
import { SigningKeys } from '../../../src/tenancy/identity/signing-keys.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';

describe('an access token', () => {
  let house: TestHouse;
  let now = new Date('2026-05-01T08:00:00Z');
  const clock = { now: () => now };
  const bearer = { companyId: newId(), accountId: newId(), familyId: newId() };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
  });
  afterAll(() => house.close());

  const refusal = async (token: string): Promise<unknown> =>
    verifyAccessToken(house.keys, token).then(
      () => 'accepted',
      (error: unknown) => ({ ...(error as object), message: (error as Error).message }),
    );
  const signed = async (
    change: { claims?: JWTPayload; header?: Record<string, unknown>; drop?: string } = {},
    keys: SigningKeys = house.keys,
  ): Promise<string> => {
    const { kid, privateKey } = await keys.current();
    const seconds = Math.floor(now.getTime() / 1000);
    const claims: JWTPayload = {
      iss: 'guanjia',
      aud: 'guanjia-api',
      sub: bearer.accountId,
      cid: bearer.companyId,
      sid: bearer.familyId,
      iat: seconds,
      exp: seconds + 900,
      ...change.claims,
    };
    if (change.drop) claims[change.drop] = undefined;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...change.header })
      .sign(privateKey);
  };
  const UNAUTHENTICATED = { code: 'UNAUTHENTICATED', message: 'Sign in first.', facts: {}, name: 'DomainError' };

  test('names account, company and sign-in, for 15 minutes', async () => {
    const { token, expiresAt } = await issueAccessToken(house.keys, bearer);
    expect(expiresAt).toEqual(new Date(now.getTime() + 900_000));
    expect(await verifyAccessToken(house.keys, token)).toEqual({ ...bearer, expiresAt });
    const alone = await issueAccessToken(house.keys, { ...bearer, familyId: null });
    expect(await verifyAccessToken(house.keys, alone.token)).toMatchObject({ familyId: null });
  });

  test('the forge of these tests makes good tokens, so that each refusal below has one cause', async () => {
    expect(await refusal(await signed())).toBe('accepted');
  });

  test('whatever is wrong with it, the refusal is the same', async () => {
    const seconds = Math.floor(now.getTime() / 1000);
    const good = await signed();
    const foreign = new SigningKeys(house.pool, TEST_SECRET, clock);
    const { privateKey } = generateKeyPairSync('ed25519');
    const { kid } = await house.keys.current();
    const forged = await new SignJWT({ cid: bearer.companyId, sid: bearer.familyId })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer('guanjia')
      .setAudience('guanjia-api')
      .setSubject(bearer.accountId)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 900)
      .sign(privateKey);
    const none = new UnsecuredJWT({ cid: bearer.companyId, sub: bearer.accountId, sid: bearer.familyId })
      .setIssuer('guanjia')
      .setAudience('guanjia-api')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 900)
      .encode();
    const publicJwk = (await foreign.jwks()).keys[0];
    const confused = await new SignJWT({ cid: bearer.companyId })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
      .setIssuer('guanjia')
      .setAudience('guanjia-api')
      .setSubject(bearer.accountId)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 900)
      .sign(Buffer.from(JSON.stringify(publicJwk)));
    const refused: Record<string, string> = {
      'alg none': none,
      'a signature with the public key as an HMAC secret': confused,
      'another private key': forged,
      'an unknown key id': await signed({ header: { kid: 'A'.repeat(43) } }),
      'no key id': await signed({ header: { kid: undefined } }),
      'another issuer': await signed({ claims: { iss: 'somebody' } }),
      'another audience': await signed({ claims: { aud: 'another-api' } }),
      'another type': await signed({ header: { typ: 'JWT' } }),
      expired: await signed({ claims: { exp: seconds - 31 } }),
      'issued in the future': await signed({ claims: { iat: seconds + 31 } }),
      'no expiry': await signed({ drop: 'exp' }),
      'no account': await signed({ drop: 'sub' }),
      'no company': await signed({ drop: 'cid' }),
      'a company of another form': await signed({ claims: { cid: 'harbour' } }),
      'a sign-in of another form': await signed({ claims: { sid: 1 } }),
      empty: '',
      'two parts': good.split('.').slice(0, 2).join('.'),
      'an altered claim': good.replace(/\.(.)/, (_, first: string) => `.${first === 'e' ? 'f' : 'e'}`),
      'a refresh token': `gj_rt_${bearer.companyId}_${randomUUID()}_${'a'.repeat(43)}`,
    };
    for (const [what, token] of Object.entries(refused))
      expect([what, await refusal(token)]).toEqual([what, UNAUTHENTICATED]);
  });

  test('no mangled token passes, and none breaks the program', async () => {
    const good = await signed();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.string({ minLength: 0, maxLength: 3 }), async (at, text) => {
        const mangled = good.slice(0, at) + text + good.slice(at + 1);
        fc.pre(mangled !== good);
        const verdict = await refusal(mangled);
        if (verdict === 'accepted') expect(decoded(mangled)).toEqual(decoded(good));
        else expect(verdict).toEqual(UNAUTHENTICATED);
      }),
      { numRuns: 150 },
    );
  });

  test('is good for half a minute of skew, and not a second longer, also when it was proven before', async () => {
    const start = now;
    const { token } = await issueAccessToken(house.keys, bearer);
    expect(await refusal(token)).toBe('accepted');
    now = new Date(start.getTime() + 929_000);
    expect(await refusal(token)).toBe('accepted');
    now = new Date(start.getTime() + 930_000);
    expect(await refusal(token)).toEqual(UNAUTHENTICATED);
    now = start;
  });

  test('lives one day at most', async () => {
    await expect(issueAccessToken(house.keys, bearer, 86_401)).rejects.toThrow(RangeError);
    await expect(issueAccessToken(house.keys, bearer, 0)).rejects.toThrow(RangeError);
  });
});

/** The bytes behind the text: base64url has more than one text for the same bytes. */
const decoded = (token: string): string[] =>
  token.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
