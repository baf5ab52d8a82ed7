import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type Story, type StoryEstate } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const TICKET = 'id version phase assignee { id }';
const FIGURES =
  'estate { id } total phases { phase count } kinds { kind count } unassigned overdue dueSoon reopened callbacksDue';
const FRESH = `{ tickets(first: 100) { nodes { ${TICKET} } } estateBoards { ${FIGURES} } }`;
const EVENTS = `subscription ($after: Cursor) { ticketEvents(after: $after) { cursor ticket { ${TICKET} } } }`;
const BOARDS = `subscription ($after: Cursor) { estateBoardChanges(everyMs: 250, after: $after) { cursor ${FIGURES} } }`;
const VERBS = {
  report: 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }',
  forward: 'mutation ($input: ForwardRepairInput!) { forwardRepair(input: $input) { cursor } }',
  accept: 'mutation ($input: AcceptRepairInput!) { acceptRepair(input: $input) { cursor } }',
  cancel: 'mutation ($input: CancelTicketInput!) { cancelTicket(input: $input) { cursor } }',
} as const;
const SEED = 20_261_126;

/** One step of a random day: something is done on an estate, a client looks whether it knows all, or its line breaks. */
const STEP = fc.record({
  what: fc.constantFrom('report', 'report', 'forward', 'accept', 'cancel', 'look', 'break'),
  estate: fc.nat(1),
  which: fc.nat(1_000),
});
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never;

/** What a client knows from a snapshot and from all that it was told behind it, by id. */
class Fold {
  readonly known = new Map<string, unknown>();
  #socket: RawSocket | undefined;

  constructor(
    private readonly open: () => Promise<RawSocket>,
    private readonly query: string,
    private cursor: unknown,
    private readonly take: (known: Map<string, unknown>, told: Record<string, unknown>) => void,
  ) {}

  async listen(): Promise<void> {
    this.#socket?.ws.close();
    this.#socket = await this.open();
    this.#socket.send({
      id: 's',
      type: 'subscribe',
      payload: { query: this.query, variables: { after: this.cursor } },
    });
  }

  /** Takes what it is told until it knows what a fresh query says. */
  async until(fresh: ReadonlyMap<string, unknown>): Promise<void> {
    while (!isDeepStrictEqual(this.known, fresh)) {
      const { payload } = await (this.#socket as RawSocket).next(({ type }) => type === 'next');
      const [{ cursor, ...told }] = Object.values(payload.data as Record<string, Record<string, unknown>>) as [
        Record<string, unknown>,
      ];
      this.cursor = cursor;
      this.take(this.known, told);
    }
  }

  close(): void {
    this.#socket?.ws.close();
  }
}

describe('what is told folds into what is asked', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer({ compareEngines: false });
    story = await tellStory(server.house.database);
  });
  afterAll(() => server.close());

  const asked = async () => {
    const { data, extensions, errors } = await server.query(FRESH, {}, story.harbour.staff['QUALITY_OFFICER']);
    if (errors) throw new Error(JSON.stringify(errors));
    const fresh = data as {
      tickets: { nodes: { id: string }[] };
      estateBoards: { estate: { id: string } }[];
    };
    return {
      tickets: new Map<string, unknown>(fresh.tickets.nodes.map((ticket) => [ticket.id, ticket])),
      boards: new Map<string, unknown>(fresh.estateBoards.map((board) => [board.estate.id, board])),
      cursor: extensions?.['cursor'],
    };
  };
  const open = async (): Promise<RawSocket> => {
    const socket = await openRawSocket(server.wsUrl);
    await socket.init(await server.tokenOf(story.harbour.staff['QUALITY_OFFICER']!));
    return socket;
  };
  const act = async ({ what, estate, which }: Step, ids: string[]): Promise<void> => {
    const place: StoryEstate = estate === 0 ? story.harbour.e01 : story.harbour.e02;
    const ticketId = ids[which % Math.max(1, ids.length)];
    const verb = VERBS[what as keyof typeof VERBS];
    const input =
      what === 'report'
        ? { estateId: place.id, channel: 'PATROL', urgency: 'ORDINARY', subject: 'a tap drips' }
        : { ticketId, ...(what === 'cancel' ? { reason: 'reported twice' } : {}) };
    const who = place.staff[what === 'accept' ? 'TECHNICIAN' : 'FRONT_DESK'];
    const { data } = await server.query(verb, { input }, who);
    const id = (data as { reportRepair?: { repair: { id: string } } } | null)?.reportRepair?.repair.id;
    if (id) ids.push(id);
  };

  test('a snapshot and what follows its cursor is a fresh query at any moment, over broken lines too; of tickets and of boards', async () => {
    const ids: string[] = [];
    let looks = 0;
    const day = fc.array(STEP, { minLength: 8, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(day, async (steps) => {
        const { tickets, boards, cursor } = await asked();
        const ticketFold = new Fold(open, EVENTS, cursor, (known, { ticket }) => {
          const { id, version } = ticket as { id: string; version: number };
          const held = known.get(id) as { version: number } | undefined;
          if (!held || held.version <= version) known.set(id, ticket);
        });
        const boardFold = new Fold(open, BOARDS, cursor, (known, told) => {
          known.set((told['estate'] as { id: string }).id, told);
        });
        for (const [id, ticket] of tickets) ticketFold.known.set(id, ticket);
        for (const [id, board] of boards) boardFold.known.set(id, board);
        await Promise.all([ticketFold.listen(), boardFold.listen()]);
        for (const step of [...steps, { what: 'look', estate: 0, which: 0 } as const])
          if (step.what === 'break') await Promise.all([ticketFold.listen(), boardFold.listen()]);
          else if (step.what === 'look') {
            const fresh = await asked();
            await Promise.all([ticketFold.until(fresh.tickets), boardFold.until(fresh.boards)]);
            looks += 1;
          } else await act(step, ids);
        ticketFold.close();
        boardFold.close();
      }),
      { seed: SEED, numRuns: 8, endOnFailure: true },
    );
    expect(looks).toBeGreaterThan(8);
    expect(ids.length).toBeLessThan(100);
  }, 60_000);
});
