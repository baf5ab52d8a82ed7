import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { openHouse, type OpenHouse } from '../../src/server/house.js';
import { runCommand } from '../../src/services/command/run-command.js';
import { reportRepair } from '../../src/services/ticket/report-repair.js';
import { startFaultProxy, type Fault, type FaultProxy } from '../support/fault-proxy.js';
import { openRawSocket, type RawSocket } from '../support/raw-socket.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../support/story.js';
import { TEST_SECRET } from '../support/test-house.js';
import { startTestServer, type Answer, type TestServer } from '../support/test-server.js';

const PATIENCE = { connectionMs: 1_000, answerMs: 1_200 };
/** A request may meet the bound for a connection and the one for an answer, and something for the way. */
const LONGEST_MS = PATIENCE.connectionMs + PATIENCE.answerMs + 800;
const POOL_SIZE = 5;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number } cursor } }`;

let proxy: FaultProxy;
let server: TestServer;
let story: Story;
let desk: StoryPerson;
/** What the whole file has seen go wrong; printed and asserted at the end. */
const table = { lost: 0, doubled: 0, raw: 0, late: 0, exits: 0 };
const unhandled = (): void => void (table.exits += 1);

beforeAll(async () => {
  process.on('unhandledRejection', unhandled).on('uncaughtException', unhandled);
  server = await startTestServer({
    poolSize: POOL_SIZE,
    patience: PATIENCE,
    compareEngines: false,
    reachedBy: async (url) => {
      proxy = await startFaultProxy(url);
      return proxy.through(url);
    },
  });
  const { superuser } = server.house.database;
  // What a pulled cable leaves behind on the server ends sooner here than the 10 s of the product.
  const { rows } = await superuser.query<{ name: string }>('select current_database() as name');
  await superuser.query(
    `alter role guanjia_api in database ${String(rows[0]?.name)} set idle_in_transaction_session_timeout = '700ms'`,
  );
  proxy.cut();
  story = await tellStory(server.house.database);
  desk = story.harbour.e01.staff['FRONT_DESK']!;
  await settled();
});
afterEach(() => {
  proxy.refuse(false);
  proxy.delay(0);
});
afterAll(async () => {
  await server.close();
  proxy.close();
  process.off('unhandledRejection', unhandled).off('uncaughtException', unhandled);
});

const input = (subject: string, commandId: string) => ({
  commandId,
  estateId: story.harbour.e01.id,
  unitId: story.harbour.e01.units[0].id,
  channel: 'PHONE',
  urgency: 'ORDINARY',
  subject,
});

/** Sends the command once and counts what a client must never see. */
async function send(subject: string, commandId: string): Promise<Answer> {
  const started = performance.now();
  const answer = await server.query(REPORT, { input: input(subject, commandId) }, desk);
  if (performance.now() - started > LONGEST_MS) table.late += 1;
  for (const { extensions, message } of answer.errors ?? [])
    if (
      extensions['code'] !== 'LIMIT_EXCEEDED' ||
      extensions['retryAfter'] !== 1 ||
      /pg|postgres|socket|ECONN|Connection/i.test(message)
    )
      table.raw += 1;
  return answer;
}

/** Sends until it is answered, as a client does that keeps to `retryAfter`. */
async function sendUntilDone(subject: string, commandId: string): Promise<Answer> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const answer = await send(subject, commandId);
    if (!answer.errors) return answer;
    await pause(100);
  }
  throw new Error(`${subject} was never answered.`);
}

async function effects(
  subject: string,
  commandId: string,
): Promise<{ tickets: number; events: number; claims: number }> {
  const { superuser } = server.house.database;
  const count = async (text: string, value: string): Promise<number> =>
    Number((await superuser.query<{ n: string }>(`select count(*) as n from ${text}`, [value])).rows[0]?.n);
  return {
    tickets: await count('ticket where subject = $1', subject),
    events: await count(
      `event where subject_id in (select id from ticket where subject = $1) and subject_version = 1`,
      subject,
    ),
    claims: await count(`command_claim where outcome = 'DONE' and command_id = $1`, commandId),
  };
}

/** Resolves when queries are answered again and the relay hears. */
async function settled(): Promise<void> {
  let last: unknown;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await server.query('{ viewer { kind } }', {}, desk);
    if (!answer.errors && server.house.relay.hears) return;
    last = answer.errors;
    await pause(50);
  }
  throw new Error(`It did not come back: ${JSON.stringify(last)}`);
}

describe('a command met by a fault and repeated with its id has exactly one effect', () => {
  const resets = (['RESET_BEFORE', 'RESET_AFTER'] as const).flatMap((fault) =>
    ['^begin', 'insert into command_claim', 'insert into event', '^commit$'].map((statement): [Fault, string] => [
      fault,
      statement,
    ]),
  );
  const silences: [Fault, string][] = [
    ['SILENT_BEFORE', '^commit$'],
    ['SILENT_AFTER', '^commit$'],
  ];
  it.each([...resets, ...silences])('%s %s', async (fault, statement) => {
    const [subject, commandId] = [`${fault} ${statement}`, randomUUID()];
    const writes = statement === '^begin' ? /^begin isolation level read committed/i : new RegExp(statement, 'i');
    const struck = proxy.strike(writes, fault, statement === '^commit$' ? /insert into event/ : undefined);
    const first = await send(subject, commandId);
    await struck;
    const done = await sendUntilDone(subject, commandId);
    const again = await send(subject, commandId);
    expect(again.data.reportRepair).toEqual(done.data.reportRepair);
    if (!first.errors) expect(first.data.reportRepair.repair).toEqual(done.data.reportRepair.repair);
    const found = await effects(subject, commandId);
    if (found.tickets < 1) table.lost += 1;
    if (found.tickets > 1 || found.events > 1) table.doubled += 1;
    expect(found).toEqual({ tickets: 1, events: 1, claims: 1 });
  });
});

test('no fault so far has cost the pool a connection', async () => {
  const { pool } = server.house;
  await settled();
  const held = await Promise.all(Array.from({ length: POOL_SIZE }, () => pool.connect()));
  expect(pool.totalCount).toBeLessThanOrEqual(POOL_SIZE + 1);
  for (const client of held) client.release();
});

test('a slow network only delays', async () => {
  // Each message of the protocol, one after the other.
  proxy.delay(10);
  const commandId = randomUUID();
  const answer = await send('delayed', commandId);
  expect(answer.errors).toBeUndefined();
  expect(await effects('delayed', commandId)).toEqual({ tickets: 1, events: 1, claims: 1 });
});

test('all connections held: requests are told to come back within the bound, and all is well when they are free', async () => {
  const { pool } = server.house;
  const held = await Promise.all(Array.from({ length: POOL_SIZE }, () => pool.connect()));
  const commandId = randomUUID();
  const refused = [];
  const until = performance.now() + 3_000;
  while (performance.now() < until)
    refused.push(
      ...(await Promise.all([
        send('held', commandId),
        send('held', commandId),
        server.query('{ estates { nodes { code } } }', {}, desk),
      ])),
    );
  expect(refused.map(({ errors }) => errors?.[0]?.extensions)).toEqual(
    refused.map(() =>
      expect.objectContaining({ code: 'LIMIT_EXCEEDED', retryAfter: 1, logId: expect.any(String) as unknown }),
    ),
  );
  expect((await fetch(server.url.replace('/graphql', '/readyz'))).status).toBe(503);
  for (const client of held) client.release();
  await settled();
  expect((await send('held', commandId)).errors).toBeUndefined();
  expect(await effects('held', commandId)).toEqual({ tickets: 1, events: 1, claims: 1 });
  expect((await fetch(server.url.replace('/graphql', '/readyz'))).status).toBe(200);
});

describe('live events', () => {
  let other: OpenHouse;
  let socket: RawSocket;
  beforeAll(async () => {
    const { apiUrl } = server.house.database;
    other = await openHouse({ apiUrl, secret: TEST_SECRET, poolSize: 2, onError: () => undefined });
    socket = await openRawSocket(server.wsUrl);
    await socket.init(await server.tokenOf(desk));
    socket.send({ type: 'subscribe', id: '1', payload: { query: 'subscription { ticketEvents { ticket { id } } }' } });
    await subscribed();
  });
  afterAll(async () => {
    socket.ws.close();
    await other.close();
  });

  /** Reports on another node, whose network is sound. */
  const elsewhere = async (subject: string): Promise<string> => {
    const { ticketId } = await runCommand(other, await principalOf(other, desk), reportRepair, {
      ...input(subject, randomUUID()),
      channel: 'PHONE',
      urgency: 'ORDINARY',
    });
    return ticketId;
  };
  const received = async (): Promise<string> => {
    const { payload } = await socket.next(({ type }) => type === 'next');
    return (payload as { data: { ticketEvents: { ticket: { id: string } } } }).data.ticketEvents.ticket.id;
  };
  /** The first event that arrives shows that the subscription has begun. */
  const subscribed = async (): Promise<void> => {
    const first = received();
    const begun = { yet: false };
    void first.then(() => (begun.yet = true));
    for (let i = 0; !begun.yet; i += 1) {
      await elsewhere(`beginning ${i}`);
      await pause(50);
    }
  };
  const drained = async (ticketId: string): Promise<void> => {
    while ((await received()) !== ticketId);
  };

  test('with the listening connection gone silent, events of other nodes arrive by the poll', async () => {
    await drained(await elsewhere('before the silence'));
    expect(proxy.silence(/^listen /)).toBe(1);
    const started = performance.now();
    const ticketId = await elsewhere('unheard');
    expect(await received()).toBe(ticketId);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  test('while the database is out of reach readiness tells, and subscriptions go on behind it without loss', async () => {
    const ready = (): Promise<number> => fetch(server.url.replace('/graphql', '/readyz')).then(({ status }) => status);
    // Rights are looked at again a moment after the second, which is when nobody can be asked.
    await elsewhere('just before 1');
    await drained(await elsewhere('just before 2'));
    proxy.refuse(true);
    proxy.cut();
    const commandId = randomUUID();
    expect((await send('out of reach', commandId)).errors).toHaveLength(1);
    expect(await ready()).toBe(503);
    const missed = [await elsewhere('missed 1'), await elsewhere('missed 2')];
    proxy.refuse(false);
    await settled();
    expect(await ready()).toBe(200);
    const done = await sendUntilDone('out of reach', commandId);
    const expected = [...missed, done.data.reportRepair.repair.id as string];
    const found = [await received(), await received(), await received()];
    table.lost += expected.filter((id) => !found.includes(id)).length;
    expect(found).toEqual(expected);
    expect(socket.ws.readyState).toBe(socket.ws.OPEN);
  });

  test('1013 · a subscription that cannot begin while the database is out of reach', async () => {
    const early = await openRawSocket(server.wsUrl);
    await early.init(await server.tokenOf(desk));
    proxy.refuse(true);
    proxy.cut();
    early.send({ type: 'subscribe', id: '1', payload: { query: 'subscription { ticketEvents { cursor } }' } });
    expect(await early.closed).toEqual({ code: 1013, reason: 'Try again' });
    proxy.refuse(false);
    await settled();
  });
});

test('the fault table holds zeros', () => {
  expect(table).toEqual({ lost: 0, doubled: 0, raw: 0, late: 0, exits: 0 });
});
