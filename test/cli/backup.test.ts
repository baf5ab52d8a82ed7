import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommandLine } from '../../src/cli/command-line.js';
import {
  askEmbedded,
  embeddedToken,
  makeDataDir,
  removeDataDir,
  startEmbeddedProgram,
  tellEmbeddedStory,
  type EmbeddedProgram,
} from '../support/embedded-program.js';
import { REQUEST_UPLOAD } from '../support/files.js';
import { picture } from '../support/pictures.js';
import { openRawSocket, type Message } from '../support/raw-socket.js';
import type { Story } from '../support/story.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } cursor } }`;
const FILE = 'query ($id: ID!) { ticket(id: $id) { attachments { id sha256 url thumbnailUrl } } }';
const SUBSCRIBE = 'subscription ($after: Cursor) { ticketEvents(after: $after) { ticket { id } } }';

/** What COPY writes in other signs. */
const ODD = 'tab\t, line\nand \\N \\. 張三';

let dataDir: string;
let elsewhere: string;
let program: EmbeddedProgram;
let story: Story;
let token: string;
let file: string;
/** Of the backup, and of the future that the restore loses. */
const photos = { ticketId: '', backedUp: '', lost: '' };
const cursors = { backedUp: '', lost: '' };

beforeAll(async () => {
  [dataDir, elsewhere] = [await makeDataDir(), await makeDataDir()];
  file = join(elsewhere, 'backup.tar.gz');
  program = await startEmbeddedProgram(dataDir);
  story = await tellEmbeddedStory(dataDir);
  token = await embeddedToken(dataDir, story.harbour.e01.staff['FRONT_DESK']!);
}, 60_000);
afterAll(async () => {
  await stop();
  await removeDataDir(dataDir);
  await removeDataDir(elsewhere);
}, 30_000);

async function stop(): Promise<void> {
  program.child.kill('SIGTERM');
  await program.ended;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function guanjia(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await runCommandLine(words, {
    input: Readable.from([]),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    environment: { DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment },
  });
  return { code, out, err };
}

async function ask<T>(query: string, variables: object): Promise<T> {
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: T }).data;
}

/** Attaches a photo to a ticket; resolves when its smaller copy is there too. */
async function attachPhoto(ticketId: string, colour: string): Promise<string> {
  const photo = await picture({ colour });
  const input = { subjectKind: 'TICKET', subjectId: ticketId, kind: 'PHOTO', purpose: 'AFTER', name: 'x.jpg' };
  const { requestUpload } = await ask<{ requestUpload: { upload: { url: string } } }>(REQUEST_UPLOAD, {
    input: { ...input, bytes: photo.length },
  });
  const { url } = requestUpload.upload;
  await fetch(new URL(url, program.url), { method: 'PUT', body: new Uint8Array(photo) });
  for (;;) {
    const { id, thumbnailUrl } = (await filesOf(ticketId)).at(-1)!;
    if (thumbnailUrl !== null) return id;
    await new Promise((wait) => setTimeout(wait, 50));
  }
}

interface OneFile {
  readonly id: string;
  readonly sha256: string;
  readonly url: string;
  readonly thumbnailUrl: string | null;
}

const filesOf = async (id: string): Promise<OneFile[]> =>
  (await ask<{ ticket: { attachments: OneFile[] } }>(FILE, { id })).ticket.attachments;

async function report(subject: string, commandId = randomUUID()): Promise<{ id: string; cursor: string }> {
  const input = { commandId, estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject };
  const { reportRepair } = await ask<{ reportRepair: { repair: { id: string }; cursor: string } }>(REPORT, { input });
  return { id: reportRepair.repair.id, cursor: reportRepair.cursor };
}

async function firstMessage(after: string): Promise<Message> {
  const socket = await openRawSocket(`${program.url.replace('http', 'ws')}/graphql`);
  await socket.init(token);
  socket.send({ type: 'subscribe', id: '1', payload: { query: SUBSCRIBE, variables: { after } } });
  const message = await socket.next(({ type }) => type === 'next' || type === 'error');
  socket.ws.terminate();
  return message;
}

const subjects = async (): Promise<string[]> =>
  (await askEmbedded<{ subject: string }>(dataDir, 'select subject from ticket order by subject collate "C"')).map(
    ({ subject }) => subject,
  );

test('a backup is one moment of a database that goes on being written to', async () => {
  await askEmbedded(dataDir, 'update estate set region = $1 where id = $2', [ODD, story.harbour.e01.id]);
  const reported = await report('張三 before the backup');
  cursors.backedUp = reported.cursor;
  photos.ticketId = reported.id;
  photos.backedUp = await attachPhoto(reported.id, '#aa2222');
  const still = { writing: true };
  const writer = (async () => {
    for (let n = 0; still.writing; n += 1) await report(`meanwhile ${String(n).padStart(4, '0')}`);
  })();
  const taken = await guanjia(['backup', '--out', file, '--json']);
  still.writing = false;
  await writer;
  expect(taken).toMatchObject({ code: 0, err: '' });
  const { tables, files } = JSON.parse(taken.out) as {
    tables: { name: string; rows: number }[];
    files: { count: number };
  };
  expect(files.count).toBe(2);
  const rows = Object.fromEntries(tables.map(({ name, rows: count }) => [name, count]));
  expect(rows).toMatchObject({ company: 2, estate: 4, unit: 12, company_head: 2 });
  // Each report stands in the contact log too; a file was announced, came, and was copied. By night each report also tells
  // the one who watches the control room.
  const { ticket = 0, contact = 0, notification = 0 } = rows;
  expect(rows['event']).toBe(ticket + contact + notification + 3);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(elsewhere)).toEqual(['backup.tar.gz']);
  expect(await guanjia(['backup', '--out', file])).toMatchObject({
    code: 1,
    err: `guanjia: ${file} exists already: name another file.\n`,
  });
  expect((await readFile(file)).includes((await readFile(join(dataDir, 'secrets.json'))).subarray(30, 60))).toBe(false);
});

