import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  askEmbedded,
  embeddedToken,
  makeDataDir,
  postmasterOf,
  removeDataDir,
  startEmbeddedProgram,
  tellEmbeddedStory,
  type EmbeddedProgram,
} from '../support/embedded-program.js';
import type { Story } from '../support/story.js';
import { follow, type Follower } from './follower.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } cursor } }`;

let dataDir: string;
let program: EmbeddedProgram;
let story: Story;
let token: string;
let follower: Follower;
/** Every command that was ever sent, with the ticket of its acknowledgement. */
const commands = new Map<string, string | null>();
const table = { lost: 0, doubled: 0, exits: 0 };

beforeAll(async () => {
  dataDir = await makeDataDir();
  program = await startEmbeddedProgram(dataDir);
  story = await tellEmbeddedStory(dataDir);
  token = await embeddedToken(dataDir, story.harbour.e01.staff['FRONT_DESK']!);
  const { extensions } = await ask('{ estates { nodes { code } } }');
  follower = follow(() => program.url, token, String(extensions?.['cursor']));
}, 60_000);
afterAll(async () => {
  follower.stop();
  program.child.kill('SIGKILL');
  await program.ended;
  process.kill(await postmasterOf(dataDir), 'SIGQUIT');
  await pause(300);
  await removeDataDir(dataDir);
}, 30_000);

interface Heard {
  readonly data?: { readonly reportRepair?: { readonly repair: { readonly id: string } } | null };
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

async function ask(query: string, variables: object = {}): Promise<Heard> {
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Heard;
}

/** Sends a command once; the ticket when it is acknowledged. */
async function send(commandId: string): Promise<string | null> {
  const { id } = story.harbour.e01;
  const input = { commandId, estateId: id, channel: 'PHONE', urgency: 'ORDINARY', subject: commandId };
  const { data, errors } = await ask(REPORT, { input });
  for (const { extensions } of errors ?? []) expect(extensions['code']).toBe('LIMIT_EXCEEDED');
  return data?.reportRepair?.repair.id ?? null;
}

/** Commands one after the other until `enough`; each is repeated until it is acknowledged, or the program is gone. */
async function work(enough: () => boolean): Promise<void> {
  while (!enough()) {
    const commandId = randomUUID();
    commands.set(commandId, null);
    while (commands.get(commandId) === null) {
      const ticket = await send(commandId).catch((error: unknown) => {
        if (enough()) return undefined;
        throw error;
      });
      if (ticket === undefined) return;
      commands.set(commandId, ticket);
      if (ticket === null) await pause(50);
    }
  }
}

const acknowledged = (): number => [...commands.values()].filter((ticket) => ticket !== null).length;
const ready = (): Promise<number> => fetch(`${program.url}/readyz`).then(({ status }) => status);

async function readyTurns(status: number): Promise<void> {
  while ((await ready()) !== status) await pause(20);
}

/** What the database holds against what was acknowledged. */
async function audit(): Promise<void> {
  const rows = await askEmbedded<{ id: string; subject: string }>(dataDir, 'select id, subject from ticket');
  const tickets = new Map<string, string[]>();
  for (const { id, subject } of rows) tickets.set(subject, [...(tickets.get(subject) ?? []), id]);
  for (const [commandId, ticket] of commands) {
    const found = tickets.get(commandId) ?? [];
    if (ticket !== null && !found.includes(ticket)) table.lost += 1;
    if (found.length > 1) table.doubled += 1;
  }
  const [log] = await askEmbedded<{ head: string; last: string; events: string }>(
    dataDir,
    `select h.seq as head, max(e.seq) as last, count(*) as events
       from company_head h join event e using (company_id) where company_id = $1 group by h.seq`,
    [story.harbour.id],
  );
  expect([log?.last, log?.events]).toEqual([log?.head, log?.head]);
}

test.each(['SIGKILL', 'SIGQUIT'] as const)(
  'PostgreSQL ended by %s under commands: the program lives, says that it is not ready, brings it back, and all goes on',
  async (signal) => {
    const before = acknowledged();
    let stop = false;
    const working = Array.from({ length: 6 }, () => work(() => stop));
    while (acknowledged() < before + 15) await pause(10);
    const { child } = program;
    const notReady = readyTurns(503);
    process.kill(await postmasterOf(dataDir), signal);
    await notReady;
    await readyTurns(200);
    const after = acknowledged();
    while (acknowledged() < after + 15) await pause(10);
    stop = true;
    await Promise.all(working);
    if (child.exitCode !== null || child.signalCode !== null) table.exits += 1;
    await audit();
    expect(program.output()).toContain('the embedded PostgreSQL runs again');
  },
);

test('kill -9 of the program under commands: nothing acknowledged is lost, and a repeat of every command changes nothing', async () => {
  const before = acknowledged();
  let killed = false;
  const working = Array.from({ length: 6 }, () => work(() => killed));
  while (acknowledged() < before + 30) await pause(5);
  killed = true;
  program.child.kill('SIGKILL');
  await Promise.all([...working, program.ended]);
  program = await startEmbeddedProgram(dataDir);
  await audit();
  for (const [commandId, ticket] of commands) {
    const again = await send(commandId);
    if (ticket === null) commands.set(commandId, again);
    else expect(again).toBe(ticket);
  }
  expect(acknowledged()).toBe(commands.size);
  await audit();
});

test('a subscriber that resumes has received every event once, in order, through all of it', async () => {
  await follower.has(commands.size);
  const events = await askEmbedded<{ id: string }>(
    dataDir,
    `select subject_id || '/' || subject_version as id from event where company_id = $1 and subject_kind = 'ticket' order by seq`,
    [story.harbour.id],
  );
  expect(follower.received).toEqual(events.map(({ id }) => id));
});

test('the fault table holds zeros', () => {
  process.stdout.write(`faults over ${commands.size} commands: ${JSON.stringify(table)}\n`);
  expect(table).toEqual({ lost: 0, doubled: 0, exits: 0 });
});
