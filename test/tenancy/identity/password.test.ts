import { describe, expect, test } from '@jest/globals';
import { DUMMY_HASH, hashPassword, verifyPassword } from '../../../src/tenancy/identity/password.js';
import { Turnstile } from '../../../src/tenancy/identity/turnstile.js';

describe('a password', () => {
  test('fits the hash that it made, in the PHC form, and no other does', async () => {
    const hash = await hashPassword('guanjia-demo');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('guanjia-demo', hash)).toBe(true);
    expect(await verifyPassword('guanjia-demO', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  test('makes another hash every time', async () => {
    expect(await hashPassword('same')).not.toBe(await hashPassword('same'));
  });

  test('is the same however a keyboard composes its characters', async () => {
    expect(await verifyPassword('cafe\u0301 ｇuan', await hashPassword('caf\u00e9 guan'))).toBe(true);
  });

  test.each([DUMMY_HASH, 'none', '', '$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$c2FsdHNhbHQ'])(
    'fits nothing where %j is stored',
    async (stored) => {
      expect(await verifyPassword('none', stored)).toBe(false);
      expect(await verifyPassword('', stored)).toBe(false);
    },
  );

  test('a hash with other parameters still verifies, so that they can be raised', async () => {
    const older =
      '$argon2id$v=19$m=8192,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$' +
      (await tagWith('guanjia-demo', 8192, 1)).toString('base64').replaceAll('=', '');
    expect(await verifyPassword('guanjia-demo', older)).toBe(true);
    expect(await verifyPassword('other', older)).toBe(false);
  });
});

describe('the turnstile before the hashes', () => {
  test('lets two through, one wait, and turns the next away with retryAfter', async () => {
    const turnstile = new Turnstile(2, 1, 'full');
    const open: (() => void)[] = [];
    let most = 0;
    let inside = 0;
    const enter = () =>
      turnstile.pass(async () => {
        most = Math.max(most, ++inside);
        await new Promise<void>((go) => open.push(go));
        inside -= 1;
      });
    const admitted = [enter(), enter(), enter()];
    await expect(enter()).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', facts: { retryAfter: 1 } });
    while (open.length > 0) {
      open.shift()?.();
      await new Promise(setImmediate);
    }
    await Promise.all(admitted);
    expect(most).toBe(2);
  });

  test('work that fails frees its place', async () => {
    const turnstile = new Turnstile(1, 0, 'full');
    await expect(turnstile.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turnstile.pass(() => Promise.resolve(1))).resolves.toBe(1);
  });
});

async function tagWith(message: string, memory: number, passes: number): Promise<Buffer> {
  const { argon2Sync } = await import('node:crypto');
  return argon2Sync('argon2id', { message, nonce: Buffer.alloc(16), memory, passes, parallelism: 1, tagLength: 32 });
}
