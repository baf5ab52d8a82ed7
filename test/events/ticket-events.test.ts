import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, ExecutionResult } from 'graphql-ws';
import { newId } from '../../src/entities/new-id.js';
import { tellStory, type Story, type StoryPerson } from '../support/story.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const EVENTS = `subscription ($estateIds: [ID!], $kinds: [TicketKind!], $ticketIds: [ID!], $after: Cursor) {
  ticketEvents(estateIds: $estateIds, kinds: $kinds, ticketIds: $ticketIds, after: $after) {
    cursor type version occurredAt recordedAt actor { kind displayName }
    ticket { __typename id version phase subject unit { code } }
  }
}`;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { cursor repair { id } } }`;
const FORWARD = `mutation ($id: ID!) { forwardRepair(input: { ticketId: $id }) { cursor } }`;

interface Seen {
  readonly cursor: string;
  readonly type: string;
  readonly version: number;
  readonly actor: { readonly kind: string; readonly displayName: string | null };
  readonly ticket: { readonly id: string; readonly version: number } | null;
}

describe('ticketEvents over a socket', () => {
  let server: TestServer;
  let story: Story;
  let e01: Story['harbour']['e01'];

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    e01 = story.harbour.e01;
  });
  afterAll(() => server.close());

  const person = (role: string): StoryPerson => {
    const found = e01.staff[role];
    if (!found) throw new Error(`Nobody is ${role}.`);
    return found;
  };
  const events = (client: Client, variables: Readonly<Record<string, unknown>> = {}) => {
    const answers = client.iterate<{ ticketEvents: Seen }>({ query: EVENTS, variables: { ...variables } });
    const next = async (): Promise<ExecutionResult<{ ticketEvents: Seen }>> => {
      const step = await answers.next();
      if (step.done) throw new Error('The subscription has ended.');
      return step.value as ExecutionResult<{ ticketEvents: Seen }>;
    };
    return {
      refusal: async () => (await next()).errors?.[0]?.extensions,
      seen: async (): Promise<Seen> => {
        const answer = await next();
        if (!answer.data) throw new Error(JSON.stringify(answer.errors));
        return answer.data.ticketEvents;
      },
      close: async () => {
        await answers.return?.();
      },
    };
  };
  const report = async (over: object = {}): Promise<{ id: string; cursor: string }> => {
    const input = { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips', ...over };
    const answer = await server.query(REPORT, { input }, person('FRONT_DESK'));
    const done = answer.data as { reportRepair: { cursor: string; repair: { id: string } } };
    return { id: done.reportRepair.repair.id, cursor: done.reportRepair.cursor };
  };

  test('a query followed by a subscription after its cursor has no gap and no overlap', async () => {
    const before = await server.query('{ tickets { totalCount } }', {}, person('FRONT_DESK'));
    const first = await report({ unitId: e01.units[0].id });
    const live = events(await server.socket(person('STEWARD')), { after: before.extensions?.['cursor'] });
    expect(await live.seen()).toMatchObject({
      cursor: first.cursor,
      type: 'ticket.REPAIR_REPORTED',
      version: 1,
      actor: { kind: 'STAFF', displayName: 'front_desk' },
      ticket: { __typename: 'RepairOrder', id: first.id, version: 1, phase: 'OPEN', unit: { code: '101' } },
    });
    const second = await report();
    expect((await live.seen()).cursor).toBe(second.cursor);
    await live.close();
  });

  test('the ticket under a replayed event is read as it stands now', async () => {
    const { cursor } = await report();
    const { id } = await report();
    await server.query(FORWARD, { id }, person('FRONT_DESK'));
    const live = events(await server.socket(person('STEWARD')), { after: cursor });
    expect(await live.seen()).toMatchObject({ version: 1, ticket: { id, version: 2 } });
    expect(await live.seen()).toMatchObject({
      type: 'ticket.REPAIR_FORWARDED',
      version: 2,
      ticket: { id, version: 2 },
    });
    await live.close();
  });

  test('a client that reconnects with its last cursor receives exactly what it has missed', async () => {
    const { cursor } = await report();
    const once = events(await server.socket(person('STEWARD')), { after: cursor });
    const met = await report();
    expect((await once.seen()).cursor).toBe(met.cursor);
    await once.close();
    const missed = [await report(), await report()];
    const again = events(await server.socket(person('STEWARD')), { after: met.cursor });
    expect([(await again.seen()).cursor, (await again.seen()).cursor]).toEqual(missed.map((event) => event.cursor));
    await again.close();
  });

  test('D-30 · a resident receives the events of the own occupancy, without the names of staff', async () => {
    const { cursor } = await report();
    const live = events(await server.socket(e01.resident), { after: cursor });
    await report({ unitId: e01.units[0].id });
    await report({ unitId: e01.units[1].id, customerId: e01.next.subjectId });
    const mine = await report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
    expect(await live.seen()).toMatchObject({
      cursor: mine.cursor,
      actor: { kind: 'STAFF', displayName: null },
      ticket: { id: mine.id },
    });
    await live.close();
  });

  test('of tickets that are named one hears alone, replayed and live, however often each is named', async () => {
    const before = await report();
    const [one, other, third] = [await report(), await report(), await report()];
    const ticketIds = [one.id, third.id, one.id];
    const live = events(await server.socket(person('STEWARD')), { ticketIds, after: before.cursor });
    expect([(await live.seen()).cursor, (await live.seen()).cursor]).toEqual([one.cursor, third.cursor]);
    await server.query(FORWARD, { id: other.id }, person('FRONT_DESK'));
    await server.query(FORWARD, { id: third.id }, person('FRONT_DESK'));
    expect(await live.seen()).toMatchObject({ type: 'ticket.REPAIR_FORWARDED', ticket: { id: third.id } });
    await live.close();
  });

  test('D-30 · a resident follows an own ticket by name, and nobody one out of sight', async () => {
    const mine = await report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
    const theirs = await report({ unitId: e01.units[1].id, customerId: e01.next.subjectId });
    const refused = async (who: StoryPerson, ticketIds: readonly string[]): Promise<unknown> =>
      events(await server.socket(who), { ticketIds }).refusal();
    const live = events(await server.socket(e01.resident), { ticketIds: [mine.id], after: theirs.cursor });
    await server.query(FORWARD, { id: theirs.id }, person('FRONT_DESK'));
    await server.query(FORWARD, { id: mine.id }, person('FRONT_DESK'));
    expect(await live.seen()).toMatchObject({ version: 2, ticket: { id: mine.id } });
    await live.close();
    expect(await refused(e01.resident, [mine.id, theirs.id])).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
    const strangers = [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!];
    for (const who of strangers) expect(await refused(who, [mine.id])).toMatchObject({ code: 'NOT_FOUND' });
    for (const id of [newId(), 'nonsense'])
      expect(await refused(person('FRONT_DESK'), [mine.id, id])).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
    const many = Array.from({ length: 101 }, () => newId());
    expect(await refused(person('FRONT_DESK'), many)).toMatchObject({ code: 'INVALID_INPUT', path: 'ticketIds' });
  });

  test('a subscription that may not be is refused with its code', async () => {
    const refused = async (who: StoryPerson, variables: Readonly<Record<string, unknown>>): Promise<unknown> =>
      events(await server.socket(who), variables).refusal();
    for (const estateId of [newId(), 'nonsense', story.cedar.e01.id, story.harbour.e02.id])
      expect(await refused(person('FRONT_DESK'), { estateIds: [estateId] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(person('CASHIER'), {})).toMatchObject({ code: 'FORBIDDEN', action: 'ticket.read' });
    expect(await refused(person('FRONT_DESK'), { after: 'nonsense' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'after',
    });
    const { cursor } = await report();
    const stranger = story.cedar.e01.staff['FRONT_DESK'];
    if (stranger) expect(await refused(stranger, { after: cursor })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
