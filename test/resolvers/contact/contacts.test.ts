import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ticketContacts } from '../../../src/jobs/contact/ticket-contacts.js';
import { ReactionWorker } from '../../../src/jobs/reaction/reaction-worker.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOW = new Date('2026-11-24T06:00:00Z');
const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();

const CONTACT = `id number channel stage version receivedAt receivedBy { id } callerName callerPhone room unit { code } customer { id }
  intent content feedback settledAt ticket { id } department { id } escalatedTo { id } escalatedAt`;
const RECORD = `mutation ($input: RecordContactInput!) { recordContact(input: $input) { cursor contact { ${CONTACT} } } }`;
const READ = `query ($id: ID!) { contact(id: $id) { ${CONTACT} } }`;
const LIST = `query ($filter: ContactFilter, $first: Int, $after: String) { contacts(filter: $filter, first: $first, after: $after) { nodes { ${CONTACT} } pageInfo { endCursor hasNextPage } } }`;
const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id number contacts { ${CONTACT} } } } }`;
const LODGE = `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id handling { contacts } contacts { id stage } } } }`;

describe('the contact log', () => {
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let ask: Ask;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => NOW } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
    const through = await askThrough(house);
    ask = async (...asked) => JSON.parse(JSON.stringify(await through(...asked))) as Asked;
  });
  afterAll(() => house.close());

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const desk = (): StoryPerson => staff('FRONT_DESK');
  const record = (over: object = {}, person = desk()): Promise<Asked> =>
    ask(person, RECORD, {
      input: {
        estateId: e01.id,
        channel: 'PHONE',
        callerName: '王',
        callerPhone: '021-6555 0101',
        intent: 'asks',
        ...over,
      },
    });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const recorded = async (over: object = {}): Promise<any> => {
    const { data, refusals } = await record(over);
    expect(refusals).toEqual([]);
    return data.recordContact.contact;
  };
  const act = (person: StoryPerson, verb: string, contactId: string, over: object = {}): Promise<Asked> => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor contact { ${CONTACT} } } }`, {
      input: { contactId, ...over },
    });
  };
  const repair = async (over: object = {}, person = desk()): Promise<Asked> =>
    ask(person, REPORT, {
      input: { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap drips', ...over },
    });
  const found = async (filter: object, person = desk()): Promise<string[]> => {
    const { data, refusals } = await ask(person, LIST, { filter, first: 100 });
    expect(refusals).toEqual([]);
    return (data.contacts.nodes as { id: string }[]).map(({ id }) => id);
  };

  test('R-REC-01, R-REC-07, R-REC-10, R-DSP-10, D-17 · a call is written down with who, where, what for, by whom and when', async () => {
    const contact = await recorded({
      unitId: e01.units[0].id,
      customerId: e01.resident.subjectId,
      content: 'water card',
      occurredAt: minutesAgo(5),
    });
    expect(contact).toMatchObject({
      number: expect.stringMatching(/^E01-L26-\d{5}$/),
      channel: 'PHONE',
      stage: 'LOGGED',
      version: 1,
      receivedAt: minutesAgo(5),
      receivedBy: { id: desk().subjectId },
      callerName: '王',
      callerPhone: '021-6555 0101',
      room: '101',
      unit: { code: '101' },
      customer: { id: e01.resident.subjectId },
      intent: 'asks',
      content: 'water card',
      feedback: null,
      settledAt: null,
      ticket: null,
    });
    expect((await record({ channel: 'PATROL' })).refusals).toEqual(['INVALID_INPUT recordContact']);
    expect((await record({ unitId: story.harbour.e02.units[0].id })).refusals).toEqual(['NOT_FOUND recordContact']);
    expect((await record({ occurredAt: minutesAgo(-10) })).refusals).toEqual(['INVALID_INPUT recordContact']);
  });

  test('R-REC-11, R-REC-17 · the desk answers within its own authority, at once or a moment later', async () => {
    expect(await recorded({ answer: '2.80 a square metre' })).toMatchObject({
      stage: 'ANSWERED',
      feedback: '2.80 a square metre',
      settledAt: NOW.toISOString(),
    });
    const { id } = await recorded();
    const answered = await act(desk(), 'answerContact', id, { feedback: 'until six', expectedVersion: 1 });
    expect(answered.data.answerContact.contact).toMatchObject({ stage: 'ANSWERED', version: 2, feedback: 'until six' });
    expect((await act(desk(), 'closeContact', id, { feedback: 'again' })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-DSP-04', stage: 'ANSWERED', allowed: [] }),
    ]);
    expect((await act(desk(), 'answerContact', id, { feedback: 'again', expectedVersion: 1 })).facts).toEqual([
      expect.objectContaining({ code: 'CONFLICT', currentVersion: 2 }),
    ]);
  });

  test('R-REC-12, R-DSP-09, R-DSP-11, D-11 · whom the desk cannot calm the superior is told of, or the department; the customer then hears', async () => {
    const { id } = await recorded();
    const up = await act(desk(), 'escalateContact', id);
    expect(up.data.escalateContact.contact).toMatchObject({
      stage: 'ESCALATED',
      department: null,
      escalatedTo: { id: staff('SERVICE_MANAGER').subjectId },
      escalatedAt: NOW.toISOString(),
    });
    await staffAreTold(house, story.harbour.id);
    const told = await ask(
      staff('SERVICE_MANAGER'),
      '{ notifications { nodes { kind contact { id } words(language: EN) { title body } } } }',
    );
    expect(told.data.notifications.nodes).toEqual([
      {
        kind: 'CONTACT_ESCALATED',
        contact: { id },
        words: { title: 'Contact escalated', body: expect.stringContaining('E01-L26-') },
      },
    ]);
    const made = await ask(
      staff('ESTATE_MANAGER'),
      `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }`,
      { input: { estateId: e01.id, code: 'ENV', name: 'environment', headId: staff('CLEANING_HEAD').subjectId } },
    );
    const departmentId = made.data.createDepartment.department.id as string;
    const across = await act(desk(), 'escalateContact', id, { departmentId });
    expect(across.data.escalateContact.contact).toMatchObject({
      department: { id: departmentId },
      escalatedTo: { id: staff('CLEANING_HEAD').subjectId },
    });
    const closed = await act(desk(), 'closeContact', id, { feedback: 'swept this morning' });
    expect(closed.data.closeContact.contact).toMatchObject({ stage: 'CLOSED', feedback: 'swept this morning' });
    const { id: own } = await recorded({});
    const manager = await act(staff('SERVICE_MANAGER'), 'escalateContact', own);
    expect(manager.data.escalateContact.contact.escalatedTo).toEqual({ id: staff('ESTATE_MANAGER').subjectId });
  });

  test('R-RPR-03, R-REC-08, R-REC-24 · a repair that staff take from a customer writes its entry by itself', async () => {
    const { data } = await repair({
      unitId: e01.units[1].id,
      customerId: e01.next.subjectId,
      contactName: '李四',
      contactPhone: '13700001111',
      description: 'since noon',
      occurredAt: minutesAgo(30),
    });
    expect(data.reportRepair.repair.contacts).toEqual([
      expect.objectContaining({
        number: expect.stringMatching(/^E01-L26-\d{5}$/),
        stage: 'ROUTED',
        channel: 'PHONE',
        receivedAt: minutesAgo(30),
        receivedBy: { id: desk().subjectId },
        callerName: '李四',
        callerPhone: '13700001111',
        room: '102',
        customer: { id: e01.next.subjectId },
        intent: 'tap drips',
        content: 'since noon',
        ticket: { id: data.reportRepair.repair.id },
      }),
    ]);
  });

  test('R-REC-19 · patrols, what staff saw themselves and the app of residents are no contacts', async () => {
    const none = async (over: object, person = desk()): Promise<unknown> =>
      (await repair(over, person)).data.reportRepair.repair.contacts;
    expect(await none({ channel: 'PATROL', contactName: '李四' })).toEqual([]);
    expect(await none({ channel: 'STAFF' }, staff('TECHNICIAN'))).toEqual([]);
    expect(await none({ channel: 'STAFF', contactName: '李四' }, staff('TECHNICIAN'))).toHaveLength(1);
    const own = await repair({ channel: 'APP', unitId: e01.units[0].id }, e01.resident);
    expect(own.data.reportRepair.repair.contacts).toBeNull();
    const { rows } = await house.database.superuser.query('select 1 from contact where ticket_id = $1', [
      own.data.reportRepair.repair.id,
    ]);
    expect(rows).toEqual([]);
  });

  test('R-REC-08 · an entry that was written first is the one of the ticket that came of it', async () => {
    const { id } = await recorded();
    const { data } = await repair({ contactId: id });
    expect(data.reportRepair.repair.contacts).toEqual([expect.objectContaining({ id, stage: 'ROUTED', version: 2 })]);
    expect((await repair({ contactId: id })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-REC-08', stage: 'ROUTED' }),
    ]);
    const elsewhere = await ask(story.harbour.e02.staff['FRONT_DESK'], REPORT, {
      input: { estateId: story.harbour.e02.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'x', contactId: id },
    });
    expect(elsewhere.refusals).toEqual(['NOT_FOUND reportRepair']);
    const { id: fresh } = await recorded();
    expect((await repair({ contactId: fresh }, staff('TECHNICIAN'))).facts).toEqual([
      { code: 'FORBIDDEN', action: 'contact.handle' },
    ]);
  });

  test('R-REC-09, R-CMP-14, D-02 · who asks again about a complaint counts on it', async () => {
    const lodge = { estateId: e01.id, channel: 'VISIT', subject: 'dirty stairs', contactName: '王' };
    const made = await ask(desk(), LODGE, { input: { ...lodge, companyAtFault: true } });
    const ticketId = made.data.lodgeComplaint.complaint.id as string;
    const { id } = await recorded();
    const routed = await act(desk(), 'routeContact', id, { ticketId });
    expect(routed.data.routeContact.contact).toMatchObject({ stage: 'ROUTED', ticket: { id: ticketId } });
    expect(await recorded({ ticketId })).toMatchObject({ stage: 'ROUTED', ticket: { id: ticketId } });
    const complaint = await ask(
      desk(),
      `query ($id: ID!) { ticket(id: $id) { version contacts { stage } timeline { nodes { type } } ... on Complaint { handling { contacts majorProposed } } } }`,
      { id: ticketId },
    );
    expect(complaint.data.ticket).toMatchObject({
      version: 3,
      contacts: [{ stage: 'ROUTED' }, { stage: 'ROUTED' }, { stage: 'ROUTED' }],
      handling: { contacts: 3, majorProposed: true },
    });
    expect(complaint.data.ticket.timeline.nodes.at(-1)).toEqual({ type: 'ticket.CONTACTED' });
  });

  test('D-16 · whom a complaint is about reads neither who came nor what was said', async () => {
    const steward = staff('STEWARD');
    const lodge = {
      estateId: e01.id,
      channel: 'PHONE',
      subject: 'rude',
      contactName: '王',
      againstStaffId: steward.subjectId,
    };
    const made = await ask(desk(), LODGE, { input: lodge });
    const [{ id }] = made.data.lodgeComplaint.complaint.contacts as [{ id: string }];
    expect((await ask(desk(), READ, { id })).data.contact.callerName).toBe('王');
    expect((await ask(steward, READ, { id })).refusals).toEqual(['NOT_FOUND contact']);
    expect(await found({}, steward)).not.toContain(id);
    expect(await found({ ticketId: made.data.lodgeComplaint.complaint.id })).toEqual([id]);
  });

  test('R-DSP-04 · the entries of a ticket close when it ends, and no entry is routed to one that has ended', async () => {
    const reactions = new ReactionWorker(house, [ticketContacts], rhythmEar());
    await reactions.follow(story.harbour.id);
    const { data } = await repair({ contactName: '王' });
    const { id: ticketId, contacts } = data.reportRepair.repair as { id: string; contacts: [{ id: string }] };
    const done = await ask(desk(), `mutation ($input: CancelTicketInput!) { cancelTicket(input: $input) { cursor } }`, {
      input: { ticketId, reason: 'taken back' },
    });
    expect(done.refusals).toEqual([]);
    await reactions.follow(story.harbour.id);
    await reactions.stop();
    const closed = await ask(desk(), READ, { id: contacts[0].id });
    expect(closed.data.contact).toMatchObject({ stage: 'CLOSED', settledAt: NOW.toISOString(), version: 2 });
    const { id } = await recorded();
    expect((await act(desk(), 'routeContact', id, { ticketId })).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-DSP-04', stage: 'CANCELLED' }),
    ]);
    expect(await recorded({ ticketId, answer: 'it was called off' })).toMatchObject({ stage: 'ANSWERED' });
  });

  test('R-REC-01 · the log is found by telephone, name, room, period, channel, stage, receiver and number', async () => {
    const one = await recorded({
      callerName: '欧阳修',
      callerPhone: '+86 158-7777 4321',
      room: 'gate house',
      channel: 'LETTER',
      occurredAt: minutesAgo(600),
    });
    for (const filter of [
      { phone: '15877774321' },
      { phone: '86 158 7777 4321' },
      { phone: '4321' },
      { namePrefix: '欧阳' },
      { room: 'gate house' },
      { channels: ['LETTER'], receivedById: desk().subjectId },
      { receivedFrom: minutesAgo(600), receivedBefore: minutesAgo(599) },
      { number: one.number as string },
    ])
      expect([filter, await found(filter)]).toEqual([filter, [one.id]]);
    expect(await found({ phone: '3210' })).toEqual([]);
    expect(await found({ namePrefix: '阳' })).toEqual([]);
    expect(await found({ stages: ['ROUTED'], number: one.number as string })).toEqual([]);
    expect((await ask(desk(), LIST, { filter: { phone: '021' } })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'filter.phone' }),
    ]);
    const first = await ask(desk(), LIST, { first: 2 });
    const second = await ask(desk(), LIST, { first: 2, after: first.data.contacts.pageInfo.endCursor });
    const ids = [...first.data.contacts.nodes, ...second.data.contacts.nodes].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  test('R-ORG-78 · head office reads the log masked and searches it by no name and no telephone', async () => {
    const { id } = await recorded({ callerPhone: '15866665678' });
    const quality = story.harbour.staff['QUALITY_OFFICER']!;
    expect((await ask(quality, READ, { id })).data.contact).toMatchObject({
      callerName: '*',
      callerPhone: '158****5678',
    });
    expect((await ask(quality, LIST, { filter: { phone: '5678' } })).facts).toEqual([
      expect.objectContaining({ code: 'FORBIDDEN', action: 'customer.unmask' }),
    ]);
    expect(await found({ stages: ['LOGGED'] }, quality)).toContain(id);
  });

  test('R-REC-19, R-ORG-77, R-ORG-78 · who writes into it, who reads it, and nobody of elsewhere', async () => {
    const guard = await record({ channel: 'STAFF' }, staff('SECURITY'));
    expect([guard.refusals, guard.data.recordContact.contact]).toEqual([[], null]);
    expect((await record({}, staff('CASHIER'))).refusals).toEqual(['FORBIDDEN recordContact']);
    expect((await record({}, story.harbour.e02.staff['FRONT_DESK'])).refusals).toEqual(['NOT_FOUND recordContact']);
    expect((await record({}, story.cedar.e01.staff['FRONT_DESK'])).refusals).toEqual(['NOT_FOUND recordContact']);
    expect((await record({}, e01.resident)).refusals).toEqual(['FORBIDDEN recordContact']);
    const { id } = await recorded();
    for (const person of [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!]) {
      expect((await ask(person, READ, { id })).refusals).toEqual(['NOT_FOUND contact']);
      expect((await act(person, 'answerContact', id, { feedback: 'x' })).refusals).toEqual(['NOT_FOUND answerContact']);
    }
    expect((await ask(staff('CASHIER'), READ, { id })).refusals).toEqual(['FORBIDDEN contact']);
  });

  test('a page of the log with everything that it shows costs a few statements, whatever its length', async () => {
    const { statements } = await ask(desk(), LIST, { first: 20 });
    expect(statements).toBeLessThanOrEqual(8);
  });
});
