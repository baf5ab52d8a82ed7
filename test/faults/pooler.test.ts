import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Job } from '../../src/jobs/job/job.js';
import type { Reaction } from '../../src/jobs/reaction/reaction.js';
import { startRhythm, type Rhythm } from '../../src/jobs/rhythm.js';
import { systemPrincipal } from '../../src/jobs/system-principal.js';
import { openHouse, type OpenHouse } from '../../src/server/house.js';
import type { CommandContext } from '../../src/services/command/command-context.js';
import { runCommand } from '../../src/services/command/run-command.js';
import { reportRepair } from '../../src/services/ticket/report-repair.js';
import { rhythmEar } from '../support/rhythm-ear.js';
import { openRawSocket } from '../support/raw-socket.js';
import { principalOf, tellStory, type Story, type StoryCompany } from '../support/story.js';
import { TEST_SECRET } from '../support/test-house.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { startTransactionPooler, type TransactionPooler } from '../support/transaction-pooler.js';

const SERVER_CONNECTIONS = 4;
const REPORT = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } cursor } }';

let pooler: TransactionPooler;
let server: TestServer;
let other: OpenHouse;
let story: Story;
const errors: unknown[] = [];

beforeAll(async () => {
  server = await startTestServer({
    compareEngines: false,
    reachedBy: async (url) => {
      pooler = await startTransactionPooler(url, SERVER_CONNECTIONS);
      return pooler.through(url);
    },
  });
  story = await tellStory(server.house.database);
  other = await openHouse({
    apiUrl: pooler.through(server.house.database.apiUrl),
    secret: TEST_SECRET,
    onError: (error) => errors.push(error),
  });
});
afterAll(async () => {
  await other.close();
  await server.close();
  pooler.close();
});

/** What the database says no to; a busy machine may keep an answer waiting. */
const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError;

const report = async (company: StoryCompany): Promise<string> => {
  const input = {
    commandId: randomUUID(),
    estateId: company.e01.id,
    channel: 'PHONE',
    urgency: 'ORDINARY',
    subject: '灯',
  };
  const { data, errors: told } = await server.query(REPORT, { input }, company.e01.staff['FRONT_DESK']);
  expect(told).toBeUndefined();
  return (data as { reportRepair: { repair: { id: string } } }).reportRepair.repair.id;
};

/** The same on the other node, so that no hint of the own one tells of it. */
async function reportElsewhere(): Promise<string> {
  const desk = await principalOf(other, story.harbour.e01.staff['FRONT_DESK']!);
  const input = { estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: '灯' } as const;
  return (await runCommand(other, desk, reportRepair, input)).ticketId;
}

describe('two nodes behind a pooler in transaction mode', () => {
  it('keep the fence: whichever connection a transaction meets, it shows the asker’s company alone', async () => {
    const companies = [story.harbour, story.cedar];
    const made = await Promise.all(Array.from({ length: 40 }, (_, i) => report(companies[i % 2] as StoryCompany)));
    const lists = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const desk = (companies[i % 2] as StoryCompany).e01.staff['FRONT_DESK'];
        const { data, errors: told } = await server.query('{ tickets(first: 100) { nodes { id } } }', {}, desk);
        expect(told).toBeUndefined();
        return (data as { tickets: { nodes: { id: string }[] } }).tickets.nodes.map(({ id }) => id).toSorted();
      }),
    );
    for (const [i, list] of lists.entries()) expect(list).toEqual(made.filter((_, at) => at % 2 === i % 2).toSorted());
    expect(pooler.moves).toBeGreaterThan(40);
    expect(pooler.clients).toBeGreaterThan(SERVER_CONNECTIONS);
  });

  it('tell of what the other node wrote by the poll, each event once and in order', async () => {
    const socket = await openRawSocket(server.wsUrl);
    await socket.init(await server.tokenOf(story.harbour.staff['COMPANY_ADMIN']!));
    const query = 'subscription { ticketEvents { cursor ticket { id } } }';
    socket.send({ type: 'subscribe', id: '1', payload: { query } });
    const made: string[] = [];
    const told: string[] = [];
    for (let i = 0; i < 6; i += 1) made.push(await reportElsewhere());
    while (told.length < made.length) {
      const { payload } = await socket.next(({ type }) => type === 'next');
      told.push((payload as { data: { ticketEvents: { ticket: { id: string } } } }).data.ticketEvents.ticket.id);
    }
    expect(told).toEqual(made);
    socket.ws.terminate();
  });

  it('do what happens by itself, each thing once', async () => {
    const ear = rhythmEar();
    const rung: string[] = [];
    const done: string[] = [];
    const heard: string[] = [];
    const timers = {
      PRUNE_RUN: (_: CommandContext, { subjectId }: { readonly subjectId: string }) => {
        rung.push(subjectId);
        return Promise.resolve();
      },
    };
    const job: Job = {
      name: 'prune-company',
      retries: 1,
      retrySeconds: 1,
      retrySecondsMost: 1,
      trySeconds: 30,
      atOnce: 2,
      run: ({ rowId }) => Promise.resolve(void done.push(rowId)),
    };
    const reaction: Reaction = {
      name: 'hear',
      types: ['test.CALLED'],
      from: 'HEAD',
      react: (_, { subjectId }) => Promise.resolve(void heard.push(subjectId)),
    };
    const score = { timers, jobs: [job], reactions: [reaction] };
    const nodes: Rhythm[] = await Promise.all([server.house, other].map((house) => startRhythm(house, ear, score)));
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const houses = [server.house, other];
    const call = (id: string, i: number): Promise<unknown> =>
      runCommand(
        houses[i % 2] as OpenHouse,
        systemPrincipal(i % 3 === 0 ? story.cedar.id : story.harbour.id),
        (ctx: CommandContext) => {
          ctx.setTimer('PRUNE_RUN', id, new Date(ctx.clock.now().getTime() + 300));
          ctx.enqueue('prune-company', id);
          ctx.record({
            type: 'test.CALLED',
            estateId: null,
            subjectKind: 'test',
            subjectId: id,
            subjectVersion: 1,
            visibility: 'INTERNAL',
            facts: {},
          });
          return Promise.resolve({});
        },
        {},
      );
    await Promise.all(ids.map(call));
    await ear.until(() => [rung, done, heard].every((all) => all.length >= ids.length));
    await Promise.all(nodes.map((node) => node.stop()));
    for (const all of [rung, done, heard]) expect(all.toSorted()).toEqual(ids.toSorted());
    expect([...ear.stumbles, ...errors].filter(isRefusal)).toEqual([]);
  });

  it('serve on when the connections to the server are fewer than the requests', async () => {
    const before = pooler.moves;
    const people = Object.values(story.harbour.e01.staff);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        server.query('{ estates { nodes { code } } }', {}, people[i % people.length]),
      ),
    );
    expect(answers.filter(({ errors: told }) => told)).toEqual([]);
    expect(pooler.moves).toBeGreaterThan(before);
    expect(server.house.relay.hears).toBe(true);
  });
});
