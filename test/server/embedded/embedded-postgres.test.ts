import { afterAll, afterEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/server/embedded/embedded-postgres.js';
import { isRunning } from '../../../src/server/embedded/running-process.js';
import { endEmbeddingProcesses, startEmbeddingProcess } from './embedding-process.js';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.js';

const running: EmbeddedPostgres[] = [];
const messages: string[] = [];

async function start(dataDir: string, settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataDir,
    log: (message) => void messages.push(message),
    settings: { fsync: 'off', ...settings },
  });
  running.push(server);
  return server;
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10);
}

afterEach(async () => {
  endEmbeddingProcesses();
  for (const server of running.splice(0)) await server.stop();
  messages.length = 0;
});
afterAll(removeTemporaryDirectories);

test('a row outlives a restart, in a directory that did not exist, whose name has spaces and Chinese characters', async () => {
  const dataDir = join(await temporaryDirectory(), 'data', '管家 数据', "it's one");
  const first = await start(dataDir);
  await ask(first.superuserUrl, `create table kept as select '张三' as name`);
  const postmaster = await postmasterOf(dataDir);
  await Promise.all([first.stop(), first.stop()]);
  expect(await isRunning(postmaster)).toBe(false);
  expect(await readdir(dataDir)).toEqual(['pg', 'postgres.log', 'secrets.json']);

  const taken = createServer().listen(first.port, '127.0.0.1');
  await once(taken, 'listening');
  const second = await start(dataDir);
  taken.close();
  expect(second.port).not.toBe(first.port);
  expect(await ask(second.superuserUrl, 'select name from kept')).toEqual([{ name: '张三' }]);
});

test('the cluster is UTF-8, finds Chinese whatever its case and trigrams, keeps UTC, and runs with the settings that are asked for', async () => {
  const { superuserUrl } = await start(await temporaryDirectory(), { work_mem: '5MB' });
  const [row] = await ask(
    superuserUrl,
    `select current_setting('server_encoding') as encoding, '张三' ilike '%三%' as found, 'ÄÖ' ilike 'äö' as folded,
            current_setting('timezone') as zone, current_setting('work_mem') as memory, current_setting('jit') as jit,
            current_setting('synchronous_commit') as commit`,
  );
  expect(row).toEqual({
    encoding: 'UTF8',
    found: true,
    folded: true,
    zone: 'UTC',
    memory: '5MB',
    jit: 'off',
    commit: 'on',
  });
  await ask(superuserUrl, 'create extension pg_trgm');
  expect(await ask(superuserUrl, `select cardinality(show_trgm('张三')) > 0 as some`)).toEqual([{ some: true }]);
});

