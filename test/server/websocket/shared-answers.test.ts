import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApiSchema } from '../../../src/server/execution/build-api-schema.js';
import { MAX_FRAME, MAX_OPERATIONS } from '../../../src/server/websocket/websocket-server.js';
import { decodeCursor } from '../../../src/events/cursor.js';
import { newId } from '../../../src/entities/new-id.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';
import { sampledDocuments } from '../../probe/sampled-documents.js';
import { probeDocuments, type ProbeDocument } from '../../probe/probe-document.js';

const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
const LODGE = `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }`;
const GRANT = `mutation ($input: GrantUnmaskInput!) { grantUnmask(input: $input) { grant { id } } }`;
const BOARD = `subscription ($estateIds: [ID!], $after: Cursor) {
  ticketEvents(estateIds: $estateIds, after: $after) { cursor type ticket { id contactName contactPhone customer { name } } }
}`;

let server: TestServer;
let story: Story;
let opened: RawSocket[] = [];

beforeAll(async () => {
  server = await startTestServer({ compareEngines: false, compileAt: 1_000, sockets: { keepAliveMs: 200 } });
  story = await tellStory(server.house.database);
});
afterAll(() => server.close());

interface Subscription {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}
/** A socket with its subscriptions p0, p1, …, all of them started. */
const listenTo = async (person: StoryPerson, subscriptions: readonly Subscription[]): Promise<RawSocket> => {
  const socket = await openRawSocket(server.wsUrl);
  opened.push(socket);
  await socket.init(await server.tokenOf(person));
  const started = answered();
  for (const [n, payload] of subscriptions.entries()) socket.send({ id: `p${n}`, type: 'subscribe', payload });
  while (answered() < started + subscriptions.length) await new Promise((resolve) => setTimeout(resolve, 5));
  return socket;
};
const listen = (person: StoryPerson, variables = {}): Promise<RawSocket> =>
  listenTo(person, [{ query: BOARD, variables }]);
const isNext = ({ type }: { type: string }): boolean => type === 'next' || type === 'error';
const closeAll = async (): Promise<void> => {
  for (const { ws } of opened) ws.close();
  await Promise.all(opened.map(({ closed }) => closed));
  opened = [];
};
/** Operations over sockets that were begun or refused. */
const answered = (): number =>
  server.logged.filter((line) => line.includes('"msg":"Operation"') && line.includes('websocket')).length;
const count = (type: string): number => server.logged.filter((line) => line.includes(`"type":"${type}"`)).length;
const codesOf = ({ errors = [] }: { readonly errors?: Answer['errors'] }): unknown[] =>
  errors.map(({ extensions }) => extensions['code']);
/** A query of one ticket as a subscription that shows the same of a ticket that something happens to. */
const asSubscription = ({ text, variables }: ProbeDocument): { query: string; variables: Record<string, unknown> } => ({
  query: text
    .replace('query Probe($v0: ID!, ', 'subscription Probe(')
    .replace('query Probe($v0: ID!)', 'subscription Probe')
    .replace(/\{ ticket\(id: \$v0\) (.*) \}$/s, '{ ticketEvents { ticket $1 } }'),
  variables: Object.fromEntries(Object.entries(variables).filter(([name]) => name !== 'v0')),
});
/** One more member of staff. */
const hire = async (role: string, estateId: string | null = null): Promise<StoryPerson> => {
  const companyId = story.harbour.id;
  const [accountId, subjectId] = [newId(), newId()];
  const { superuser } = server.house.database;
  await superuser.query(
    `insert into staff (company_id, id, estate_id, display_name, phone, created_at, version) values ($1, $2, $3, 'Li Si', '13900000000', now(), 1)`,
    [companyId, subjectId, estateId],
  );
  await superuser.query(
    `insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at) values ($1, $2, $3, $4, $5, now())`,
    [companyId, newId(), subjectId, role, estateId],
  );
  await superuser.query(
    `insert into account (company_id, id, login, kind, staff_id, password_hash, created_at) values ($1, $2, $3, 'STAFF', $4, 'none', now())`,
    [companyId, accountId, `li.si.${accountId}`, subjectId],
  );
  return { accountId, subjectId, companyId, login: 'li.si', occupancyId: null };
};
const act = async (
  document: string,
  person: StoryPerson,
  input: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const { data, errors } = await server.query(document, { input }, person);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(Object.values(data as Record<string, Record<string, { id: string }>>)[0] ?? {})[0]?.id ?? '';
};
/** A patrol's report: one event. */
const report = (
  over: Readonly<Record<string, unknown>> = {},
  by = story.harbour.e01.staff['FRONT_DESK']!,
): Promise<string> =>
  act(REPORT, by, {
    estateId: story.harbour.e01.id,
    channel: 'PATROL',
    urgency: 'ORDINARY',
    subject: 'a tap drips',
    contactName: 'Zhang San',
    contactPhone: '13812345678',
    ...over,
  });

