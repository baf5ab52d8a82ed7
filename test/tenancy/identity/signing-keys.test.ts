import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { newId } from '../../../src/entities/new-id.js';
import { issueAccessToken, verifyAccessToken } from '../../../src/tenancy/identity/access-token.js';
import { SigningKeys } from '../../../src/tenancy/identity/signing-keys.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';

describe('signing keys', () => {
  let house: TestHouse;
  let now = new Date('2026-05-01T08:00:00Z');
  const clock = { now: () => now };
  const bearer = { companyId: newId(), accountId: newId(), familyId: newId() };
  const node = (secret = TEST_SECRET): SigningKeys => new SigningKeys(house.pool, secret, clock);
  const opened: TestHouse[] = [];

  beforeEach(async () => {
    house = await openTestHouse({ clock });
    opened.push(house);
  });
  afterAll(async () => {
    for (const each of opened) await each.close();
  });

  test('nodes that start at once on an empty database agree on one key', async () => {
    await house.database.superuser.query('delete from signing_key');
    const keys = await Promise.all(Array.from({ length: 6 }, () => node().current()));
    expect(new Set(keys.map((key) => key.kid)).size).toBe(1);
    const { rows } = await house.database.superuser.query('select 1 from signing_key');
    expect(rows).toHaveLength(1);
  });

  test('after a rotation new tokens carry the new key and old ones stay good, on every node', async () => {
    const [first, second] = [node(), node()];
    const before = await issueAccessToken(first, bearer);
    await verifyAccessToken(second, before.token);
    const kid = await first.rotate();
    const after = await issueAccessToken(first, bearer);
    expect(Buffer.from(after.token.split('.')[0]!, 'base64url').toString()).toContain(kid);
    for (const keys of [first, second, node()])
      for (const { token } of [before, after])
        await expect(verifyAccessToken(keys, token)).resolves.toMatchObject(bearer);
  });

  test('a retired key is forgotten once its last token has expired', async () => {
    const start = now;
    const { token } = await issueAccessToken(house.keys, bearer, 86_400);
    const { kid } = await house.keys.current();
    await house.keys.rotate();
    now = new Date(start.getTime() + 86_400_000);
    await expect(verifyAccessToken(node(), token)).resolves.toMatchObject(bearer);
    expect((await node().jwks()).keys.map((key) => key.kid)).toContain(kid);
    now = new Date(start.getTime() + 86_400_000 + 3_601_000);
    expect((await node().jwks()).keys.map((key) => key.kid)).not.toContain(kid);
    expect(await node().verifying(kid)).toBeNull();
    now = start;
  });

  test('the published document verifies tokens and holds no private half', async () => {
    const { token } = await issueAccessToken(house.keys, bearer);
    const document = await house.keys.jwks();
    expect(JSON.stringify(document)).not.toContain('"d"');
    expect(Object.keys(document.keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    const { payload } = await jwtVerify(token, createLocalJWKSet(document as JSONWebKeySet), { currentDate: now });
    expect(payload.sub).toBe(bearer.accountId);
  });

  test('the private half is stored sealed: another secret opens nothing and says what to do', async () => {
    const { rows } = await house.database.superuser.query<{ sealed: string }>(
      'select sealed_private_jwk as sealed from signing_key',
    );
    expect(Buffer.from(rows[0]!.sealed, 'base64url').toString('latin1')).not.toContain('kty');
    const stranger = node('another-secret-of-at-least-32-characters');
    await expect(stranger.current()).rejects.toThrow(/GUANJIA_SECRET/);
    const { token } = await issueAccessToken(house.keys, bearer);
    await expect(verifyAccessToken(stranger, token)).resolves.toMatchObject(bearer);
    await stranger.rotate();
    await expect(issueAccessToken(stranger, bearer)).resolves.toBeDefined();
  });

  test('unknown key ids reread the table once a second at most', async () => {
    const keys = node();
    await keys.current();
    let reads = 0;
    const query = house.pool.query.bind(house.pool);
    house.pool.query = ((statement: string) => {
      if (JSON.stringify(statement).includes('from signing_key')) reads += 1;
      return query(statement);
    }) as typeof house.pool.query;
    await Promise.all(Array.from({ length: 20 }, (_, i) => keys.verifying(String(i).padStart(43, 'x'))));
    expect(reads).toBe(1);
    house.pool.query = query;
  });
});
