import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { lockDataDirectory } from '../../src/server/embedded/data-directory-lock.js';
import { issueAccessToken } from '../../src/tenancy/identity/access-token.js';
import { openRawSocket } from '../support/raw-socket.js';
import { startProgramProcess, type RunningProgram } from '../support/running-program.js';
import { tellStory, type StoryPerson } from '../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../support/test-house.js';

let house: TestHouse;
let admin: StoryPerson;
const started: RunningProgram[] = [];
const cleanUp: (() => unknown)[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  admin = (await tellStory(house.database)).harbour.staff['COMPANY_ADMIN'] as StoryPerson;
});
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.child.kill('SIGKILL');
    await program.ended;
  }
  for (const clean of cleanUp.splice(0)) await clean();
});
afterAll(() => house.close());

function start(environment: Readonly<Record<string, string>> = {}): RunningProgram {
  const program = startProgramProcess({
    DATABASE_URL: house.database.apiUrl,
    GUANJIA_SECRET: TEST_SECRET,
    ...environment,
  });
  started.push(program);
  return program;
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s · the running operation ends with its answer, sockets close with 1012, the program exits with 0',
  async (signal) => {
    const program = start();
    const [, url = ''] = await program.says(/listens on (http:\/\/[\d.:]+)/);
    const bearer = { companyId: admin.companyId, accountId: admin.accountId, familyId: null };
    const { token } = await issueAccessToken(house.keys, bearer);
    const socket = await openRawSocket(`${url.replace('http', 'ws')}/graphql`);
    await socket.init(token);
    socket.send({ type: 'subscribe', id: '1', payload: { query: 'subscription { ticketEvents { __typename } }' } });

    const { superuser } = house.database;
    await superuser.query('begin');
    await superuser.query('lock table estate in access exclusive mode');
    const answer = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ estates { nodes { code } } }' }),
    }).then((response) => response.json());
    await waits(house);
    program.child.kill(signal);
    await program.says(/Stopping/);
    await refusesConnections(url);
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
    await superuser.query('rollback');

    expect(await answer).toMatchObject({ data: { estates: { nodes: [{ code: 'E01' }, { code: 'E02' }] } } });
    expect(await socket.closed).toEqual({ code: 1012, reason: 'Restarting' });
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toContain('in time');
  },
);

it('a port that is taken is named, with the variable that chooses another, and the exit code is not 0', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  cleanUp.push(() => other.close());
  const { port } = other.address() as AddressInfo;
  const [api, metrics] = [start({ PORT: String(port) }), start({ METRICS_PORT: String(port) })];
  expect(await api.ended).toBe(1);
  expect(api.output()).toContain(`Port ${port} is taken. Stop the program that uses it, or choose another with PORT.`);
  expect(await metrics.ended).toBe(1);
  expect(metrics.output()).toContain('choose another with METRICS_PORT.');
});

it('METRICS_PORT serves the metrics on the loopback address, and the API does not', async () => {
  const port = await freePort();
  const program = start({ METRICS_PORT: String(port) });
  const [, url = ''] = await program.says(/listens on (http:\/\/[\d.:]+)/);
  const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(await metrics.text()).toContain('guanjia_sockets_open 0');
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});

it('a data directory that another program uses is named, and the exit code is not 0', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'guanjia-in-use-'));
  const lock = await lockDataDirectory(dataDir);
  cleanUp.push(
    () => lock.release(),
    () => rm(dataDir, { recursive: true, force: true }),
  );
  const program = start({ DATABASE_URL: '', GUANJIA_SECRET: '', DATA_DIR: dataDir });
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain(`${dataDir} is in use by process ${process.pid}`);
});

it('a wrong value in the environment names the variable, its form and an example', async () => {
  const program = start({ METRICS_TOKEN: 'short' });
  expect(await program.ended).toBe(78);
  expect(program.output()).toMatch(/^METRICS_TOKEN must be .*; for example: /);
});

/** Resolves when a statement on the test's own database waits for a lock. */
async function waits({ database }: TestHouse): Promise<void> {
  for (;;) {
    // The transaction that holds the lock would see one and the same moment for ever.
    await database.superuser.query('select pg_stat_clear_snapshot()');
    const { rowCount } = await database.superuser.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  }
}

async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    const refused = await fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
      (response) => response.status === 503,
      () => true,
    );
    if (refused) return;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
