import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { policyOf } from '../../../src/domain/policy/policies.js';
import { newId } from '../../../src/entities/new-id.js';
import { rebuildMetrics } from '../../../src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const NOW = new Date('2026-11-24T06:00:00Z');
const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const IN_AN_HOUR = minutesAgo(-60);

const COMPLAINT = `id number kind phase version stage class nextReplyDueAt reopenings reportedAt closedAt
  department { id } unit { code } customer { id } contactName contactPhone
  handling { classAtReceipt classSetAt companyAtFault ground contacts majorProposed about rectifiedAt departmentReportedAt
             firstReplyAt repliedAt replyMode substantiated judgedAt }`;
const LODGE = `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { cursor complaint { ${COMPLAINT} } } }`;
const READ = `query ($id: ID!) { ticket(id: $id) { ... on Complaint { ${COMPLAINT} notes { nodes { kind visibility text author { kind } } } timeline { nodes { type } } } } }`;

/** The verbs on a complaint, with an input that fits, and whether the payload is the complaint's own. */
const VERBS = {
  rectifyComplaint: { measure: 'the stairs were swept' },
  reportRectification: {},
  replyToComplaint: { final: true, mode: 'TELEPHONE', text: 'it is clean again' },
  promiseReply: { nextReplyDueAt: IN_AN_HOUR },
  reclassifyComplaint: { class: 'IMPORTANT', reason: 'we forgot it' },
  judgeComplaint: { substantiated: true, reason: 'the stairs were dirty' },
  assignTicket: {},
  declineTicket: { explanation: 'the street is the town’s' },
  closeTicket: {},
  reopenTicket: { reason: 'dirty again' },
  cancelTicket: { reason: 'taken back' },
  addTicketNote: { text: 'seen', visibility: 'INTERNAL' },
} as const;
type Verb = keyof typeof VERBS;
const OF_TICKETS = new Set<Verb>([
  'assignTicket',
  'declineTicket',
  'closeTicket',
  'reopenTicket',
  'cancelTicket',
  'addTicketNote',
]);

