import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id subject } } }`;
const READ = '{ estates { nodes { code city } } tickets { nodes { id } } }';

let server: TestServer;
let story: Story;
let desk: StoryPerson;
let owner: pg.Client;
let socket: RawSocket;

beforeAll(async () => {
  server = await startTestServer({ poolSize: 4 });
  story = await tellStory(server.house.database);
  desk = story.harbour.e01.staff['FRONT_DESK']!;
  owner = new pg.Client({ connectionString: server.house.database.ownerUrl });
  await owner.connect();
  socket = await openRawSocket(server.wsUrl);
  await socket.init(await server.tokenOf(desk));
  socket.send({ type: 'subscribe', id: '1', payload: { query: 'subscription { ticketEvents { ticket { id } } }' } });
  // Every connection has prepared what follows, and plans it by now from the cache.
  for (let round = 0; round < 8; round += 1)
    await Promise.all(Array.from({ length: 4 }, () => server.query(READ, {}, desk)));
});
afterAll(async () => {
  socket.ws.close();
  await owner.end();
  await server.close();
});

const report = (commandId: string) =>
  server.query(
    REPORT,
    {
      input: { commandId, estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: commandId },
    },
    desk,
  );

/** Reads, writes, repeats and live events, on every connection. */
async function works(): Promise<void> {
  const reads = await Promise.all(Array.from({ length: 8 }, () => server.query(READ, {}, desk)));
  expect(reads.map(({ errors }) => errors)).toEqual(reads.map(() => undefined));
  expect(reads[0]?.data.estates.nodes[0]).toEqual({ code: 'E01', city: 'Shanghai' });
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  const [done, again] = [await Promise.all(ids.map(report)), await Promise.all(ids.map(report))];
  expect([...done, ...again].map(({ errors }) => errors)).toEqual([...ids, ...ids].map(() => undefined));
  expect(again.map(({ data }) => data)).toEqual(done.map(({ data }) => data));
  const told = new Set<string>();
  while (told.size < ids.length) {
    const { payload } = await socket.next(({ type }) => type === 'next');
    told.add(payload.data.ticketEvents.ticket.id);
  }
  expect(told).toEqual(new Set(done.map(({ data }) => data.reportRepair.repair.id)));
}

test('a migration that adds, applied under a running program, disturbs nothing, and the program stays ready', async () => {
  await works();
  await owner.query('begin');
  await owner.query('create table tomorrow (company_id uuid not null, id uuid not null, primary key (company_id, id))');
  for (const table of ['ticket', 'event', 'estate', 'account', 'command_claim', 'company_head'])
    await owner.query(`alter table ${table} add column of_tomorrow text null`);
  await owner.query(`insert into mikro_orm_migrations (name) values ('Migration29990101000000_of_tomorrow')`);
  await owner.query('commit');
  await works();
  expect((await fetch(server.url.replace('/graphql', '/readyz'))).status).toBe(200);
});

test('even what changes the form of a prepared answer is met by preparing it anew, once, unseen by clients', async () => {
  await owner.query('alter table estate alter column city type varchar(200)');
  await owner.query('alter table command_claim alter column name type varchar(200)');
  await owner.query('alter table account alter column login type varchar(200)');
  await works();
  expect(server.logged.filter((line) => line.includes('cached plan'))).toEqual([]);
});