test('a restore refuses a running program, a database that is there, damage, and another secret; nothing changes', async () => {
  cursors.lost = (await report('lost by the restore')).cursor;
  photos.lost = await attachPhoto(photos.ticketId, '#22aa22');
  const cluster = await stat(join(dataDir, 'pg'));
  const running = await guanjia(['restore', '--from', file, '--force']);
  expect(running).toMatchObject({ code: 1 });
  expect(running.err).toContain(`is in use by process ${String(program.child.pid)}`);
  await stop();

  expect((await guanjia(['restore', '--from', file])).err).toContain(
    'holds a database. With --force it is moved aside',
  );
  const whole = await readFile(file);
  const cut = join(elsewhere, 'cut.tar.gz');
  await writeFile(cut, whole.subarray(0, whole.length - 400));
  expect((await guanjia(['restore', '--from', cut, '--force'])).err).toContain('cannot be restored');
  await rm(cut);
  const other = { GUANJIA_SECRET: 'another-secret-of-at-least-32-characters' };
  expect((await guanjia(['restore', '--from', file, '--force'], other)).err).toContain('sealed with another secret');
  expect(
    (await guanjia(['restore', '--from', file], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c', ...other })).code,
  ).toBe(78);

  expect((await stat(join(dataDir, 'pg'))).ino).toBe(cluster.ino);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('pg'))).toEqual(['pg']);
}, 60_000);

test('after a restore the rows are those of the backup, tokens are good, and cursors of the lost future are refused', async () => {
  const kept = join(dataDir, 'files', 'kept', story.harbour.id);
  await rm(join(kept, photos.backedUp), { recursive: true });
  const restored = await guanjia(['restore', '--from', file, '--force', '--json']);
  expect(restored).toMatchObject({ code: 0, err: '' });
  const { aside } = JSON.parse(restored.out) as { aside: string };
  expect(await readFile(join(aside, 'PG_VERSION'), 'utf8')).toContain('18');
  expect((await readdir(dataDir)).filter((name) => /draft|exchange/.test(name))).toEqual([]);

  program = await startEmbeddedProgram(dataDir);
  const found = await subjects();
  expect(found).toContain('張三 before the backup');
  expect(await askEmbedded(dataDir, 'select region from estate where id = $1', [story.harbour.e01.id])).toEqual([
    { region: ODD },
  ]);
  expect(found).not.toContain('lost by the restore');
  const [log] = await askEmbedded<{ head: string; events: string }>(
    dataDir,
    `select h.seq as head, count(*) as events from company_head h join event e using (company_id)
      where company_id = $1 group by h.seq`,
    [story.harbour.id],
  );
  expect(log?.events).toBe(log?.head);
  for (const cursor of [cursors.lost, cursors.backedUp])
    expect(await firstMessage(cursor)).toMatchObject({
      payload: { errors: [{ extensions: { code: 'RESYNC_REQUIRED', reason: 'OTHER_EPOCH' } }] },
    });
  const files = await filesOf(photos.ticketId);
  expect(files.map(({ id }) => id)).toEqual([photos.backedUp]);
  const photo = await fetch(new URL(files[0]!.url, program.url));
  expect(
    createHash('sha256')
      .update(Buffer.from(await photo.arrayBuffer()))
      .digest('hex'),
  ).toBe(files[0]!.sha256);
  expect((await fetch(new URL(files[0]!.thumbnailUrl ?? '', program.url))).status).toBe(200);
  const beside = (await readdir(join(dataDir, 'files'))).find((name) => name.startsWith('kept.before-restore-')) ?? '';
  expect(await readdir(join(dataDir, 'files', beside, story.harbour.id, photos.lost))).toHaveLength(2);
  const fresh = await report('after the restore');
  const [next, again] = [await report('and one more'), await firstMessage(fresh.cursor)];
  expect(again.payload.data.ticketEvents.ticket.id).toBe(next.id);
  cursors.lost = fresh.cursor;
}, 60_000);

test('a second restore of the same backup raises the epoch again: cursors of the first one are refused', async () => {
  await stop();
  expect(await guanjia(['restore', '--from', file, '--force'])).toMatchObject({ code: 0 });
  program = await startEmbeddedProgram(dataDir);
  expect(await firstMessage(cursors.lost)).toMatchObject({
    payload: { errors: [{ extensions: { code: 'RESYNC_REQUIRED', reason: 'OTHER_EPOCH' } }] },
  });
}, 60_000);

test('restored with another secret, the program does not start; after `key rotate` it does', async () => {
  await stop();
  const fresh = join(elsewhere, 'fresh');
  await mkdir(fresh, { mode: 0o711 });
  const there = { DATA_DIR: fresh };
  expect((await guanjia(['restore', '--from', file], there)).err).toContain('sealed with another secret');
  expect(await readdir(fresh)).toEqual([]);
  expect((await guanjia(['restore', '--from', file, '--other-secret'], there)).code).toBe(0);
  const create = ['company', 'create', '--code', 'late', '--name', 'Late', '--time-zone', 'Asia/Shanghai'];
  expect((await guanjia(create, there)).err).toContain('GUANJIA_SECRET is not the one');
  expect((await guanjia(['key', 'rotate'], there)).code).toBe(0);
  expect(await guanjia(create, there)).toMatchObject({ code: 0 });
}, 60_000);