describe('complaints', () => {
  let house: TestHouse;
  let story: Story;
  let e01: Story['harbour']['e01'];
  let ask: Ask;
  let departmentId: string;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => NOW } });
    story = await tellStory(house.database);
    e01 = story.harbour.e01;
    ask = await askThrough(house);
    const made = await ask(
      staff('ESTATE_MANAGER'),
      `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }`,
      { input: { estateId: e01.id, code: 'ENVIRONMENT', name: 'environment' } },
    );
    departmentId = made.data.createDepartment.department.id;
  });
  afterAll(() => house.close());

  const staff = (role: string): StoryPerson => e01.staff[role]!;
  const lodge = async (over: object = {}, person = staff('FRONT_DESK')): Promise<Asked> =>
    ask(person, LODGE, {
      input: {
        estateId: e01.id,
        unitId: e01.units[0].id,
        customerId: e01.resident.subjectId,
        channel: 'PHONE',
        subject: 'the stairs are dirty',
        occurredAt: minutesAgo(120),
        ...over,
      },
    });
  const lodged = async (over: object = {}): Promise<string> => {
    const { data, refusals } = await lodge(over);
    expect(refusals).toEqual([]);
    return data.lodgeComplaint.complaint.id as string;
  };
  const act = (person: StoryPerson, verb: Verb, ticketId: string, over: object = {}): Promise<Asked> => {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const shown = OF_TICKETS.has(verb) ? 'ticket { id ... on Complaint { stage } }' : `complaint { ${COMPLAINT} }`;
    const given = verb === 'assignTicket' ? { departmentId } : VERBS[verb];
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${shown} } }`, {
      input: { ticketId, ...given, ...over },
    });
  };
  const done = async (person: StoryPerson, verb: Verb, ticketId: string, over: object = {}): Promise<void> => {
    expect((await act(person, verb, ticketId, over)).refusals).toEqual([]);
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const read = async (id: string, person = staff('SERVICE_MANAGER')): Promise<any> =>
    JSON.parse(JSON.stringify((await ask(person, READ, { id })).data.ticket));

  const figure = async (metric: string): Promise<{ readonly numerator: number; readonly denominator: number }> => {
    const { data } = await ask(
      staff('SERVICE_MANAGER'),
      `{ portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, metrics: [${metric}]) { metrics { numerator denominator } } }`,
    );
    const { numerator, denominator } = data.portfolioScorecard.metrics[0];
    return { numerator: Number(numerator), denominator: Number(denominator) };
  };

  test('R-CMP-01, R-CMP-02, R-CMP-04, R-CMP-06, R-CMP-10, R-CMP-18, R-CMP-20, R-CMP-25, R-CMP-26 · goes from receipt to filing, each step with its instant, note and event', async () => {
    const id = await lodged();
    await done(staff('FRONT_DESK'), 'assignTicket', id, { occurredAt: minutesAgo(110) });
    await done(staff('CLEANING_HEAD'), 'rectifyComplaint', id, { occurredAt: minutesAgo(60) });
    await done(staff('CLEANING_HEAD'), 'reportRectification', id, { occurredAt: minutesAgo(45) });
    await done(staff('FRONT_DESK'), 'replyToComplaint', id, { occurredAt: minutesAgo(30) });
    await done(staff('SERVICE_MANAGER'), 'judgeComplaint', id, { occurredAt: minutesAgo(20) });
    await done(staff('SERVICE_MANAGER'), 'closeTicket', id);
    expect(await read(id)).toMatchObject({
      number: expect.stringMatching(/^E01-C26-\d{5}$/),
      kind: 'COMPLAINT',
      class: 'GENERAL',
      stage: 'CLOSED',
      phase: 'CLOSED',
      version: 7,
      department: { id: departmentId },
      closedAt: NOW.toISOString(),
      handling: {
        classAtReceipt: 'GENERAL',
        rectifiedAt: minutesAgo(60),
        departmentReportedAt: minutesAgo(45),
        firstReplyAt: minutesAgo(30),
        repliedAt: minutesAgo(30),
        replyMode: 'TELEPHONE',
        substantiated: true,
        judgedAt: minutesAgo(20),
      },
      notes: {
        nodes: [
          { kind: 'RECTIFICATION', visibility: 'INTERNAL', text: 'the stairs were swept', author: { kind: 'STAFF' } },
          { kind: 'FINAL_REPLY', visibility: 'CUSTOMER', text: 'it is clean again', author: { kind: 'STAFF' } },
          { kind: 'DECISION', visibility: 'INTERNAL', text: 'the stairs were dirty', author: { kind: 'STAFF' } },
        ],
      },
      timeline: {
        nodes: [
          'COMPLAINT_LODGED',
          'ASSIGNED',
          'COMPLAINT_RECTIFIED',
          'COMPLAINT_DEPARTMENT_REPORTED',
          'COMPLAINT_REPLIED',
          'COMPLAINT_JUDGED',
          'COMPLAINT_CLOSED',
        ].map((type) => ({ type: `ticket.${type}` })),
      },
    });
  });

  test('R-CMP-36, R-CMP-05, R-CMP-12, R-CMP-13, R-CMP-14 · its class follows from the facts', async () => {
    const classOf = async (over: object): Promise<string> =>
      (await lodge(over)).data.lodgeComplaint.complaint.class as string;
    expect(await classOf({})).toBe('GENERAL');
    expect(await classOf({ companyAtFault: true })).toBe('IMPORTANT');
    expect(await classOf({ ground: 'SERIOUS_LOSS_OR_INJURY' })).toBe('MAJOR');
    expect(await classOf({ companyAtFault: true, contacts: 3, ground: 'PROMISE_BROKEN_REPEATEDLY' })).toBe('MAJOR');
  });

  test('D-02 · after three contacts about a mistake of ours the house proposes major, and a person confirms', async () => {
    const proposed = async (over: object): Promise<boolean> =>
      (await lodge(over)).data.lodgeComplaint.complaint.handling.majorProposed as boolean;
    expect(await proposed({ companyAtFault: true, contacts: 2 })).toBe(false);
    expect(await proposed({ contacts: 3 })).toBe(false);
    const id = await lodged({ companyAtFault: true, contacts: 3 });
    expect((await read(id)).handling.majorProposed).toBe(true);
    const major = { class: 'MAJOR', ground: 'PROMISE_BROKEN_REPEATEDLY' };
    await done(staff('SERVICE_MANAGER'), 'reclassifyComplaint', id, major);
    expect(await read(id)).toMatchObject({ class: 'MAJOR', handling: { majorProposed: false } });
  });

  test('D-02 · a broken promise needs fault and three contacts, and nobody claims the month', async () => {
    for (const over of [
      { companyAtFault: true, contacts: 2, ground: 'PROMISE_BROKEN_REPEATEDLY' },
      { contacts: 3, ground: 'PROMISE_BROKEN_REPEATEDLY' },
      { ground: 'UNSOLVED_FOR_A_MONTH' },
    ])
      expect((await lodge(over)).facts).toEqual([expect.objectContaining({ code: 'RULE_REFUSED', rule: 'D-02' })]);
  });

  test('D-01, R-CMP-07, R-CMP-13, R-CMP-17, R-CMP-24 · an interim reply leaves the stage, is feedback, and fixes when the customer hears next', async () => {
    const id = await lodged();
    const interim = { final: false, text: 'we look into it', occurredAt: minutesAgo(100) };
    await done(staff('FRONT_DESK'), 'replyToComplaint', id, { ...interim, nextReplyDueAt: IN_AN_HOUR });
    expect(await read(id)).toMatchObject({
      stage: 'RECORDED',
      nextReplyDueAt: IN_AN_HOUR,
      handling: { firstReplyAt: minutesAgo(100), repliedAt: null },
    });
    await done(staff('FRONT_DESK'), 'promiseReply', id, { nextReplyDueAt: minutesAgo(-90) });
    await done(staff('FRONT_DESK'), 'replyToComplaint', id);
    expect(await read(id)).toMatchObject({
      stage: 'REPLIED',
      nextReplyDueAt: null,
      handling: { firstReplyAt: minutesAgo(100), repliedAt: NOW.toISOString() },
    });
    expect((await act(staff('FRONT_DESK'), 'promiseReply', id, { nextReplyDueAt: minutesAgo(1) })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.nextReplyDueAt' }),
    ]);
  });

  test('R-CMP-14, D-27 · another class has its reason, its ground and its start; the same one is refused', async () => {
    const id = await lodged();
    const manager = staff('SERVICE_MANAGER');
    const major = { class: 'MAJOR', ground: 'SERIOUS_LOSS_OR_INJURY', occurredAt: minutesAgo(90) };
    expect((await act(manager, 'reclassifyComplaint', id, { class: 'MAJOR' })).facts).toEqual([
      expect.objectContaining({ code: 'INVALID_INPUT', path: 'input.ground' }),
    ]);
    await done(manager, 'reclassifyComplaint', id, major);
    expect(await read(id)).toMatchObject({
      class: 'MAJOR',
      handling: { classAtReceipt: 'GENERAL', classSetAt: minutesAgo(90), ground: 'SERIOUS_LOSS_OR_INJURY' },
    });
    expect((await act(manager, 'reclassifyComplaint', id, major)).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-CMP-14', class: 'MAJOR' }),
    ]);
    await done(manager, 'reclassifyComplaint', id, { class: 'GENERAL', reason: 'nobody was hurt' });
    expect((await read(id)).timeline.nodes.slice(1)).toEqual([
      { type: 'ticket.COMPLAINT_RAISED' },
      { type: 'ticket.COMPLAINT_LOWERED' },
    ]);
  });

  test('R-CMP-15 · a complaint in writing is answered in writing before it is closed', async () => {
    const id = await lodged({ channel: 'LETTER' });
    await done(staff('FRONT_DESK'), 'replyToComplaint', id);
    const refused = await act(staff('SERVICE_MANAGER'), 'closeTicket', id);
    expect(refused.facts).toEqual([expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-CMP-15' })]);
    await done(staff('FRONT_DESK'), 'reopenTicket', id);
    await done(staff('FRONT_DESK'), 'replyToComplaint', id, { mode: 'IN_WRITING' });
    await done(staff('SERVICE_MANAGER'), 'closeTicket', id);
  });

  test('R-CBK-04 · an important complaint is closed after its callback, or with the reason why there was none', async () => {
    const id = await lodged({ companyAtFault: true });
    await done(staff('FRONT_DESK'), 'replyToComplaint', id);
    const refused = await act(staff('SERVICE_MANAGER'), 'closeTicket', id);
    expect(refused.facts).toEqual([
      expect.objectContaining({ rule: 'R-CBK-04', mode: 'FACE_TO_FACE', by: ['STEWARD', 'SERVICE_MANAGER'] }),
    ]);
    expect((await read(id)).stage).toBe('REPLIED');
    await done(staff('SERVICE_MANAGER'), 'closeTicket', id, { withoutCallback: 'wants no visit' });
    expect((await read(id)).notes.nodes.at(-1)).toMatchObject({ kind: 'DECISION', text: 'wants no visit' });
  });

  test('R-DSP-12 · what is not ours is explained to the customer and ended', async () => {
    const id = await lodged();
    await done(staff('FRONT_DESK'), 'declineTicket', id);
    expect(await read(id, e01.resident)).toMatchObject({
      stage: 'EXPLAINED',
      phase: 'CLOSED',
      notes: { nodes: [{ kind: 'FINAL_REPLY', text: 'the street is the town’s' }] },
    });
  });

  test('D-16 · a complaint about the service department is decided above it, one about the manager at head office', async () => {
    const own = await lodged({ about: 'SERVICE_DEPARTMENT' });
    const above = await lodged({ about: 'ESTATE_MANAGER' });
    const judged = async (person: StoryPerson, id: string): Promise<unknown> =>
      (await act(person, 'judgeComplaint', id)).facts[0]?.['rule'] ?? 'done';
    expect(await judged(staff('SERVICE_MANAGER'), own)).toBe('D-16');
    expect(await judged(staff('ESTATE_MANAGER'), own)).toBe('done');
    expect(await judged(staff('ESTATE_MANAGER'), above)).toBe('D-16');
    expect(await judged(story.harbour.staff['QUALITY_OFFICER']!, above)).toBe('done');
  });

  test('D-16 · whoever it is about neither handles it nor learns whose it is', async () => {
    const manager = staff('SERVICE_MANAGER');
    const id = await lodged({ againstStaffId: manager.subjectId, contactName: '张三丰', contactPhone: '13812345678' });
    const shown = { unit: { code: '101' }, customer: { id: e01.resident.subjectId }, contactName: '张三丰' };
    expect(await read(id, staff('FRONT_DESK'))).toMatchObject(shown);
    expect(await read(id, manager)).toMatchObject({
      unit: null,
      customer: null,
      contactName: null,
      contactPhone: null,
    });
    const found = async (person: StoryPerson): Promise<boolean> => {
      const list = 'query ($filter: TicketFilter) { tickets(filter: $filter, first: 100) { nodes { id } } }';
      const { data } = await ask(person, list, { filter: { customerId: e01.resident.subjectId } });
      return (data.tickets.nodes as { id: string }[]).some((node) => node.id === id);
    };
    expect([await found(staff('FRONT_DESK')), await found(manager)]).toEqual([true, false]);
    for (const verb of [
      'rectifyComplaint',
      'replyToComplaint',
      'judgeComplaint',
      'assignTicket',
      'cancelTicket',
    ] as const)
      expect((await act(manager, verb, id)).facts).toEqual([expect.objectContaining({ rule: 'D-16' })]);
  });

  test('D-30 · a resident complains for the own unit, sees what is said to customers, and reopens what is not good', async () => {
    const mine = { customerId: null, channel: 'APP' };
    const { data, refusals } = await lodge({ ...mine, companyAtFault: true, about: 'ESTATE_MANAGER' }, e01.resident);
    expect(refusals).toEqual([]);
    const id = data.lodgeComplaint.complaint.id as string;
    expect(data.lodgeComplaint.complaint).toMatchObject({ class: 'GENERAL', handling: null, department: null });
    await done(staff('FRONT_DESK'), 'addTicketNote', id);
    await done(staff('FRONT_DESK'), 'assignTicket', id);
    await done(staff('FRONT_DESK'), 'replyToComplaint', id);
    await done(e01.resident, 'reopenTicket', id);
    const seen = await read(id, e01.resident);
    expect(seen).toMatchObject({ stage: 'WITH_DEPARTMENT', reopenings: 1, department: null, handling: null });
    expect(seen.notes.nodes).toEqual([
      { kind: 'FINAL_REPLY', visibility: 'CUSTOMER', text: 'it is clean again', author: { kind: 'STAFF' } },
      { kind: 'NOTE', visibility: 'CUSTOMER', text: 'dirty again', author: { kind: 'RESIDENT' } },
    ]);
    expect(await read(id, e01.next)).toBeNull();
    expect((await act(e01.resident, 'addTicketNote', id)).refusals).toEqual(['INVALID_INPUT addTicketNote']);
    expect((await act(e01.next, 'reopenTicket', id)).refusals).toEqual(['NOT_FOUND reopenTicket']);
  });

  test('R-DSP-09, R-CMP-05, R-CMP-09 · a ticket goes into the hands of those who work on its estate, and of no others', async () => {
    const id = await lodged();
    const outcome = async (over: object): Promise<unknown> =>
      (await act(staff('FRONT_DESK'), 'assignTicket', id, { departmentId: null, ...over })).facts[0] ?? 'done';
    const away = story.harbour.e02.staff['CLEANING_HEAD']!.subjectId;
    const foreign = story.cedar.e01.staff['CLEANING_HEAD']!.subjectId;
    expect(await outcome({})).toMatchObject({ code: 'INVALID_INPUT', path: 'input.departmentId' });
    for (const assigneeId of [away, foreign, newId(), 'nonsense'])
      expect(await outcome({ assigneeId })).toMatchObject({ code: 'NOT_FOUND', what: 'staff' });
    expect(await outcome({ departmentId: newId() })).toMatchObject({ code: 'NOT_FOUND', what: 'department' });
    expect(await outcome({ assigneeId: staff('CLEANING_HEAD').subjectId })).toBe('done');
  });

  test.each([
    ['rectifyComplaint', ['CLEANING_HEAD', 'SECURITY', 'TECHNICIAN', 'SERVICE_MANAGER'], 'complaint.rectify'],
    ['replyToComplaint', ['FRONT_DESK', 'STEWARD', 'SERVICE_MANAGER'], 'complaint.reply'],
    ['promiseReply', ['FRONT_DESK', 'CONTROL_ROOM'], 'complaint.reply'],
    ['reclassifyComplaint', ['SERVICE_MANAGER', 'ESTATE_MANAGER'], 'complaint.decide'],
    ['judgeComplaint', ['SERVICE_MANAGER', 'ESTATE_MANAGER'], 'complaint.decide'],
    ['assignTicket', ['FRONT_DESK', 'SERVICE_SUPERVISOR'], 'ticket.assign'],
    ['declineTicket', ['FRONT_DESK', 'STEWARD'], 'ticket.decline'],
    ['cancelTicket', ['FRONT_DESK', 'STEWARD'], 'ticket.cancel'],
    ['addTicketNote', ['TECHNICIAN', 'SECURITY', 'STEWARD'], 'ticket.note'],
  ] as const)('R-ORG-50 · %s is for %j of the estate, and for nobody else', async (verb, roles, action) => {
    for (const role of roles) await done(staff(role), verb, await lodged());
    const id = await lodged();
    const outcome = async (person: StoryPerson): Promise<unknown> => (await act(person, verb, id)).facts[0];
    for (const role of ['CASHIER', 'TREASURER'])
      expect(await outcome(staff(role))).toMatchObject({ code: 'FORBIDDEN', action });
    expect(await outcome(story.harbour.e02.staff[roles[0]]!)).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
    expect(await outcome(story.cedar.e01.staff[roles[0]]!)).toMatchObject({ code: 'NOT_FOUND', what: 'ticket' });
    expect(await read(id)).toMatchObject({ stage: 'RECORDED', version: 1, notes: { nodes: [] } });
  });

  test('M-CMP-18, R-CMP-24, R-CMP-25, R-CMP-26, R-CMP-27 · a record is complete that says what the facts are, what was done and what was replied; what was called off is left out', async () => {
    const before = await figure('COMPLAINT_RECORD_COMPLETE');
    const closed = async (...verbs: Verb[]): Promise<void> => {
      const id = await lodged();
      await done(staff('FRONT_DESK'), 'assignTicket', id, { occurredAt: minutesAgo(110) });
      for (const verb of verbs) await done(staff('ESTATE_MANAGER'), verb, id, OVER[verb] ?? {});
      await done(staff('SERVICE_MANAGER'), 'closeTicket', id);
    };
    const OVER: Partial<Record<Verb, object>> = { judgeComplaint: { substantiated: false } };
    await closed('rectifyComplaint', 'reportRectification', 'replyToComplaint', 'judgeComplaint');
    await closed('rectifyComplaint', 'reportRectification', 'replyToComplaint');
    await done(staff('FRONT_DESK'), 'cancelTicket', await lodged());
    const after = await figure('COMPLAINT_RECORD_COMPLETE');
    expect([after.numerator - before.numerator, after.denominator - before.denominator]).toEqual([1, 2]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('M-CMP-11, R-CMP-14 · a repeat is of the same household and category within 30 days of one that stands; whatever becomes of the earlier one, and whenever it is told', async () => {
    const categories: string[] = [];
    for (const code of ['STAIRS', 'LIFT']) {
      const made = await ask(
        story.harbour.staff['COMPANY_ADMIN'] ?? staff('ESTATE_MANAGER'),
        `mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { category { id } } }`,
        {
          input: {
            ...{
              kinds: ['COMPLAINT'],
              code,
              name: code,
              nameZh: '楼道',
              standardCode: 'LIFT',
              activeFrom: '2026-01-01',
            },
          },
        },
      );
      expect(made.refusals).toEqual([]);
      categories.push(made.data.createCategory.category.id);
    }
    const [stairs, lift] = categories;
    const daysAgo = (days: number): string => minutesAgo(days * 24 * 60);
    const of = (categoryId: string | undefined, occurredAt: string, more: object = {}) =>
      lodged({ categoryId, occurredAt, ...more });
    const start = await figure('COMPLAINT_REPEATED');
    const repeats = async (): Promise<number> => {
      expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
      return (await figure('COMPLAINT_REPEATED')).numerator - start.numerator;
    };
    const last = await of(stairs, daysAgo(1));
    expect(await repeats()).toBe(0);
    await of(stairs, daysAgo(32));
    await of(lift, daysAgo(2));
    await of(stairs, daysAgo(2), { unitId: e01.units[1].id, customerId: e01.next.subjectId });
    await of(stairs, daysAgo(2), { unitId: null, customerId: null });
    expect(await repeats()).toBe(0);
    const earlier = await of(stairs, daysAgo(31));
    expect(await repeats()).toBe(2);
    await done(staff('FRONT_DESK'), 'cancelTicket', earlier);
    expect(await repeats()).toBe(0);
    const other = await of(lift, daysAgo(20));
    expect(await repeats()).toBe(1);
    await ask(
      staff('SERVICE_MANAGER'),
      `mutation ($input: RecategorizeTicketInput!) { recategorizeTicket(input: $input) { ticket { id } } }`,
      { input: { ticketId: other, categoryId: stairs } },
    );
    expect(await repeats()).toBe(2);
    const { denominator } = await figure('COMPLAINT_REPEATED');
    expect(denominator - start.denominator).toBe(6);
    await ask(
      staff('FRONT_DESK'),
      `mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { ticket { id } } }`,
      { input: { leadingTicketId: last, ticketIds: [other] } },
    );
    expect(await repeats()).toBe(0);
  });

  test('M-CMP-11 · a complaint counts on the estate that it stands on, wherever the home is that it names', async () => {
    const id = await lodged();
    const { superuser } = house.database;
    const stands = async (estateId: string): Promise<void> => {
      await superuser.query('set session_replication_role = replica');
      for (const [table, column] of [
        ...[
          ['complaint', 'ticket_id'] as const,
          ['contact', 'ticket_id'] as const,
          ['service_clock', 'ticket_id'] as const,
        ],
        ...[['callback', 'ticket_id'] as const, ['ticket', 'id'] as const],
      ])
        await superuser.query(
          `update ${table} set estate_id = $1 ${table === 'ticket' || table === 'contact' ? `, number = number || 'M'` : ''} where ${column} = $2`,
          [estateId, id],
        );
      await superuser.query('set session_replication_role = default');
      await rebuildMetrics(house, story.harbour.id);
    };
    for (const { id: estateId } of [story.harbour.e02, e01]) {
      await stands(estateId);
      expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    }
  });

  test('a repair is no complaint, and a complaint no repair', async () => {
    const report = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
    const made = await ask(staff('FRONT_DESK'), report, {
      input: { estateId: e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'a tap drips' },
    });
    const refused = await act(staff('SERVICE_MANAGER'), 'judgeComplaint', made.data.reportRepair.repair.id);
    expect(refused.facts).toEqual([expect.objectContaining({ code: 'NOT_FOUND', what: 'complaint' })]);
    const forward = `mutation ($id: ID!) { forwardRepair(input: { ticketId: $id }) { cursor } }`;
    expect((await ask(staff('FRONT_DESK'), forward, { id: await lodged() })).facts).toEqual([
      expect.objectContaining({ code: 'NOT_FOUND', what: 'repair' }),
    ]);
  });

  test('R-MET-09 · Q-08, P-08 · a complaint goes by the policies that were in force when it was received, to its end', async () => {
    const first = '2026-11-24';
    const generalComplaints = { ...policyOf('P-08').default, generalComplaints: 'ALWAYS' };
    await setPolicy('Q-08', 2, first);
    await setPolicy('P-08', generalComplaints, first);
    const yesterday = { occurredAt: minutesAgo(24 * 60) };
    const broken = { companyAtFault: true, contacts: 2, ground: 'PROMISE_BROKEN_REPEATEDLY' };
    expect((await lodge({ ...broken, ...yesterday })).facts).toEqual([
      expect.objectContaining({ rule: 'D-02', needed: 3 }),
    ]);
    expect((await lodge(broken)).data.lodgeComplaint.complaint.class).toBe('MAJOR');
    const proposed = async (over: object): Promise<boolean> =>
      (await read(await lodged({ companyAtFault: true, contacts: 2, ...over }))).handling.majorProposed as boolean;
    expect([await proposed(yesterday), await proposed({})]).toEqual([false, true]);
    const closed = async (over: object): Promise<unknown[]> => {
      const id = await lodged(over);
      await done(staff('FRONT_DESK'), 'replyToComplaint', id);
      return (await act(staff('SERVICE_MANAGER'), 'closeTicket', id)).facts.map((fact) => fact['rule']);
    };
    expect([await closed(yesterday), await closed({})]).toEqual([[], ['R-CBK-04']]);
  });

  /** What the company prepares and approves. */
  async function setPolicy(key: string, value: unknown, effectiveFrom: string): Promise<void> {
    const proposed = await ask(
      story.harbour.staff['COMPANY_ADMIN'],
      `mutation ($input: ProposePolicyChangeInput!) { proposePolicyChange(input: $input) { approval { id } } }`,
      { input: { key, value, effectiveFrom, reason: 'so decided' } },
    );
    expect(proposed.refusals).toEqual([]);
    const granted = await ask(
      story.harbour.staff['COMPANY_LEADER'],
      `mutation ($id: ID!) { grantApproval(input: { approvalId: $id }) { approval { state } } }`,
      { id: proposed.data.proposePolicyChange.approval.id },
    );
    expect(granted.refusals).toEqual([]);
  }
});
