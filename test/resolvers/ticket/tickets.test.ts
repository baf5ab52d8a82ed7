import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const REPORT = `mutation ($input: ReportRepairInput!) {
  reportRepair(input: $input) { cursor repair { id number stage version urgency visits contactName } }
}`;
const PAGE = `query ($filter: TicketFilter, $orderBy: TicketOrder, $first: Int, $after: String) {
  tickets(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes {
      __typename id number kind phase version channel subject reportedAt contactName contactPhone
      unit { id code building { id code } } estate { id code } customer { id name phone }
      ... on RepairOrder { stage urgency visits technician { id displayName } }
    }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;
const TICKET = `query ($id: ID!) {
  ticket(id: $id) {
    id contactName contactPhone cancelReason customer { id name } unit { code }
    ... on RepairOrder { stage technician { displayName } forwardedAt acceptedAt startedAt completedAt }
    timeline(first: 3) {
      nodes { cursor type version occurredAt recordedAt actor { kind displayName staff { id } } ticket { id version } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
}`;

describe('tickets at the doors', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let e01: Story['harbour']['e01'];

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ask = await askThrough(house);
    e01 = story.harbour.e01;
  });
  afterAll(() => house.close());

  const step = async (person: StoryPerson | undefined, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = verb === 'cancelTicket' ? 'ticket { id version phase }' : 'repair { id version stage }';
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  const report = async (
    over: object = {},
    person: StoryPerson | undefined = e01.staff['FRONT_DESK'],
  ): Promise<string> => {
    const input = { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips', ...over };
    const { data, refusals } = await ask(person, REPORT, { input });
    expect(refusals).toEqual([]);
    return (data as { reportRepair: { repair: { id: string } } }).reportRepair.repair.id;
  };

  test('R-RPR-01 · a repair goes through its verbs, each answering the thing and the cursor of the change', async () => {
    const id = await report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
    const desk = e01.staff['FRONT_DESK'];
    const engineer = e01.staff['TECHNICIAN'];
    const cursors = new Set<string>();
    for (const [person, verb, stage] of [
      [desk, 'forwardRepair', 'FORWARDED'],
      [engineer, 'acceptRepair', 'ACCEPTED'],
      [engineer, 'startRepair', 'ON_SITE'],
      [engineer, 'completeRepair', 'COMPLETED'],
    ] as const) {
      const { data, refusals } = await step(person, verb, { ticketId: id });
      expect(refusals).toEqual([]);
      expect(data[verb].repair).toMatchObject({ id, stage });
      cursors.add(data[verb].cursor);
    }
    expect(cursors.size).toBe(4);
    const { data } = await ask(desk, TICKET, { id });
    expect(data.ticket).toMatchObject({ stage: 'COMPLETED', technician: { displayName: 'technician' } });
    expect(data.ticket.timeline).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    expect(data.ticket.timeline.nodes.map((node: { type: string }) => node.type)).toEqual([
      'ticket.REPAIR_REPORTED',
      'ticket.REPAIR_FORWARDED',
      'ticket.REPAIR_ACCEPTED',
    ]);
    expect(data.ticket.timeline.nodes[2]).toMatchObject({
      version: 3,
      actor: { kind: 'STAFF', displayName: 'technician', staff: { id: engineer?.subjectId } },
      ticket: { id, version: 5 },
    });
  });

  test('a page of 20 tickets with unit, building, estate, customer and technician is six statements, as is one of 2', async () => {
    const { superuser } = house.database;
    const far = story.cedar.e02;
    await superuser.query(
      `insert into ticket (company_id, id, estate_id, number, kind, phase, stage, urgency, version, unit_id, customer_id,
                           channel, subject, assignee_id, visits, reported_at)
       select $1, gen_random_uuid(), $2, 'N' || n, 'REPAIR', 'IN_PROGRESS', 'ACCEPTED', 'ORDINARY', 3,
              ($3::uuid[])[1 + n % 3], ($4::uuid[])[1 + n % 3], 'PHONE', 'row ' || n, $5, 0, now() - n * interval '1 hour'
         from generate_series(1, 25) as n`,
      [
        story.cedar.id,
        far.id,
        far.units.map((unit) => unit.id),
        [far.resident, far.former, far.next].map((person) => person.subjectId),
        far.staff['TECHNICIAN']?.subjectId,
      ],
    );
    const PLAIN = PAGE.replace('totalCount', '');
    for (const first of [2, 20]) {
      const { data, refusals, statements } = await ask(far.staff['FRONT_DESK'], PLAIN, { first });
      expect(refusals).toEqual([]);
      expect(data.tickets.nodes).toHaveLength(first);
      expect(data.tickets.nodes[0]).toMatchObject({
        __typename: 'RepairOrder',
        subject: 'row 1',
        unit: { code: '102', building: { code: 'B1' } },
        estate: { code: 'E02' },
        technician: { displayName: 'technician.e02' },
      });
      expect(statements).toBe(6);
    }
    const all = `query ($ids: [ID!]!) { ${[0, 1, 2]
      .map((i) => `t${i}: tickets(filter: { estateIds: $ids }, first: ${i + 1}) { nodes { id } }`)
      .join(' ')} }`;
    const { data } = await ask(far.staff['FRONT_DESK'], all, { ids: [far.id] });
    const ids = (data.t2.nodes as { id: string }[]).map((node) => node.id);
    const many = `{ ${ids.map((id, i) => `t${i}: ticket(id: "${id}") { id subject }`).join(' ')} }`;
    expect((await ask(far.staff['FRONT_DESK'], many)).statements).toBe(1);
  });

  test('pages follow one another without gap or repeat, in both orders, and count the whole list', async () => {
    const far = story.cedar.e02;
    const desk = far.staff['FRONT_DESK'];
    for (const orderBy of ['REPORTED_AT_DESC', 'REPORTED_AT_ASC']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { data }: Asked = await ask(desk, PAGE, { orderBy, first: 7, after });
        seen.push(...data.tickets.nodes.map((node: { subject: string }) => node.subject));
        expect(data.tickets.totalCount).toBe(25);
        after = data.tickets.pageInfo.hasNextPage ? (data.tickets.pageInfo.endCursor as string) : null;
      } while (after !== null);
      const rows = Array.from({ length: 25 }, (_, i) => `row ${i + 1}`);
      expect(seen).toEqual(orderBy === 'REPORTED_AT_DESC' ? rows : rows.reverse());
    }
  });

  test('each filter narrows, and ids that name nothing match nothing', async () => {
    const { e02 } = story.harbour;
    const desk = e02.staff['FRONT_DESK'];
    const one = await report(
      {
        estateId: e02.id,
        unitId: e02.units[0].id,
        customerId: e02.resident.subjectId,
        urgency: 'EMERGENCY',
        occurredAt: '2026-02-01T00:00:00Z',
      },
      desk,
    );
    const two = await report({ estateId: e02.id, occurredAt: '2026-02-02T00:00:00Z' }, desk);
    await step(desk, 'forwardRepair', { ticketId: two });
    await step(e02.staff['TECHNICIAN'], 'acceptRepair', { ticketId: two });
    const ids = async (filter: object): Promise<string[]> => {
      const { data, refusals } = await ask(desk, PAGE, { filter, orderBy: 'REPORTED_AT_ASC' });
      expect(refusals).toEqual([]);
      return (data.tickets.nodes as { id: string }[]).map((node) => node.id);
    };
    const { data } = await ask(desk, `query ($id: ID!) { ticket(id: $id) { number } }`, { id: two });
    expect(await ids({})).toEqual([one, two]);
    expect(await ids({ estateIds: [e02.id] })).toEqual([one, two]);
    expect(await ids({ kinds: ['REPAIR'] })).toEqual([one, two]);
    expect(await ids({ kinds: ['COMPLAINT'] })).toEqual([]);
    expect(await ids({ kinds: [] })).toEqual([]);
    expect(await ids({ phases: ['OPEN'] })).toEqual([one]);
    expect(await ids({ stages: ['ACCEPTED', 'ON_SITE'] })).toEqual([two]);
    expect(await ids({ unitId: e02.units[0].id })).toEqual([one]);
    expect(await ids({ customerId: e02.resident.subjectId })).toEqual([one]);
    expect(await ids({ assigneeId: e02.staff['TECHNICIAN']?.subjectId })).toEqual([two]);
    expect(await ids({ urgency: 'EMERGENCY' })).toEqual([one]);
    expect(await ids({ number: data.ticket.number })).toEqual([two]);
    expect(await ids({ reportedFrom: '2026-02-02T00:00:00Z' })).toEqual([two]);
    expect(await ids({ reportedTo: '2026-02-02T00:00:00Z' })).toEqual([one]);
    for (const strange of ['nonsense', newId(), e01.id, story.cedar.e02.id])
      for (const filter of [
        { estateIds: [strange] },
        { unitId: strange },
        { customerId: strange },
        { assigneeId: strange },
      ])
        expect(await ids(filter)).toEqual([]);
  });

  test('R-ORG-78 · a contact is masked for those without customer.unmask, whole for the estate', async () => {
    const id = await report({ contactName: '张三丰', contactPhone: '13812345678' });
    const contact = async (person: StoryPerson | undefined): Promise<unknown> => {
      const { data } = await ask(person, TICKET, { id });
      return [data.ticket.contactName, data.ticket.contactPhone];
    };
    expect(await contact(e01.staff['STEWARD'])).toEqual(['张三丰', '13812345678']);
    expect(await contact(story.harbour.staff['QUALITY_OFFICER'])).toEqual(['张*', '138****5678']);
    expect(await contact(e01.staff['SECURITY'])).toEqual(['张*', '138****5678']);
  });

  test('D-30 · a resident sees the own ticket without the staff, and what is meant for customers', async () => {
    const id = await report({ unitId: e01.units[0].id, customerId: e01.resident.subjectId });
    await step(e01.staff['FRONT_DESK'], 'forwardRepair', { ticketId: id });
    await step(e01.staff['TECHNICIAN'], 'acceptRepair', { ticketId: id });
    const { data, refusals } = await ask(e01.resident, TICKET, { id });
    expect(refusals).toEqual([]);
    expect(data.ticket).toMatchObject({
      stage: 'ACCEPTED',
      technician: null,
      customer: { id: e01.resident.subjectId },
      unit: { code: '101' },
    });
    expect(data.ticket.timeline.nodes.map((node: { actor: unknown }) => node.actor)).toEqual(
      [1, 2, 3].map(() => ({ kind: 'STAFF', displayName: null, staff: null })),
    );
    const list = await ask(e01.resident, PAGE);
    expect(list.data.tickets.nodes.map((node: { id: string }) => node.id)).toContain(id);
    expect((await ask(e01.next, PAGE)).data.tickets.nodes).toEqual([]);
  });

  test('D-30 · why a ticket was cancelled is for staff', async () => {
    const id = await report({ unitId: e01.units[0].id, channel: 'APP' }, e01.resident);
    const { data, refusals } = await step(e01.staff['FRONT_DESK'], 'cancelTicket', {
      ticketId: id,
      reason: 'a double',
    });
    expect(refusals).toEqual([]);
    expect(data.cancelTicket.ticket).toMatchObject({ id, version: 2, phase: 'CANCELLED' });
    expect((await ask(e01.staff['STEWARD'], TICKET, { id })).data.ticket.cancelReason).toBe('a double');
    expect((await ask(e01.resident, TICKET, { id })).data.ticket.cancelReason).toBeNull();
  });

  test('an unknown, foreign or malformed id is null and NOT_FOUND; a missing action is FORBIDDEN; nobody is UNAUTHENTICATED', async () => {
    const id = await report();
    for (const [person, wanted] of [
      [e01.staff['FRONT_DESK'], newId()],
      [e01.staff['FRONT_DESK'], 'nonsense'],
      [story.harbour.e02.staff['FRONT_DESK'], id],
      [story.cedar.e01.staff['FRONT_DESK'], id],
      [story.cedar.staff['QUALITY_OFFICER'], id],
      [e01.resident, id],
    ] as const)
      expect(await ask(person, TICKET, { id: wanted })).toMatchObject({
        data: { ticket: null },
        facts: [{ code: 'NOT_FOUND', what: 'ticket' }],
      });
    expect((await ask(e01.staff['CASHIER'], TICKET, { id })).facts).toEqual([
      { code: 'FORBIDDEN', action: 'ticket.read' },
    ]);
    expect((await ask(undefined, TICKET, { id })).facts).toEqual([{ code: 'UNAUTHENTICATED' }]);
  });

  test('one refused command does not erase the verdicts of its siblings', async () => {
    const id = await report();
    const { data, facts } = await ask(
      e01.staff['FRONT_DESK'],
      `mutation ($id: ID!) {
        a: forwardRepair(input: { ticketId: $id }) { repair { stage } }
        b: forwardRepair(input: { ticketId: $id }) { repair { stage } }
        c: cancelTicket(input: { ticketId: $id, reason: "called off" }) { ticket { phase } }
      }`,
      { id },
    );
    expect(data).toEqual({ a: { repair: { stage: 'FORWARDED' } }, b: null, c: { ticket: { phase: 'CANCELLED' } } });
    expect(facts).toEqual([
      {
        code: 'RULE_REFUSED',
        rule: 'R-RPR-05',
        stage: 'FORWARDED',
        verb: 'forward',
        allowed: expect.arrayContaining(['accept', 'cancel', 'decline', 'regrade']),
      },
    ]);
  });
});
