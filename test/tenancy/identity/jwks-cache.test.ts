import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { JwksCache } from '../../../src/tenancy/identity/jwks-cache.js';

const ADDRESS = 'https://issuer.example/keys';
const MINUTE = 60_000;

describe('published keys of an issuer', () => {
  const made: JWK[] = [];
  let published: unknown[];
  let broken: boolean;
  let fetches: number;
  let now: number;
  let cache: JwksCache;

  beforeAll(async () => {
    for (const kid of ['a', 'b']) {
      const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
      made.push({ ...(await exportJWK(publicKey)), kid });
    }
  });
  beforeEach(() => {
    [published, broken, fetches, now] = [[made[0]], false, 0, 1_000_000];
    const fetchText = (): Promise<string> => {
      fetches += 1;
      return broken ? Promise.reject(new Error('down')) : Promise.resolve(JSON.stringify({ keys: published }));
    };
    cache = new JwksCache(fetchText, () => now);
  });
  const found = async (kid: string | undefined): Promise<number> =>
    (await cache.candidates(ADDRESS, { alg: 'EdDSA', kid })).length;

  test('are fetched once for all who wait, and again after ten minutes', async () => {
    expect(await Promise.all([found('a'), found('a'), found('a')])).toEqual([1, 1, 1]);
    now += 9 * MINUTE;
    expect(await found('a')).toBe(1);
    expect(fetches).toBe(1);
    now += 2 * MINUTE;
    expect(await found('a')).toBe(1);
    expect(fetches).toBe(2);
  });

  test('a rotation is followed at once', async () => {
    await found('a');
    published = [made[1]];
    expect(await found('b')).toBe(1);
    expect(await found('a')).toBe(0);
  });

  test('a flood of unknown key ids makes one look more in ten seconds', async () => {
    await found('a');
    for (let i = 0; i < 1_000; i += 1) expect(await found(`unknown-${i}`)).toBe(0);
    expect(fetches).toBe(2);
    now += 10_001;
    await Promise.all(Array.from({ length: 100 }, (_, i) => found(`more-${i}`)));
    expect(fetches).toBe(3);
    expect(await found('a')).toBe(1);
    expect(fetches).toBe(3);
  });

  test('an issuer that does not answer is asked every ten seconds, and its keys are believed for an hour', async () => {
    await found('a');
    broken = true;
    now += 11 * MINUTE;
    expect([await found('a'), await found('a')]).toEqual([1, 1]);
    expect(fetches).toBe(2);
    now += 50 * MINUTE;
    expect(await found('a')).toBe(0);
    broken = false;
    now += 10_001;
    expect(await found('a')).toBe(1);
  });

  test('two keys of one id are both tried; keys of another kind, use or algorithm, and no keys at all, are not', async () => {
    published = [
      { ...made[0], kid: 'same' },
      { ...made[1], kid: 'same' },
      { ...made[0], kid: 'enc', use: 'enc' },
      { ...made[0], kid: 'alg', alg: 'ES256' },
      { kty: 'oct', kid: 'oct', k: 'c2VjcmV0' },
      { kty: 'OKP', crv: 'Ed25519', kid: 'bad', x: 'short' },
      null,
      'text',
    ];
    expect(await found('same')).toBe(2);
    for (const kid of ['enc', 'alg', 'oct', 'bad']) expect([kid, await found(kid)]).toEqual([kid, 0]);
    expect(await cache.candidates(ADDRESS, { alg: 'RS256', kid: 'same' })).toEqual([]);
  });
});
