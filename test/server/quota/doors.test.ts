import { afterEach, beforeAll, afterAll, describe, expect, it } from '@jest/globals';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const QUOTA = { principalCost: 300, companyCost: 2_000, principalOperations: 3, companyOperations: 5 };
let server: TestServer;
let story: Story;
const sockets: RawSocket[] = [];
beforeAll(async () => {
  server = await startTestServer({ quota: QUOTA, compareEngines: false });
  story = await tellStory(server.house.database);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.ws.terminate();
});
afterAll(() => server.close());

const of = (role: string): StoryPerson => {
  const person = story.harbour.staff[role] ?? story.harbour.e01.staff[role];
  if (!person) throw new Error(`No ${role}.`);
  return person;
};
const UNITS = '{ estates(first: 2) { nodes { units(first: 20) { nodes { code } } } } }';
async function spendAll(person: StoryPerson): Promise<Readonly<Record<string, unknown>>> {
  for (;;) {
    const [error] = (await server.query(UNITS, {}, person)).errors ?? [];
    if (error) return error.extensions;
  }
}
async function signedIn(person: StoryPerson): Promise<RawSocket> {
  const socket = await openRawSocket(server.wsUrl);
  sockets.push(socket);
  await socket.init(await server.tokenOf(person));
  return socket;
}

describe('quotas at the doors', () => {
  it('one account that has spent its cost is LIMIT_EXCEEDED on HTTP and WebSocket alike, and its colleagues go on', async () => {
    const greedy = of('TECHNICIAN');
    const told = await spendAll(greedy);
    expect(told).toEqual({
      code: 'LIMIT_EXCEEDED',
      what: 'costPerMinute',
      of: 'principal',
      limit: 300,
      retryAfter: expect.any(Number),
    });
    const socket = await signedIn(greedy);
    socket.send({ type: 'subscribe', id: '1', payload: { query: UNITS } });
    expect((await socket.next()).payload).toMatchObject({ errors: [{ extensions: { of: 'principal' } }] });
    socket.send({ type: 'subscribe', id: '2', payload: { query: `{ ${'a'.repeat(200)} }` } });
    while (JSON.stringify(await socket.next(({ id }) => id === '2')).includes('INVALID')) continue;
    expect((await server.query(UNITS, {}, of('FRONT_DESK'))).errors).toBeUndefined();
  });

  it('starting a subscription costs, its events do not', async () => {
    const person = of('COMPANY_ADMIN');
    const socket = await signedIn(person);
    const query = 'subscription { ticketEvents { cursor } }';
    for (let i = 0; i < 40; i += 1) socket.send({ type: 'subscribe', id: `s${i}`, payload: { query } });
    const refused = await socket.next();
    expect(JSON.stringify(refused.payload)).toContain('costPerMinute');
    const started = Number(refused.id?.slice(1));
    expect(started).toBe(QUOTA.principalCost / 12);
    const input = { estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: '灯' };
    const report = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { cursor } }';
    expect((await server.query(report, { input }, of('FRONT_DESK'))).errors).toBeUndefined();
    const told = new Set<string | undefined>();
    while (told.size < started) {
      const { id, type, payload } = await socket.next(({ id: of }) => Number(of?.slice(1)) < started);
      expect([type, payload?.errors]).toEqual(['next', undefined]);
      told.add(id);
    }
  });

  it('anonymous callers are counted by network, and signed-in ones beside them are not touched', async () => {
    let answer = await server.query('{ __type(name: "Query") { name } }');
    while (!answer.errors) answer = await server.query('{ __type(name: "Query") { name } }');
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', of: 'network' });
    expect((await server.query('{ viewer { __typename } }', {}, of('QUALITY_OFFICER'))).errors).toBeUndefined();
  });

  it('operations under way are bounded by account: more are LIMIT_EXCEEDED until one has ended', async () => {
    const person = of('ESTATE_MANAGER');
    const { superuser } = server.house.database;
    await superuser.query('begin');
    await superuser.query('lock table estate in access exclusive mode');
    const list = '{ estates { nodes { code } } }';
    const waiting = Array.from({ length: 3 }, () => server.query(list, {}, person));
    for (;;) {
      const { rows } = await superuser.query<{ n: number }>(
        'select count(*)::int as n from pg_locks where not granted',
      );
      if (rows[0]?.n === 3) break;
    }
    const refused = await server.query(list, {}, person);
    await superuser.query('rollback');
    expect(refused.errors?.[0]?.extensions).toEqual({
      code: 'LIMIT_EXCEEDED',
      what: 'operationsUnderWay',
      of: 'principal',
      limit: 3,
      retryAfter: 1,
    });
    for (const answer of await Promise.all(waiting)) expect(answer.errors).toBeUndefined();
    expect((await server.query(list, {}, person)).errors).toBeUndefined();
  });
});
