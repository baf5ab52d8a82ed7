import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DiskStore } from '../../../src/server/files/disk-store.js';
import { openFileStore } from '../../../src/server/files/open-file-store.js';
import { startRhythm } from '../../../src/jobs/rhythm.js';
import type { FileStore } from '../../../src/tenancy/files/file-store.js';
import { originalKey, thumbnailKey } from '../../../src/tenancy/files/file-key.js';
import { startFakeS3, type FakeS3 } from '../../support/fake-s3.js';
import { announce, put } from '../../support/files.js';
import { picture } from '../../support/pictures.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { tellStory } from '../../support/story.js';
import { startTestServer } from '../../support/test-server.js';

let folder: string;
let s3: FakeS3;

beforeAll(async () => {
  s3 = await startFakeS3();
});
afterAll(() => s3.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guanjia-store-'));
  s3.kept.clear();
  s3.asked.splice(0);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keyOf = (companyId = randomUUID()) => originalKey({ companyId, id: randomUUID(), sha256: 'a'.repeat(64) });
async function keep(store: FileStore, key: string, body: Uint8Array): Promise<void> {
  const draft = join(store.drafts, randomUUID());
  await writeFile(draft, body);
  await store.put(key, draft, { mediaType: 'image/jpeg', bytes: body.length });
}
const read = async (store: FileStore, key: string, range?: { first: number; last: number }): Promise<Buffer | null> => {
  const found = await store.open(key, range);
  return found && buffer(found);
};
const listed = async (store: FileStore, companyId?: string): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of store.list(companyId)) keys.push(key);
  return keys.sort();
};

describe.each([
  ['on disk', () => openFileStore({ filesS3: null, dataDir: folder })],
  ['in a bucket', () => openFileStore({ filesS3: s3.settings, dataDir: folder })],
])('files %s', (_where, open) => {
  test('are kept whole under their keys, read whole or in part, and removed', async () => {
    const store = await open();
    const [key, body] = [keyOf(), randomBytes(300_000)];
    expect(await read(store, key)).toBeNull();
    await keep(store, key, body);
    await keep(store, key, body);
    expect((await read(store, key))?.equals(body)).toBe(true);
    expect((await read(store, key, { first: 5, last: 9 }))?.equals(body.subarray(5, 10))).toBe(true);
    await store.remove(key);
    await store.remove(key);
    expect(await read(store, key)).toBeNull();
  });

  test('are listed with size and age, of all companies or of one', async () => {
    const store = await open();
    const company = randomUUID();
    const own = [keyOf(company), keyOf(company), keyOf(company)];
    const foreign = keyOf();
    for (const key of [...own, foreign]) await keep(store, key, Buffer.from('abc'));
    expect(await listed(store, company)).toEqual(own.toSorted());
    expect(await listed(store)).toEqual([...own, foreign].toSorted());
    for await (const file of store.list(company)) {
      expect(file.bytes).toBe(3);
      expect(Math.abs(Date.now() - file.storedAt.getTime())).toBeLessThan(60_000);
    }
  });

  test('nothing but a key of ours is ever made a path', async () => {
    const store = await open();
    const draft = join(store.drafts, 'x');
    await writeFile(draft, 'x');
    for (const key of ['../../etc/passwd', `${randomUUID()}/../${randomUUID()}`, '/etc/passwd', '', `${keyOf()}/x`]) {
      await expect(store.put(key, draft, { mediaType: 'image/jpeg', bytes: 1 })).rejects.toThrow('No key');
      await expect(store.open(key)).rejects.toThrow('No key');
      await expect(store.remove(key)).rejects.toThrow('No key');
    }
  });
});

describe('files on disk', () => {
  test('are for the program alone, and what a dead process left half is removed', async () => {
    const left = join(folder, 'drafts-999999999-abcd');
    await mkdir(left);
    const store = await DiskStore.open(folder);
    expect(await readdir(folder)).not.toContain('drafts-999999999-abcd');
    const key = keyOf();
    await keep(store, key, Buffer.from('abc'));
    expect((await stat(join(folder, 'kept', key, '..'))).mode & 0o077).toBe(0);
    expect(await readdir(store.drafts)).toEqual([]);
  });
});

describe('files in a bucket', () => {
  test('an answer that the service cannot at present is asked again; an outage says when to come back', async () => {
    const store = await openFileStore({ filesS3: s3.settings, dataDir: folder });
    const key = keyOf();
    s3.failures = 2;
    await keep(store, key, Buffer.from('abc'));
    expect(s3.asked).toEqual([`PUT ${key}`, `PUT ${key}`, `PUT ${key}`]);
    s3.failures = 1;
    expect((await read(store, key))?.toString()).toBe('abc');
    s3.failures = 1_000;
    const away = { code: 'LIMIT_EXCEEDED', facts: { what: 'files', retryAfter: 5 } };
    await expect(keep(store, key, Buffer.from('abc'))).rejects.toMatchObject(away);
    await expect(store.open(key)).rejects.toMatchObject(away);
    await expect(store.remove(key)).rejects.toMatchObject(away);
    s3.failures = 0;
  });

  test('another key is refused by the service, and is an error of ours', async () => {
    const settings = { ...s3.settings, accessKeyId: 'another' };
    const store = await openFileStore({ filesS3: settings, dataDir: folder });
    await expect(keep(store, keyOf(), Buffer.from('abc'))).rejects.toThrow('AccessDenied');
  });

  test('uploads, ranges and smaller copies go through the program; while the service is away, clients are told to come back', async () => {
    const files = await openFileStore({ filesS3: s3.settings, dataDir: folder });
    const server = await startTestServer({ files, compareEngines: false });
    const ear = rhythmEar();
    const rhythm = await startRhythm(server.house, ear);
    try {
      const story = await tellStory(server.house.database);
      const desk = story.harbour.e01.staff['FRONT_DESK']!;
      const input = { estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'x' };
      const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
      const { id: ticketId } = (await server.query(REPORT, { input }, desk)).data.reportRepair.repair;
      const jpeg = await picture();
      const { id, url } = await announce(server, desk, ticketId, jpeg.length);
      s3.failures = 1_000;
      const away = await put(server, url, jpeg);
      expect([away.status, away.headers.get('retry-after')]).toEqual([429, '5']);
      s3.failures = 0;
      const sent = await put(server, url, jpeg);
      expect(sent.status).toBe(201);
      const { sha256 } = (await sent.json()) as { sha256: string };
      const of = { companyId: story.harbour.id, id, sha256 };
      await ear.until(() => s3.kept.has(thumbnailKey(of)));
      expect([...s3.kept.keys()].toSorted()).toEqual([originalKey(of), thumbnailKey(of)]);
      expect(s3.kept.get(originalKey(of))?.type).toBe('image/jpeg');
      const FILES = `query ($id: ID!) { ticket(id: $id) { attachments { url } } }`;
      const [file] = (await server.query(FILES, { id: ticketId }, desk)).data.ticket.attachments;
      const part = await fetch(new URL(file.url, server.url), { headers: { range: 'bytes=0-3' } });
      expect(part.status).toBe(206);
      expect(Buffer.from(await part.arrayBuffer()).equals(jpeg.subarray(0, 4))).toBe(true);
    } finally {
      await rhythm.stop();
      await server.close();
    }
  });
});