test('only the loopback interface listens, there is no socket file, and nobody enters without the password', async () => {
  const { superuserUrl, port } = await start(await temporaryDirectory(), { listen_addresses: '*', port: '1' });
  const outside = Object.values(networkInterfaces())
    .flat()
    .flatMap((address) => (address && !address.internal && address.family === 'IPv4' ? [address.address] : []));
  for (const address of outside) {
    await expect(ask(superuserUrl.replace('127.0.0.1', address), 'select 1')).rejects.toThrow('ECONNREFUSED');
  }
  expect(
    await ask(
      superuserUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    ),
  ).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
  expect(await ask(superuserUrl, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
    { auth_method: 'scram-sha-256' },
  ]);
  const wrong = `postgres://postgres:guess@127.0.0.1:${port}/postgres`;
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a second start on the same directory is refused while the first runs, from this program and from another', async () => {
  const dataDir = await temporaryDirectory();
  const first = await start(dataDir);
  const refusal = `The data directory ${dataDir} is in use by process ${process.pid} (since `;
  await expect(start(dataDir)).rejects.toThrow(refusal);
  const other = startEmbeddingProcess(dataDir);
  expect((await other.line()).refused).toContain(refusal);
  expect(await ask(first.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('after kill -9 the next start puts the orphaned server in order and finds what was committed', async () => {
  const dataDir = await temporaryDirectory();
  const killed = startEmbeddingProcess(dataDir);
  const { ready } = await killed.line();
  await ask(String(ready), 'create table kept as select 7 as value');
  await expect(start(dataDir)).rejects.toThrow(`in use by process ${killed.pid} `);
  const orphan = await postmasterOf(dataDir);
  await killed.kill('SIGKILL');
  expect(await isRunning(orphan)).toBe(true);

  const next = await start(dataDir);
  expect(await isRunning(orphan)).toBe(false);
  expect(messages).toContainEqual(expect.stringContaining(`stopping PostgreSQL process ${orphan}`));
  expect(await ask(next.superuserUrl, 'select value from kept')).toEqual([{ value: 7 }]);
});

test("Ctrl-C reaches the program's whole process group and not the server, which the program stops last", async () => {
  const dataDir = await temporaryDirectory();
  const program = startEmbeddingProcess(dataDir);
  await program.line();
  const postmaster = await postmasterOf(dataDir);
  const ended = once(program.child, 'exit');
  process.kill(-program.pid, 'SIGINT');
  expect(await program.line()).toEqual({ interrupted: 1 });
  await ended;
  expect(await isRunning(postmaster)).toBe(false);
  expect(await readdir(dataDir)).not.toContain('guanjia.lock');
});

test('a process id in postmaster.pid that has gone to another process does not hinder the start', async () => {
  const dataDir = await temporaryDirectory();
  await (await start(dataDir)).stop();
  const { uid, gid } = await stat(join(dataDir, 'pg'));
  // PostgreSQL takes a process of its own user for a running server; of another user's it knows better.
  const other = spawn('sleep', ['600'], { stdio: 'ignore', ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
  const ended = once(other, 'exit');
  const lines = [other.pid, join(dataDir, 'pg'), 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready'];
  await writeFile(join(dataDir, 'pg', 'postmaster.pid'), lines.join('\n'));
  try {
    const next = await start(dataDir);
    expect(await ask(next.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(other.exitCode ?? other.signalCode).toBeNull();
  } finally {
    other.kill();
    await ended;
  }
});

test('an interrupted creation of the cluster is repeated, and files of unknown origin in its place are kept aside', async () => {
  const dataDir = await temporaryDirectory();
  await mkdir(join(dataDir, 'pg.draft-0123', 'pg', 'base'), { recursive: true });
  await writeFile(join(dataDir, 'pg.draft-0123', 'password'), 'half');
  await mkdir(join(dataDir, 'pg', 'base'), { recursive: true });
  await start(dataDir);
  const names = await readdir(dataDir);
  expect(names.filter((name) => name.startsWith('pg.'))).toEqual([expect.stringContaining('pg.incomplete-')]);
  expect(await readFile(join(dataDir, 'pg', 'PG_VERSION'), 'utf8')).toBe('18\n');
});

test('a start that fails says why with the end of the log, and leaves neither server nor lock', async () => {
  const dataDir = await temporaryDirectory();
  const failure = start(dataDir, { shared_buffers: 'plenty' });
  await expect(failure).rejects.toThrow(`PostgreSQL did not start on ${join(dataDir, 'pg')}: it ended with code 1.`);
  await expect(failure).rejects.toThrow('invalid value for parameter "shared_buffers": "plenty"');
  await start(dataDir);
});

test('lost secrets and data of another version are refused without touching the data', async () => {
  const dataDir = await temporaryDirectory();
  await (await start(dataDir)).stop();
  const version = join(dataDir, 'pg', 'PG_VERSION');
  await writeFile(version, '17\n');
  await expect(start(dataDir)).rejects.toThrow('was written by PostgreSQL 17, and this program brings PostgreSQL 18');
  await writeFile(version, '18\n');
  await rename(join(dataDir, 'secrets.json'), join(dataDir, 'kept.json'));
  await expect(start(dataDir)).rejects.toThrow('it does not accept the superuser password of secrets.json');
  await rename(join(dataDir, 'kept.json'), join(dataDir, 'secrets.json'));
  await start(dataDir);
});

test('a data directory that cannot be made is refused in one line that names it', async () => {
  const file = join(await temporaryDirectory(), 'a file');
  await writeFile(file, '');
  await expect(start(join(file, 'data'))).rejects.toThrow(
    `The data directory ${join(file, 'data')} cannot be used: ENOTDIR`,
  );
});
