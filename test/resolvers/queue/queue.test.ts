import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

interface Item {
  readonly reason: string;
  readonly since: string;
  readonly dueAt: string | null;
  readonly estate: { readonly code: string } | null;
  readonly ticket: { readonly number: string } | null;
  readonly contact: { readonly number: string } | null;
  readonly approval: { readonly id: string } | null;
  readonly obligation: { readonly kind: string } | null;
}
const ITEM = `reason since dueAt estate { code } ticket { number } contact { number } approval { id } obligation { kind }`;
const QUEUE = `query ($reasons: [QueueReason!], $first: Int, $after: String) {
  myQueue(reasons: $reasons, first: $first, after: $after) { nodes { ${ITEM} } pageInfo { hasNextPage endCursor } }
}`;
const COUNTS = '{ myQueueCounts { reason count } }';
const ATTENTION = `query ($estateIds: [ID!], $first: Int) { attention(estateIds: $estateIds, first: $first) { ${ITEM} } }`;

const HOUR = 3_600_000;
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);

describe('what waits for somebody, and what burns', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
    for (const company of [story.harbour, story.cedar])
      for (const estate of [company.e01, company.e02]) await plantEstate(company.id, estate);
  });
  afterAll(() => house.close());

  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    house.database.superuser.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((_, i) => `$${i + 1}`)
        .join(', ')})`,
      Object.values(row),
    );

  /** Everything that waits or burns, once on an estate. */
  const plantEstate = async (companyId: string, estate: StoryEstate): Promise<void> => {
    const who = (role: string): string => String(estate.staff[role]?.subjectId);
    const within = { company_id: companyId, estate_id: estate.id };
    const ticket = async (number: string, hours: number, columns: object): Promise<string> => {
      const id = newId();
      await insert('ticket', {
        ...{ ...within, id, number, kind: 'REPAIR', phase: 'OPEN', stage: 'REPORTED', urgency: 'ORDINARY', version: 1 },
        ...{ channel: 'PHONE', subject: number, visits: 0, reported_at: ago(hours), ...columns },
      });
      return id;
    };
    const clock = (ticketId: string, columns: object) =>
      insert('service_clock', {
        ...{ ...within, id: newId(), ticket_id: ticketId, milestone: 'ACCEPTED', rule: 'R-RPR-05', round: 1 },
        ...{ limit_ms: 180_000, calendar: 'AROUND_THE_CLOCK', state: 'RUNNING', started_at: ago(2), paused_seconds: 0 },
        ...columns,
      });
    const complaint = { kind: 'COMPLAINT', urgency: null, complaint_class: 'GENERAL', phase: 'IN_PROGRESS' };
    const held = { assignee_id: who('TECHNICIAN'), phase: 'IN_PROGRESS', stage: 'ON_SITE' };
    await ticket('to assign', 1, {});
    const forwarded = await ticket('to accept', 2, { stage: 'FORWARDED' });
    await clock(forwarded, { due_at: ago(1.9), warn_at: ago(1.95), warned_at: ago(1.95), breached_at: ago(1.9) });
    const mine = await ticket('in charge', 3, { ...held, visits: 1 });
    await clock(mine, { due_at: ago(-1), warn_at: ago(0.5), warned_at: ago(0.5) });
    const late = await ticket('late', 4, held);
    await clock(late, { due_at: ago(3), warn_at: ago(3.5), warned_at: ago(3.5), breached_at: ago(3) });
    await clock(late, { round: 2, due_at: ago(3.9), warn_at: ago(3.95), breached_at: ago(3.9), ended_at: ago(1) });
    await ticket('long open', 80, { ...held, stage: 'SCHEDULED' });
    await ticket('major', 10, { ...complaint, complaint_class: 'MAJOR', stage: 'WITH_DEPARTMENT' });
    await ticket('again', 9, { ...complaint, reopenings: 1, stage: 'WITH_DEPARTMENT' });
    await ticket('ended', 200, {
      ...{ ...complaint, complaint_class: 'MAJOR', reopenings: 1, phase: 'CLOSED', stage: 'CLOSED' },
      ...{ assignee_id: who('TECHNICIAN'), closed_at: ago(1) },
    });
    await insert('repair_worker', {
      ...{ ...within, ticket_id: mine, visit_number: 1, staff_id: who('ENGINEERING_HEAD'), helps: true },
    });
    await insert('contact', {
      ...{ ...within, id: newId(), number: 'contact', channel: 'PHONE', stage: 'ESCALATED', version: 2, intent: 'x' },
      ...{ received_at: ago(5), received_by_id: who('FRONT_DESK'), escalated_at: ago(5) },
      ...{ escalated_to_id: who('SERVICE_MANAGER') },
    });
    for (const [state, owner] of [
      ['MISSED', { owner_id: who('STEWARD') }],
      ['OPEN', { owner_post: 'STEWARD' }],
      ['FULFILLED', { owner_post: 'STEWARD' }],
    ] as const)
      await insert('obligation', {
        ...{ ...within, id: newId(), kind: state === 'MISSED' ? 'VISIT_RECORD' : 'OWNER_VISIT', state, version: 1 },
        ...{
          subject_kind: 'ESTATE',
          subject_id: estate.id,
          owed_since: ago(50),
          due_at: ago(state === 'MISSED' ? 6 : 7),
          ...owner,
        },
      });
    await insert('approval', {
      ...{ ...within, id: newId(), subject_kind: 'POLICY_CHANGE', subject_id: newId(), state: 'IN_REVIEW', round: 1 },
      ...{ awaited_action: 'policy.review', prepared_by: who('ESTATE_MANAGER'), prepared_at: ago(60), version: 1 },
    });
  };

  /** What an item is, in one line. */
  const said = ({ reason, ticket, contact, approval, obligation, estate }: Item): string =>
    `${reason} ${ticket?.number ?? contact?.number ?? obligation?.kind ?? (approval ? 'approval' : `estate ${String(estate?.code)}`)}`;
  const queueOf = async (person: StoryPerson | undefined, variables: object = {}): Promise<string[]> => {
    const { data, refusals } = await ask(person, QUEUE, { ...variables });
    expect(refusals).toEqual([]);
    return (data.myQueue.nodes as Item[]).map(said);
  };

  test('R-RPR-02 · R-ORG-65 · one’s queue holds what is in one’s hands, what one helps with and what is to be accepted', async () => {
    const { e01 } = story.harbour;
    expect(await queueOf(e01.staff['TECHNICIAN'])).toEqual([
      'IN_CHARGE long open',
      'IN_CHARGE late',
      'TO_ACCEPT to accept',
      'IN_CHARGE in charge',
    ]);
    expect(await queueOf(e01.staff['ENGINEERING_HEAD'])).toEqual(['TO_ACCEPT to accept', 'IN_CREW in charge']);
  });

  test('R-REC-12 · R-DSP-09 · the desk has what nobody is in charge of, the manager what was escalated', async () => {
    const { e01 } = story.harbour;
    expect(await queueOf(e01.staff['FRONT_DESK'])).toEqual(['TO_ASSIGN to assign']);
    expect(await queueOf(e01.staff['SERVICE_MANAGER'])).toEqual(['CONTACT contact', 'TO_ASSIGN to assign']);
    expect(await queueOf(e01.staff['STEWARD'])).toEqual([
      'OBLIGATION OWNER_VISIT',
      'OBLIGATION VISIT_RECORD',
      'TO_ASSIGN to assign',
    ]);
    expect(
      (await queueOf(story.harbour.staff['QUALITY_OFFICER'])).filter((line) => line.startsWith('APPROVAL')),
    ).toEqual(['APPROVAL approval', 'APPROVAL approval']);
    expect(await queueOf(e01.staff['CASHIER'])).toEqual([]);
  });

  test('a queue is paged without gap or repeat, narrowed by reason, and counted by reason', async () => {
    const technician = story.cedar.e01.staff['TECHNICIAN'];
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, statements }: Asked = await ask(technician, QUEUE, { first: 1, after });
      expect(statements).toBeLessThanOrEqual(6);
      seen.push(...(data.myQueue.nodes as Item[]).map(said));
      after = data.myQueue.pageInfo.hasNextPage ? (data.myQueue.pageInfo.endCursor as string) : null;
    } while (after !== null);
    expect(seen).toEqual(await queueOf(technician));
    expect(await queueOf(technician, { reasons: ['TO_ACCEPT'] })).toEqual(['TO_ACCEPT to accept']);
    expect(await queueOf(technician, { reasons: [] })).toEqual([]);
    const { data } = await ask(technician, COUNTS);
    expect(data.myQueueCounts).toEqual(
      [
        ['IN_CHARGE', 3],
        ['IN_CREW', 0],
        ['TO_ACCEPT', 1],
        ['TO_ASSIGN', 0],
        ['CONTACT', 0],
        ['APPROVAL', 0],
        ['OBLIGATION', 0],
      ].map(([reason, count]) => ({ reason, count })),
    );
  });

  test('D-25 · D-26 · what burns on an estate is said once each, the gravest first', async () => {
    const { e01 } = story.harbour;
    const { data, refusals, statements } = await ask(e01.staff['ESTATE_MANAGER'], ATTENTION, {});
    expect(refusals).toEqual([]);
    expect(statements).toBeLessThanOrEqual(8);
    const told = data.attention as Item[];
    expect(told.map(said)).toEqual([
      'MAJOR_COMPLAINT major',
      'UNASSIGNED to accept',
      'LIMIT_PASSED late',
      'LIMIT_NEAR in charge',
      'REOPENED again',
      'REPAIR_LONG_OPEN long open',
      'OBLIGATION_MISSED VISIT_RECORD',
      'APPROVAL_WAITING approval',
    ]);
    expect(told.every((item) => item.estate?.code === 'E01')).toBe(true);
    expect(Date.parse(String(told[2]?.since))).toBeCloseTo(ago(3).getTime(), -5);
  });

  test('D-25 · an estate that has entered nothing for two days is silent', async () => {
    const { superuser } = house.database;
    const { cedar } = story;
    await superuser.query(
      `update ticket set reported_at = reported_at - interval '3 days' where company_id = $1 and estate_id = $2`,
      [cedar.id, cedar.e02.id],
    );
    await superuser.query(
      `update contact set received_at = received_at - interval '3 days' where company_id = $1 and estate_id = $2`,
      [cedar.id, cedar.e02.id],
    );
    const silent = async (person: StoryPerson | undefined, estateIds: string[] | null = null): Promise<string[]> => {
      const { data } = await ask(person, ATTENTION, { first: 100, estateIds });
      return (data.attention as Item[]).filter((item) => item.reason === 'SILENT_ESTATE').map(said);
    };
    expect(await silent(cedar.staff['QUALITY_OFFICER'])).toEqual(['SILENT_ESTATE estate E02']);
    expect(await silent(cedar.staff['QUALITY_OFFICER'], [cedar.e01.id])).toEqual([]);
    expect(await silent(cedar.e01.staff['ESTATE_MANAGER'], [cedar.e02.id])).toEqual([]);
    expect(await silent(story.harbour.staff['QUALITY_OFFICER'], [cedar.e02.id])).toEqual([]);
  });

  test('head office asks once, over the estates that it names; other companies and estates stay out', async () => {
    const officer = story.harbour.staff['QUALITY_OFFICER'];
    const burning = async (person: StoryPerson | undefined, variables: object): Promise<Item[]> => {
      const { data, refusals } = await ask(person, ATTENTION, { ...variables });
      expect(refusals).toEqual([]);
      return data.attention as Item[];
    };
    const both = await burning(officer, { first: 100 });
    expect(
      both
        .filter((item) => item.reason === 'MAJOR_COMPLAINT')
        .map((item) => item.estate?.code)
        .sort(),
    ).toEqual(['E01', 'E02']);
    const one = await burning(officer, { estateIds: [story.harbour.e02.id], first: 100 });
    expect(one.length).toBeGreaterThan(6);
    expect(one.every((item) => item.estate?.code === 'E02')).toBe(true);
    const strangers = [story.cedar.e01.id, newId(), 'nonsense'];
    expect(await burning(officer, { estateIds: strangers })).toEqual([]);
    expect(await burning(story.harbour.e01.staff['FRONT_DESK'], { estateIds: [story.harbour.e02.id] })).toEqual([]);
    expect((await burning(officer, { first: 3 })).map(said)).toHaveLength(3);
  });

  test('what is asked wrongly is refused with its path, and residents and strangers have no queue', async () => {
    const manager = story.harbour.e01.staff['ESTATE_MANAGER'];
    for (const first of [0, 101])
      expect((await ask(manager, ATTENTION, { first })).facts).toMatchObject([
        { code: 'INVALID_INPUT', path: 'first' },
      ]);
    const estateIds = Array.from({ length: 1001 }, () => newId());
    expect((await ask(manager, ATTENTION, { estateIds })).facts).toMatchObject([
      { code: 'INVALID_INPUT', path: 'estateIds' },
    ]);
    for (const document of [QUEUE, COUNTS, ATTENTION]) {
      expect((await ask(story.harbour.e01.resident, document)).facts).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await ask(undefined, document)).facts).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    }
  });
});
