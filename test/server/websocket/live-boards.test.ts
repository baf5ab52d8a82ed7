import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { Wave } from '../../../src/tenancy/read/wave.js';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const FIGURES = `estate { code } total phases { phase count } kinds { kind count }
  unassigned overdue dueSoon reopened callbacksDue at cursor`;
const BOARDS = `query ($estateIds: [ID!]) { estateBoards(estateIds: $estateIds) { ${FIGURES} } }`;
const CHANGES = `subscription ($estateIds: [ID!], $everyMs: Int, $after: Cursor) {
  estateBoardChanges(estateIds: $estateIds, everyMs: $everyMs, after: $after) { ${FIGURES} }
}`;
const QUEUE = `subscription ($reasons: [QueueReason!], $everyMs: Int) {
  myQueueChanges(reasons: $reasons, everyMs: $everyMs) { counts { reason count } cursor }
}`;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { cursor repair { id } } }`;
const FORWARD = `mutation ($input: ForwardRepairInput!) { forwardRepair(input: $input) { cursor } }`;
const ACCEPT = `mutation ($input: AcceptRepairInput!) { acceptRepair(input: $input) { cursor } }`;
const NOTE = `mutation ($input: AddTicketNoteInput!) { addTicketNote(input: $input) { cursor } }`;

interface Board {
  readonly estate: { readonly code: string };
  readonly total: number;
  readonly phases: readonly { readonly phase: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly cursor: string;
}

describe('boards and queues that are followed', () => {
  let server: TestServer;
  let story: Story;
  let e01: StoryEstate;
  let e02: StoryEstate;
  let opened: RawSocket[] = [];

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false, compileAt: 1_000 });
    story = await tellStory(server.house.database);
    ({ e01, e02 } = story.harbour);
  });
  afterAll(() => server.close());
  afterEach(async () => {
    for (const { ws } of opened) ws.close();
    await Promise.all(opened.map(({ closed }) => closed));
    opened = [];
  });

  const on = (estate: StoryEstate, role: string): StoryPerson => {
    const found = estate.staff[role];
    if (!found) throw new Error(`Nobody is ${role}.`);
    return found;
  };
  const quality = (): StoryPerson => story.harbour.staff['QUALITY_OFFICER']!;
  const listen = async (
    person: StoryPerson,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<RawSocket> => {
    const socket = await openRawSocket(server.wsUrl);
    opened.push(socket);
    await socket.init(await server.tokenOf(person));
    socket.send({ id: 's', type: 'subscribe', payload: { query, variables } });
    return socket;
  };
  const told = async <T>(socket: RawSocket, field: string): Promise<T> => {
    const { type, payload } = await socket.next((message) => message.type === 'next' || message.type === 'error');
    if (type === 'error' || payload.errors) throw new Error(JSON.stringify(payload));
    return payload.data[field] as T;
  };
  const board = (socket: RawSocket): Promise<Board> => told<Board>(socket, 'estateBoardChanges');
  const counts = async (socket: RawSocket): Promise<Record<string, number>> => {
    const { counts: all } = await told<{ counts: { reason: string; count: number }[] }>(socket, 'myQueueChanges');
    return Object.fromEntries(all.map(({ reason, count }) => [reason, count]));
  };
  const refusalOf = async (socket: RawSocket): Promise<Record<string, unknown>> => {
    const { payload } = await socket.next(({ type, payload }) => type === 'error' || payload?.errors);
    return (Array.isArray(payload) ? payload : payload.errors)[0].extensions as Record<string, unknown>;
  };
  const act = async (document: string, input: object, person: StoryPerson) => {
    const { data, errors } = await server.query(document, { input }, person);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data as Record<string, { cursor: string; repair?: { id: string } }>)[0]!;
  };
  const report = async (estate = e01): Promise<{ id: string; cursor: string }> => {
    const input = { estateId: estate.id, channel: 'PATROL', urgency: 'ORDINARY', subject: 'a tap drips' };
    const { cursor, repair } = await act(REPORT, input, on(estate, 'FRONT_DESK'));
    return { id: repair!.id, cursor };
  };
  const boardsOf = async (person: StoryPerson | null, estateIds: readonly string[] | null = null) => {
    const { data, errors, extensions } = await server.query(BOARDS, { estateIds }, person);
    return {
      boards: (data?.estateBoards ?? []) as Board[],
      codes: errors?.map((e) => e.extensions['code']),
      extensions,
    };
  };
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    server.house.database.superuser.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(row),
    );
  /** Executions for events, and statements that say something, while something is done. */
  const costOf = async (says: string, work: () => Promise<unknown>) => {
    const executions = (): number => server.logged.filter((line) => line.includes('"type":"event"')).length;
    const before = executions();
    const asked = jest.spyOn(Wave.prototype, 'ask');
    try {
      await work();
      const statements = asked.mock.calls.filter(([text]) => text.includes(says)).length;
      return { executions: executions() - before, statements };
    } finally {
      asked.mockRestore();
    }
  };

  test('D-26 · a board counts what is not at its end, what nobody has, what is late, near, back again and to be called back', async () => {
    const within = { company_id: story.harbour.id, estate_id: e02.id };
    const hour = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
    const plant = async (columns: object): Promise<string> => {
      const id = newId();
      await insert('ticket', {
        ...{
          ...within,
          id,
          number: id,
          kind: 'REPAIR',
          phase: 'OPEN',
          stage: 'REPORTED',
          urgency: 'ORDINARY',
          version: 1,
        },
        ...{ channel: 'PHONE', subject: 'x', visits: 0, reported_at: hour(9), ...columns },
      });
      return id;
    };
    const clock = (ticketId: string, columns: object) =>
      insert('service_clock', {
        ...{ ...within, id: newId(), ticket_id: ticketId, milestone: 'ACCEPTED', rule: 'R-RPR-05', round: 1 },
        ...{
          limit_ms: 180_000,
          calendar: 'AROUND_THE_CLOCK',
          state: 'RUNNING',
          started_at: hour(2),
          paused_seconds: 0,
        },
        ...{ due_at: hour(1), warn_at: hour(1), ...columns },
      });
    const complaint = { kind: 'COMPLAINT', urgency: null, complaint_class: 'GENERAL', stage: 'WITH_DEPARTMENT' };
    const late = await plant({});
    await clock(late, { warned_at: hour(1), breached_at: hour(1) });
    await clock(late, { round: 2, warned_at: hour(1) });
    const near = await plant({ phase: 'IN_PROGRESS', stage: 'ACCEPTED', assignee_id: on(e02, 'TECHNICIAN').subjectId });
    await clock(near, { warned_at: hour(1) });
    await clock(near, { round: 2, breached_at: hour(1), ended_at: hour(1) });
    await plant({ ...complaint, phase: 'IN_PROGRESS', reopenings: 1 });
    const done = await plant({ phase: 'RESOLVED', stage: 'RETURNED' });
    const closed = await plant({ phase: 'CLOSED', stage: 'CLOSED', closed_at: hour(1), reopenings: 1 });
    await clock(closed, { breached_at: hour(1), warned_at: hour(1), ended_at: hour(1) });
    for (const [state, kind, subject] of [
      ['OPEN', 'CALLBACK', done],
      ['MISSED', 'CALLBACK', closed],
      ['FULFILLED', 'CALLBACK', late],
      ['OPEN', 'COMPLAINT_REPLY', late],
    ] as const)
      await insert('obligation', {
        ...{ ...within, id: newId(), kind, state, subject_kind: 'TICKET', subject_id: subject, version: 1 },
        ...{ owner_post: 'FRONT_DESK', owed_since: hour(3), due_at: hour(1) },
      });
    const { boards } = await boardsOf(on(e02, 'FRONT_DESK'));
    expect(boards).toMatchObject([
      {
        estate: { code: e02.code },
        total: 4,
        phases: [
          { phase: 'OPEN', count: 1 },
          { phase: 'IN_PROGRESS', count: 2 },
          { phase: 'RESOLVED', count: 1 },
        ],
        unassigned: 1,
        overdue: 1,
        dueSoon: 1,
        reopened: 1,
        callbacksDue: 2,
      },
    ]);
    expect(boards[0]!.kinds.filter(({ count }) => count > 0)).toEqual([
      { kind: 'REPAIR', count: 3 },
      { kind: 'COMPLAINT', count: 1 },
    ]);
  });

  test('R-ORG-06 · boards are of the estates in reach, from one statement; a resident and nobody are refused', async () => {
    const codes = async (person: StoryPerson, ids: readonly string[] | null = null): Promise<string[]> =>
      (await boardsOf(person, ids)).boards.map(({ estate }) => estate.code);
    expect(await codes(quality())).toEqual([e01.code, e02.code]);
    expect(await codes(on(e01, 'FRONT_DESK'))).toEqual([e01.code]);
    expect(await codes(on(e01, 'FRONT_DESK'), [e02.id, story.cedar.e01.id, newId(), 'x'])).toEqual([]);
    expect(await codes(quality(), [e02.id])).toEqual([e02.code]);
    for (const stranger of [e01.resident, on(e01, 'CASHIER')])
      expect((await boardsOf(stranger)).codes).toEqual(['FORBIDDEN']);
    expect((await boardsOf(null)).codes).toEqual(['UNAUTHENTICATED']);
    const { boards, extensions } = await boardsOf(quality());
    expect(boards.map(({ cursor }) => cursor)).toEqual([extensions?.['cursor'], extensions?.['cursor']]);
    const operations = server.logged.filter((line) => line.includes('"msg":"Operation"'));
    expect(operations.at(-1)).toContain('"statements":2');
  });

  test('who may not, and what cannot be, is refused at the start of a subscription', async () => {
    expect(await refusalOf(await listen(e01.resident, CHANGES))).toMatchObject({ code: 'FORBIDDEN' });
    for (const estateId of [e02.id, story.cedar.e01.id, newId()])
      expect(await refusalOf(await listen(on(e01, 'FRONT_DESK'), CHANGES, { estateIds: [estateId] }))).toMatchObject({
        code: 'NOT_FOUND',
      });
    for (const everyMs of [249, 60_001])
      for (const query of [CHANGES, QUEUE])
        expect(await refusalOf(await listen(quality(), query, { everyMs }))).toMatchObject({
          code: 'INVALID_INPUT',
          path: 'everyMs',
        });
    expect(await refusalOf(await listen(quality(), CHANGES, { after: 'AAAAAAAAAAAAAAAAAAAAAAAAAA' }))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await refusalOf(await listen(e01.resident, QUEUE))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('every board stands at the start; a change is read and executed once for twenty sockets, another estate’s not at all', async () => {
    const sockets: RawSocket[] = [];
    for (let i = 0; i < 20; i += 1) sockets.push(await listen(on(e01, 'FRONT_DESK'), CHANGES, { estateIds: [e01.id] }));
    const far = await listen(quality(), CHANGES, { estateIds: [e02.id] });
    await board(far);
    const standing = await Promise.all(sockets.map(board));
    expect(new Set(standing.map(({ total }) => total)).size).toBe(1);
    const cost = await costOf('callbacksDue', async () => {
      await report();
      const changed = await Promise.all(sockets.map(board));
      expect(new Set(changed.map(({ total }) => total))).toEqual(new Set([standing[0]!.total + 1]));
      expect(new Set(changed.map(({ cursor }) => cursor)).size).toBe(1);
    });
    expect(cost).toEqual({ executions: 1, statements: 1 });
    await report(e02);
    expect(await board(far)).toMatchObject({ estate: { code: e02.code } });
  });

  test('sockets that begin at different instants share one beat: what keeps changing is read once a beat, not once a socket', async () => {
    const everyMs = 250;
    const sockets: RawSocket[] = [];
    for (let i = 0; i < 12; i += 1) {
      sockets.push(await listen(on(e01, 'FRONT_DESK'), CHANGES, { everyMs }));
      await report();
    }
    const began = performance.now();
    const { statements } = await costOf('v.seq = any', async () => {
      for (let i = 0; i < 15; i += 1) await report();
      const [{ total }] = (await boardsOf(on(e01, 'FRONT_DESK'))).boards as [Board];
      const last = async (socket: RawSocket): Promise<void> => {
        while ((await board(socket)).total < total);
      };
      await Promise.all(sockets.map(last));
    });
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - began) / everyMs));
  });

  test('what happens in a rush is told once a beat, and the last word is never left out', async () => {
    const everyMs = 500;
    const socket = await listen(on(e01, 'FRONT_DESK'), CHANGES, { everyMs });
    const { total } = await board(socket);
    const began = performance.now();
    const reports = Promise.all(Array.from({ length: 12 }, () => report()));
    let boards = 0;
    for (;;) {
      boards += 1;
      if ((await board(socket)).total === total + 12) break;
    }
    await reports;
    expect(boards).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - began) / everyMs));
  });

  test('behind a cursor come the boards that changed since, and no other; from any of their cursors one can go on', async () => {
    const { extensions } = await boardsOf(quality());
    await report(e01);
    const first = await listen(quality(), CHANGES, { after: extensions?.['cursor'] });
    const missed = await board(first);
    expect(missed.estate.code).toBe(e01.code);
    await report(e02);
    await report(e01);
    const second = await listen(quality(), CHANGES, { after: missed.cursor });
    const [one, other] = [await board(second), await board(second)];
    expect([one.estate.code, other.estate.code]).toEqual([e02.code, e01.code]);
    const third = await listen(quality(), CHANGES, { after: one.cursor });
    expect(await board(third)).toMatchObject({ estate: { code: e01.code }, cursor: other.cursor });
    const fourth = await listen(quality(), CHANGES, { after: other.cursor });
    await report(e02);
    expect((await board(fourth)).estate.code).toBe(e02.code);
  });

  test('other rights close the socket with 4403, and the estate is told no more', async () => {
    const roving = on(e01, 'CLEANING_HEAD');
    const socket = await listen(roving, CHANGES);
    await board(socket);
    await server.house.database.superuser.query('delete from role_assignment where staff_id = $1', [roving.subjectId]);
    server.house.principals.drop(story.harbour.id);
    await report();
    const ended = await Promise.race([
      socket.closed.then(({ code }) => code),
      refusalOf(socket).then(({ code }) => code),
    ]);
    expect([4403, 'FORBIDDEN']).toContain(ended);
  });

  test('D-11 · one’s queue is told at once and whenever it has changed, never the same twice, and not read for others’ estates', async () => {
    const technician = on(e01, 'TECHNICIAN');
    const socket = await listen(technician, QUEUE, { reasons: ['IN_CHARGE', 'CONTACT'], everyMs: 250 });
    const { IN_CHARGE: before = 0, ...others } = await counts(socket);
    expect(others).toEqual({ CONTACT: 0 });
    const assigned = async (): Promise<void> => {
      const { id } = await report();
      await act(FORWARD, { ticketId: id }, on(e01, 'FRONT_DESK'));
      await act(ACCEPT, { ticketId: id }, technician);
    };
    await assigned();
    expect(await counts(socket)).toEqual({ IN_CHARGE: before + 1, CONTACT: 0 });
    const watching = await listen(quality(), CHANGES, { everyMs: 250 });
    await Promise.all([board(watching), board(watching)]);
    const { id: elsewhere } = await report(e02);
    await board(watching);
    const note = (ticketId: string, estate: StoryEstate): Promise<unknown> =>
      act(NOTE, { ticketId, text: 'x', visibility: 'INTERNAL' }, on(estate, 'FRONT_DESK'));
    const far = await costOf("'IN_CHARGE'", async () => {
      await note(elsewhere, e02);
      await board(watching);
    });
    expect(far.statements).toBe(0);
    const { id } = await report();
    for (let i = 0; i < 3; i += 1) await note(id, e01);
    await assigned();
    expect(await counts(socket)).toEqual({ IN_CHARGE: before + 2, CONTACT: 0 });
  });
});
