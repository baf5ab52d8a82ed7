import { afterAll, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { attachEmbeddedPostgres } from '../../../src/server/embedded/attach-embedded-postgres.js';
import { startEmbeddingProcess } from './embedding-process.js';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.js';

afterAll(removeTemporaryDirectories);

test('the server of another living program is found, used, and left running', async () => {
  const dataDir = await temporaryDirectory();
  expect(await attachEmbeddedPostgres(dataDir)).toBeNull();
  const program = startEmbeddingProcess(dataDir);
  const { ready } = await program.line();
  const attached = await attachEmbeddedPostgres(dataDir);
  expect(attached).toMatchObject({ holderPid: program.pid, port: Number(new URL(String(ready)).port) });
  const client = new pg.Client({
    connectionString: `postgres://postgres:${String(attached?.secrets.superuserPassword)}@127.0.0.1:${String(attached?.port)}/postgres`,
  });
  await client.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await program.kill('SIGINT');
  expect(await attachEmbeddedPostgres(dataDir)).toBeNull();
});

test('a lock that a killed program left behind holds nobody', async () => {
  const dataDir = await temporaryDirectory();
  await writeFile(
    join(dataDir, 'guanjia.lock'),
    JSON.stringify({ pid: process.pid, startedAt: 'then', startMark: 'other' }),
  );
  expect(await attachEmbeddedPostgres(dataDir)).toBeNull();
});