describe('what is read for many at once', () => {
  it('an event is read, executed and printed once for all who may do the same there, however many sockets', async () => {
    const { e01, staff } = story.harbour;
    const everybody: RawSocket[] = [];
    for (let i = 0; i < 6; i += 1)
      everybody.push(
        await listen(e01.staff['FRONT_DESK']!),
        await listen(staff['QUALITY_OFFICER']!, { estateIds: i % 2 === 0 ? null : [e01.id] }),
      );
    let taken = 0;
    const onAcquire = (): void => void (taken += 1);
    const executed = count('event');
    server.house.pool.on('acquire', onAcquire);
    const id = await report();
    const before = taken;
    const told = await Promise.all(everybody.map((socket) => socket.next(isNext)));
    server.house.pool.off('acquire', onAcquire);
    expect(new Set(told.map(({ payload }) => payload.data.ticketEvents.ticket.id as string))).toEqual(new Set([id]));
    expect(count('event') - executed).toBe(2);
    expect(taken - before).toBeLessThan(8);
    await closeAll();
  });

  it('R-ORG-78 · each class reads as it may, and who holds a grant to unmask reads alone', async () => {
    const { e01, staff } = story.harbour;
    const second = await hire('QUALITY_OFFICER');
    const [desk, quality, other] = [
      await listen(e01.staff['FRONT_DESK']!),
      await listen(staff['QUALITY_OFFICER']!),
      await listen(second),
    ];
    const names = async (): Promise<string[]> =>
      Promise.all(
        [desk, quality, other].map(
          async (socket) => (await socket.next(isNext)).payload.data.ticketEvents.ticket.contactName as string,
        ),
      );
    await report();
    expect(await names()).toEqual(['Zhang San', 'Z*', 'Z*']);
    await act(GRANT, second, { estateId: e01.id, purpose: 'QUALITY_CALLBACK', reason: 'a call back' });
    await report();
    expect(await names()).toEqual(['Zhang San', 'Z*', 'Zhang San']);
    const { rows } = await server.house.database.superuser.query('select count(*)::int as n from unmask_read');
    expect(rows).toEqual([{ n: 1 }]);
    await closeAll();
  });

  it('D-16 · who is complained about does not learn whose the complaint is, while the same role beside it does', async () => {
    const { e01 } = story.harbour;
    const accused = e01.staff['FRONT_DESK']!;
    const colleague = await hire('FRONT_DESK', e01.id);
    const [one, two] = [await listen(accused), await listen(colleague)];
    await act(LODGE, e01.staff['SERVICE_MANAGER']!, {
      estateId: e01.id,
      channel: 'PATROL',
      subject: 'rude',
      contactName: 'Zhang San',
      againstStaffId: accused.subjectId,
    });
    const told = await Promise.all([one, two].map((socket) => socket.next(isNext)));
    expect(told.map(({ payload }) => payload.data?.ticketEvents.ticket?.contactName ?? null)).toEqual([
      null,
      'Zhang San',
    ]);
    await closeAll();
  });

  it('in a rush an estate’s events are read together, and told one by one in their order, none left out', async () => {
    const { e01, e02, staff, id: companyId } = story.harbour;
    await report();
    await report({ estateId: e02.id }, e02.staff['FRONT_DESK']);
    const [all, one] = [await listen(staff['QUALITY_OFFICER']!), await listen(e01.staff['FRONT_DESK']!)];
    const executed = count('event');
    const { rows } = await server.house.database.superuser.query<{ last: string }>(
      `with heads as (update company_head set seq = seq + 120 where company_id = $1 returning seq - 120 as before),
            pattern as (select row_number() over (order by seq desc) as n, e.* from event e
                         where company_id = $1 and type = 'ticket.REPAIR_REPORTED' order by seq desc limit 2),
            rush as (
              insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id,
                                 visibility, actor_kind, actor_id, occurred_at, recorded_at, facts)
              select company_id, before + g, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id,
                     visibility, actor_kind, actor_id, occurred_at, recorded_at, facts
                from generate_series(1, 120) as g join pattern on pattern.n = 1 + (g / 3) % 2, heads)
       select before + 120 as last from heads`,
      [companyId],
    );
    const told = async (socket: RawSocket, times: number): Promise<number[]> => {
      const cursors: string[] = [];
      while (cursors.length < times)
        cursors.push((await socket.next(isNext)).payload.data.ticketEvents.cursor as string);
      return cursors.map((cursor) => decodeCursor(companyId, cursor, 'after').seq);
    };
    const last = Number(rows[0]!.last);
    const seqs = Array.from({ length: 120 }, (_, i) => last - 119 + i);
    expect(await told(all, 120)).toEqual(seqs);
    const own = await told(one, 60);
    expect(own).toEqual(own.toSorted((x, y) => x - y));
    expect(new Set(own).size).toBe(60);
    expect(count('event') - executed).toBeLessThan(20);
    await closeAll();
  });

  it('a ping carries the cursor behind all that was sent, so that a quiet board does not age', async () => {
    const { e01, e02 } = story.harbour;
    const quiet = await listen(e02.staff['FRONT_DESK']!);
    const busy = await listen(e01.staff['FRONT_DESK']!);
    await report();
    const { cursor } = (await busy.next(isNext)).payload.data.ticketEvents;
    const behind = async (socket: RawSocket): Promise<void> => {
      for (;;) {
        const { payload } = await socket.next(({ type }) => type === 'ping');
        if (payload.cursor === cursor) return;
      }
    };
    await Promise.all([behind(quiet), behind(busy)]);
    const resumed = await listen(e02.staff['FRONT_DESK']!, { after: cursor });
    const id = await report({ estateId: e02.id }, e02.staff['FRONT_DESK']);
    expect((await resumed.next(isNext)).payload.data.ticketEvents.ticket.id).toBe(id);
    await closeAll();
  });

  it('D-30 · a resident shares with nobody, and hears of nothing internal', async () => {
    const { e01 } = story.harbour;
    const [mine, theirs] = [await listen(e01.resident), await listen(e01.next)];
    await report();
    const id = await report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
    expect((await mine.next(isNext)).payload.data.ticketEvents.ticket.id).toBe(id);
    const third = await report({ unitId: e01.units[1].id, customerId: e01.next.subjectId });
    expect((await theirs.next(isNext)).payload.data.ticketEvents.ticket.id).toBe(third);
    await closeAll();
  });

  it('every field below an event reads the same in a crowd as alone, for every role', async () => {
    const { e01, staff } = story.harbour;
    const all = probeDocuments(await buildApiSchema(), () => newId(), { cursor: 'x', text: 'x' }).filter(
      ({ field, operation }) => operation === 'query' && field === 'Query.ticket',
    );
    expect(all.length).toBeGreaterThan(10);
    // What is too long for a frame closes the socket; over HTTP the probe asks for it too.
    const documents = sampledDocuments(0)(all).filter((one) => asSubscription(one).query.length < MAX_FRAME / 2);
    expect(documents.length).toBeGreaterThan(5);
    const readers: StoryPerson[] = [];
    for (const person of [...Object.values(e01.staff), ...Object.values(staff), e01.resident])
      if ((await principalOf(server.house, person)).actions.has('ticket.read')) readers.push(person);
    expect(readers.length).toBeGreaterThan(5);
    for (let from = 0; from < documents.length; from += MAX_OPERATIONS) {
      const some = documents.slice(from, from + MAX_OPERATIONS);
      const sockets: RawSocket[] = [];
      for (const person of readers) sockets.push(await listenTo(person, some.map(asSubscription)));
      const id = await report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
      for (const [at, person] of readers.entries())
        for (const [n, document] of some.entries()) {
          const told = await sockets[at]!.next((message) => message.id === `p${n}`);
          const alone = await server.query(document.text, { ...document.variables, v0: id }, person);
          const { ticketEvents } = (told.payload.data ?? {}) as { ticketEvents?: { ticket: unknown } };
          expect({
            person: person.login,
            ticket: ticketEvents?.ticket,
            codes: codesOf(Array.isArray(told.payload) ? { errors: told.payload } : told.payload),
          }).toEqual({
            person: person.login,
            ticket: (alone.data as { ticket: unknown } | undefined)?.ticket,
            codes: codesOf(alone),
          });
        }
      await closeAll();
    }
  }, 90_000);
});
