import { afterAll, expect, test } from '@jest/globals';
import { chmod, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOrCreateSecrets, SecretsFileError } from '../../../src/server/embedded/secrets.js';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.js';

afterAll(removeTemporaryDirectories);

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

test('the secrets are random, 0600 and the same at every start', async () => {
  const dataDir = join(await temporaryDirectory(), 'not', 'yet there');
  const first = await loadOrCreateSecrets(dataDir);
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8');
  expect(await loadOrCreateSecrets(dataDir)).toEqual(first);
  expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe(text);
  expect(await modeOf(join(dataDir, 'secrets.json'))).toBe(0o600);
  expect(new Set(Object.values(first)).size).toBe(4);
  expect(Buffer.from(first.guanjiaSecret, 'base64url')).toHaveLength(32);
  expect(await loadOrCreateSecrets(await temporaryDirectory())).not.toEqual(first);
});

test('programs that create the secrets at once all get the same', async () => {
  const dataDir = await temporaryDirectory();
  const all = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateSecrets(dataDir)));
  expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['secrets.json']);
});

test('secrets that others may read are closed again', async () => {
  const dataDir = await temporaryDirectory();
  await loadOrCreateSecrets(dataDir);
  await chmod(join(dataDir, 'secrets.json'), 0o644);
  await loadOrCreateSecrets(dataDir);
  expect(await modeOf(join(dataDir, 'secrets.json'))).toBe(0o600);
});

test.each(['', '{"superuserPassword": "a', '{}', '[]', 'null', 'short key'])(
  'a damaged file (%j) is refused and left as it is',
  async (text) => {
    const dataDir = await temporaryDirectory();
    const file = join(dataDir, 'secrets.json');
    const short = { superuserPassword: 'a', ownerPassword: 'b', apiPassword: 'c', guanjiaSecret: 'd' };
    const content = text === 'short key' ? JSON.stringify(short) : text;
    await writeFile(file, content, { mode: 0o600 });
    await expect(loadOrCreateSecrets(dataDir)).rejects.toThrow(SecretsFileError);
    await expect(loadOrCreateSecrets(dataDir)).rejects.toThrow(file);
    expect(await readFile(file, 'utf8')).toBe(content);
  },
);
