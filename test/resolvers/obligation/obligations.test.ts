import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { openObligationFeed } from '../../../src/events/obligation-feed.js';
import { TIMER_HANDLERS } from '../../../src/jobs/timer/timer-handlers.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { eventsOf as eventsOfFeed } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const OWE = `mutation ($input: OweObligationInput!) { oweObligation(input: $input) { cursor obligation { id kind state version dueAt ownerPost owner { displayName } estate { code } } } }`;
const FULFIL = `mutation ($input: FulfilObligationInput!) { fulfilObligation(input: $input) { obligation { state missedAt settledAt settledBy { displayName } } } }`;
const WAIVE = `mutation ($input: WaiveObligationInput!) { waiveObligation(input: $input) { obligation { state waiveReason settledBy { displayName } } } }`;
const LIST = `query ($filter: ObligationFilter, $first: Int, $after: String) { obligations(filter: $filter, first: $first, after: $after) { nodes { id kind state } pageInfo { hasNextPage endCursor } totalCount } }`;
const COUNTS = `query ($filter: ObligationCountFilter!) { obligationCounts(filter: $filter) { kind state count } }`;
const START = new Date('2026-11-25T10:00:00Z');
const DUE = '2026-11-30T10:00:00Z';

describe('obligations', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = START;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const owe = (input: object = {}, person: StoryPerson = of('SERVICE_MANAGER')) =>
    ask(person, OWE, {
      input: {
        kind: 'NOTICE_WITHDRAWAL',
        subjectKind: 'ESTATE',
        subjectId: e01().id,
        ownerPost: 'SERVICE_SUPERVISOR',
        dueAt: DUE,
        ...input,
      },
    });
  const owed = async (input: object = {}): Promise<string> => {
    const answer = await owe(input);
    expect(answer.refusals).toEqual([]);
    return (answer.data as { oweObligation: { obligation: { id: string } } }).oweObligation.obligation.id;
  };
  const fulfil = (obligationId: string, person: StoryPerson, input: object = {}) =>
    ask(person, FULFIL, { input: { obligationId, ...input } });
  const waive = (obligationId: string, person: StoryPerson, reason = 'holiday') =>
    ask(person, WAIVE, { input: { obligationId, reason } });
  const tick = () => new TimerWorker(house, TIMER_HANDLERS, rhythmEar()).look();
  const stateOf = async (id: string): Promise<string> => {
    const { data } = await ask(of('FRONT_DESK'), `query ($id: ID!) { obligation(id: $id) { state } }`, { id });
    return (data as { obligation: { state: string } }).obligation.state;
  };
  const at = async <T>(instant: string | Date, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = START;
    }
  };
  const eventsOf = async (id: string): Promise<Record<string, unknown>[]> =>
    (
      await house.database.superuser.query<Record<string, unknown>>(
        'select type, subject_version as version, actor_kind as actor, occurred_at, facts from event where company_id = $1 and subject_id = $2 order by seq',
        [story.harbour.id, id],
      )
    ).rows;

  test('R-ORG-24 · who leads has a post owe something; its holder does it in time', async () => {
    const made = await owe();
    expect(made.data.oweObligation.obligation).toEqual({
      id: expect.any(String),
      kind: 'NOTICE_WITHDRAWAL',
      state: 'OPEN',
      version: 1,
      dueAt: new Date(DUE),
      ownerPost: 'SERVICE_SUPERVISOR',
      owner: null,
      estate: { code: 'E01' },
    });
    const { id } = made.data.oweObligation.obligation as { id: string };
    expect((await fulfil(id, of('FRONT_DESK'))).facts).toEqual([{ code: 'FORBIDDEN', action: 'obligation.owe' }]);
    expect((await fulfil(id, of('SERVICE_SUPERVISOR'))).data.fulfilObligation.obligation).toEqual({
      state: 'FULFILLED',
      missedAt: null,
      settledAt: START,
      settledBy: { displayName: 'service_supervisor' },
    });
    expect((await fulfil(id, of('SERVICE_SUPERVISOR'))).facts).toEqual([
      { code: 'CONFLICT', what: 'obligation', state: 'FULFILLED' },
    ]);
    expect(await eventsOf(id)).toEqual([
      expect.objectContaining({
        type: 'obligation.OWED',
        version: 1,
        facts: {
          kind: 'NOTICE_WITHDRAWAL',
          state: 'OPEN',
          about: 'ESTATE',
          aboutId: e01().id,
          ownerId: null,
          ownerPost: 'SERVICE_SUPERVISOR',
          dueAt: new Date(DUE).toISOString(),
        },
      }),
      expect.objectContaining({ type: 'obligation.FULFILLED', version: 2 }),
    ]);
  });

  test('what nobody has done is missed at the due instant, once, and fulfilled late after that', async () => {
    const id = await owed();
    await at('2026-11-30T09:59:59.999Z', tick);
    expect(await stateOf(id)).toBe('OPEN');
    await at(DUE, tick);
    expect(await stateOf(id)).toBe('MISSED');
    await at('2026-11-30T10:00:01Z', tick);
    expect(await eventsOf(id)).toHaveLength(2);
    expect((await eventsOf(id))[1]).toMatchObject({
      type: 'obligation.MISSED',
      version: 2,
      actor: 'SYSTEM',
      occurred_at: new Date(DUE),
    });
    const late = await at('2026-12-01T10:00:00Z', () => fulfil(id, of('SERVICE_SUPERVISOR')));
    expect(late.data.fulfilObligation.obligation).toMatchObject({ state: 'FULFILLED_LATE', missedAt: new Date(DUE) });
  });

  test('what was done in time and entered late is fulfilled; that it was announced as missed stays', async () => {
    const id = await owed();
    await at(DUE, tick);
    const answer = await at('2026-12-01T10:00:00Z', () =>
      fulfil(id, of('SERVICE_SUPERVISOR'), { occurredAt: '2026-11-29T10:00:00Z' }),
    );
    expect(answer.data.fulfilObligation.obligation).toMatchObject({ state: 'FULFILLED', missedAt: new Date(DUE) });
    const other = await owed();
    expect((await fulfil(other, of('SERVICE_SUPERVISOR'), { occurredAt: '2026-11-01T00:00:00Z' })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.occurredAt' }),
    ]);
  });

  test('R-ORG-68 · nobody waives what the same person owes, neither by name nor by holding the post', async () => {
    const byName = await owed({ ownerPost: null, ownerId: of('SERVICE_MANAGER').subjectId });
    const byPost = await owed({ ownerPost: 'SERVICE_MANAGER' });
    for (const id of [byName, byPost]) {
      expect((await waive(id, of('SERVICE_MANAGER'))).facts).toEqual([
        { code: 'RULE_REFUSED', rule: 'R-ORG-68', obligationId: id },
      ]);
      expect((await waive(id, of('FRONT_DESK'))).facts).toEqual([{ code: 'FORBIDDEN', action: 'obligation.waive' }]);
      expect((await waive(id, of('ESTATE_MANAGER'), '  ')).refusals).toEqual(['INVALID_INPUT waiveObligation']);
      expect((await waive(id, of('ESTATE_MANAGER'))).data.waiveObligation.obligation).toEqual({
        state: 'WAIVED',
        waiveReason: 'holiday',
        settledBy: { displayName: 'estate_manager' },
      });
    }
    expect(JSON.stringify(await eventsOf(byName))).not.toMatch(/holiday/);
    const managers = await owed({ ownerPost: 'ESTATE_MANAGER' });
    expect((await waive(managers, of('ESTATE_MANAGER'))).refusals).toEqual(['RULE_REFUSED waiveObligation']);
    expect((await waive(managers, story.harbour.staff['QUALITY_OFFICER']!)).refusals).toEqual([]);
  });

  test.each([
    [{ ownerPost: null }, 'input.ownerId'],
    [{ ownerId: 'x' }, 'input.ownerId'],
    [{ dueAt: START.toISOString() }, 'input.dueAt'],
    [{ dueAt: '2029-11-25T10:00:00Z' }, 'input.dueAt'],
    [{ subjectKind: 'CARE_MARK' }, 'input.subjectKind'],
  ])('an obligation that cannot be is INVALID_INPUT with the path: %j', async (input, path) => {
    expect((await owe(input)).facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path })]);
  });

  test('R-RPR-15 · what has a desk of its own becomes owed and fulfilled there alone', async () => {
    expect((await owe({ kind: 'CALLBACK' })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-RPR-15', kind: 'CALLBACK', fulfilledBy: 'recordCallback' },
    ]);
  });

  test('the company’s own obligations need the action on all estates; its staff see them', async () => {
    const own = { subjectKind: 'COMPANY', subjectId: null, kind: 'ESCALATION_ANSWER', ownerPost: 'QUALITY_OFFICER' };
    expect((await owe(own)).facts).toEqual([{ code: 'FORBIDDEN', action: 'obligation.owe' }]);
    expect((await owe(own, story.harbour.staff['COMPANY_LEADER'])).data.oweObligation.obligation.estate).toBeNull();
    const seen = await ask(of('FRONT_DESK'), LIST, { filter: { kinds: ['ESCALATION_ANSWER'] } });
    expect(seen.data.obligations.totalCount).toBe(1);
    const mine = await ask(story.harbour.staff['QUALITY_OFFICER'], LIST, { filter: { mine: true } });
    expect(mine.data.obligations.nodes).toEqual([expect.objectContaining({ kind: 'ESCALATION_ANSWER' })]);
  });

  test('what is mine is owed by name or by a post that one holds on the estate', async () => {
    const mine = async (person: StoryPerson): Promise<number> => {
      const { data } = await ask(person, LIST, { filter: { mine: true, kinds: ['NOTICE_DELIVERY'] } });
      return (data as { obligations: { totalCount: number } }).obligations.totalCount;
    };
    await owed({ kind: 'NOTICE_DELIVERY', ownerPost: 'SECURITY' });
    await owed({ kind: 'NOTICE_DELIVERY', ownerPost: null, ownerId: of('SECURITY').subjectId });
    expect(await mine(of('SECURITY'))).toBe(2);
    expect(await mine(story.harbour.e02.staff['SECURITY']!)).toBe(0);
    expect(await mine(of('CLEANING_HEAD'))).toBe(0);
  });

  test('lists go by the due instant, a page at a time; counts go by kind and state', async () => {
    for (const day of ['03', '01', '02']) await owed({ kind: 'STAFF_REPLY', dueAt: `2027-01-${day}T00:00:00Z` });
    const filter = { kinds: ['STAFF_REPLY'], states: ['OPEN'], estateIds: [e01().id] };
    const all = await ask(of('FRONT_DESK'), LIST, { filter });
    const ids = all.data.obligations.nodes.map((node: { id: string }) => node.id) as string[];
    const first = await ask(of('FRONT_DESK'), LIST, { filter, first: 2 });
    const rest = await ask(of('FRONT_DESK'), LIST, { filter, after: first.data.obligations.pageInfo.endCursor });
    expect([...first.data.obligations.nodes, ...rest.data.obligations.nodes].map((node) => node.id)).toEqual(ids);
    const before = await ask(of('FRONT_DESK'), LIST, { filter: { ...filter, dueBefore: '2027-01-02T00:00:00Z' } });
    expect(before.data.obligations.nodes).toHaveLength(1);
    await fulfil(ids[0]!, of('SERVICE_SUPERVISOR'));
    const stretch = { dueFrom: '2027-01-01T00:00:00Z', dueBefore: '2027-02-01T00:00:00Z' };
    expect((await ask(of('FRONT_DESK'), COUNTS, { filter: stretch })).data.obligationCounts).toEqual([
      { kind: 'STAFF_REPLY', state: 'FULFILLED', count: 1 },
      { kind: 'STAFF_REPLY', state: 'OPEN', count: 2 },
    ]);
    expect(
      (await ask(of('FRONT_DESK'), COUNTS, { filter: { ...stretch, dueBefore: '2029-01-01T00:00:00Z' } })).facts,
    ).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path: 'filter.dueBefore' })]);
  });

  test('a page of 20 obligations with owner, estate and ticket is four statements', async () => {
    const { superuser } = house.database;
    await superuser.query(
      `insert into obligation (company_id, id, estate_id, kind, subject_kind, subject_id, owner_id, state, owed_since, due_at, version)
       select $1, gen_random_uuid(), $2, 'OWNER_VISIT', 'TICKET', gen_random_uuid(), $3, 'OPEN', now(), now() + n * interval '1 day', 1
         from generate_series(1, 25) as n`,
      [story.harbour.id, e01().id, of('STEWARD').subjectId],
    );
    const { statements, refusals } = await ask(
      of('FRONT_DESK'),
      `{ obligations(filter: { kinds: [OWNER_VISIT] }) { nodes { id owner { displayName } estate { code } ticket { number } settledBy { id } } } }`,
    );
    expect(refusals).toEqual([]);
    expect(statements).toBe(4);
  });

  test('R-ORG-78 · another estate, another company and residents neither see nor settle it', async () => {
    const id = await owed();
    for (const person of [story.harbour.e02.staff['ESTATE_MANAGER']!, story.cedar.staff['COMPANY_LEADER']!]) {
      expect((await fulfil(id, person)).refusals).toEqual(['NOT_FOUND fulfilObligation']);
      expect((await waive(id, person)).refusals).toEqual(['NOT_FOUND waiveObligation']);
      expect((await owe({}, person)).refusals).toEqual(['NOT_FOUND oweObligation']);
      expect((await ask(person, LIST, { filter: { subjectId: e01().id } })).data.obligations.nodes).toEqual([]);
      expect((await ask(person, `query ($id: ID!) { obligation(id: $id) { id } }`, { id })).refusals).toEqual([
        'NOT_FOUND obligation',
      ]);
    }
    expect((await ask(e01().resident, LIST)).refusals).toEqual(['FORBIDDEN obligations']);
  });

  test('what becomes of obligations is told live, from a cursor on, to the own estates only', async () => {
    const cursor = async (): Promise<string> => {
      const made = await owe({ kind: 'STAFF_REPLY' });
      return (made.data as { oweObligation: { cursor: string } }).oweObligation.cursor;
    };
    const after = await cursor();
    const open = async (person: StoryPerson) => {
      const ctx = new RequestContext(house, await principalOf(house, person), {
        requestId: 'test',
        address: '',
        transport: 'websocket',
      });
      return openObligationFeed(ctx, { after, kinds: ['STAFF_REPLY'] });
    };
    const [here, elsewhere] = [await open(of('FRONT_DESK')), await open(story.harbour.e02.staff['FRONT_DESK']!)];
    const [told, toldElsewhere] = [eventsOfFeed(house, here), eventsOfFeed(house, elsewhere)];
    const id = await owed({ kind: 'STAFF_REPLY' });
    await owed({ kind: 'NOTICE_DELIVERY' });
    await fulfil(id, of('SERVICE_SUPERVISOR'));
    expect([(await told.next()).value, (await told.next()).value]).toMatchObject([
      { type: 'obligation.OWED', subjectId: id, version: 1 },
      { type: 'obligation.FULFILLED', subjectId: id, version: 2 },
    ]);
    const own = await ask(story.harbour.staff['COMPANY_LEADER'], OWE, {
      input: { kind: 'STAFF_REPLY', subjectKind: 'COMPANY', ownerPost: 'COMPANY_LEADER', dueAt: DUE },
    });
    const first = await toldElsewhere.next();
    expect(first.value).toMatchObject({ subjectId: own.data.oweObligation.obligation.id });
    await Promise.all([here.return(), elsewhere.return()]);
  });
});
