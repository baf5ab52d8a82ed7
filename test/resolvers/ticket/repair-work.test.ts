import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const ORDER = `repair {
  id version stage phase urgency visits acceptedAt startedAt completedAt scheduledFrom scheduledUntil scheduleReason
  technician { id } crew { id } siteVisits { number arrivedAt leftAt outcome workers { id } }
}`;
/** Wednesday, ten in the morning in Shanghai. */
const MORNING = new Date('2026-11-25T02:00:00Z');
const WINDOW = { from: '2026-11-26T01:00:00Z', until: '2026-11-26T03:00:00Z' };

describe('work on repairs', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string): StoryPerson => e01().staff[role]!;
  const minutes = (count: number): Date => new Date(MORNING.getTime() + count * 60_000);
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = ['declineTicket', 'cancelTicket'].includes(verb) ? 'ticket { id phase }' : ORDER;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].repair ?? data[verb].ticket;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  /** A repair at the resident's home, as far as the verbs say. */
  const repair = async (verbs: readonly string[] = [], over: object = {}): Promise<string> => {
    const home = { unitId: e01().units[0].id, customerId: e01().resident.subjectId };
    const base = { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap', ...home };
    const { id } = await done(of('FRONT_DESK'), 'reportRepair', { ...base, ...over });
    for (const verb of verbs)
      await done(of(verb === 'forwardRepair' ? 'FRONT_DESK' : 'TECHNICIAN'), verb, { ticketId: id });
    return id as string;
  };
  const accepted = (over: object = {}) => repair(['forwardRepair', 'acceptRepair'], over);
  const onSite = () => repair(['forwardRepair', 'acceptRepair', 'startRepair']);
  const eventsOf = async (id: string) => {
    const { rows } = await house.database.superuser.query<{ type: string; facts: object; visibility: string }>(
      `select type, facts, visibility from event where company_id = $1 and subject_id = $2 order by seq`,
      [story.harbour.id, id],
    );
    return rows;
  };
  const told = async (person: StoryPerson, ticketId: string): Promise<string[]> => {
    await staffAreTold(house, story.harbour.id);
    const { rows } = await house.database.superuser.query<{ kind: string }>(
      `select kind from notification where company_id = $1 and recipient_id = $2 and subject_id = $3 order by id`,
      [story.harbour.id, person.subjectId, ticketId],
    );
    return rows.map(({ kind }) => kind);
  };
  /** One more of Engineering on the first estate. */
  const hire = async (role = 'TECHNICIAN'): Promise<string> => {
    const id = newId();
    const { superuser } = house.database;
    await superuser.query(
      `insert into staff (company_id, id, estate_id, display_name, created_at, version) values ($1, $2, $3, 'second', now(), 1)`,
      [story.harbour.id, id, e01().id],
    );
    await superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at) values ($1, $2, $3, $4, $5, now())`,
      [story.harbour.id, newId(), id, role, e01().id],
    );
    return id;
  };
  const later = async <T>(count: number, work: () => Promise<T>): Promise<T> => {
    now = minutes(count);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };

  describe('R-RPR-10 · another time', () => {
    test('R-RPR-10 · is agreed by the desk with its reason, again as often as needed; the customer is told', async () => {
      const ticketId = await accepted();
      const first = { ticketId, ...WINDOW, reason: 'CUSTOMER_OUT' };
      expect(await done(of('FRONT_DESK'), 'scheduleRepair', first)).toMatchObject({
        stage: 'SCHEDULED',
        phase: 'IN_PROGRESS',
        scheduledFrom: new Date(WINDOW.from),
        scheduledUntil: new Date(WINDOW.until),
        scheduleReason: 'CUSTOMER_OUT',
      });
      const second = { ticketId, from: '2026-11-27T06:00:00Z', until: '2026-11-27T08:00:00Z' };
      await done(of('FRONT_DESK'), 'scheduleRepair', { ...second, reason: 'TECHNICIANS_SHORT' });
      expect((await eventsOf(ticketId)).filter(({ type }) => type === 'ticket.REPAIR_SCHEDULED')).toMatchObject([
        {
          visibility: 'CUSTOMER',
          facts: {
            scheduledFrom: new Date(WINDOW.from).toISOString(),
            scheduledUntil: new Date(WINDOW.until).toISOString(),
            reason: 'CUSTOMER_OUT',
            again: false,
          },
        },
        { facts: { scheduledFrom: '2026-11-27T06:00:00.000Z', reason: 'TECHNICIANS_SHORT', again: true } },
      ]);
      expect(await told(e01().resident, ticketId)).toEqual(expect.arrayContaining(['REPAIR_SCHEDULED']));
      expect(await done(of('TECHNICIAN'), 'startRepair', { ticketId })).toMatchObject({ stage: 'ON_SITE', visits: 1 });
    });

    test.each([
      [
        { from: '2026-11-25T13:30:00Z', until: '2026-11-25T14:00:00Z' },
        { code: 'RULE_REFUSED', rule: 'D-03' },
      ],
      [
        { from: '2026-11-26T03:00:00Z', until: '2026-11-26T05:00:00Z' },
        { code: 'RULE_REFUSED', rule: 'D-03' },
      ],
      [
        { from: '2026-11-25T01:00:00Z', until: '2026-11-25T03:00:00Z' },
        { code: 'INVALID_INPUT', path: 'input.from' },
      ],
      [
        { from: WINDOW.from, until: WINDOW.from },
        { code: 'INVALID_INPUT', path: 'input.until' },
      ],
    ])('D-03 · what cannot be planned at a home is refused, and nothing has changed: %j', async (window, refusal) => {
      const ticketId = await accepted();
      const before = (await eventsOf(ticketId)).length;
      const input = { ticketId, reason: 'CUSTOMER_WISH', ...window };
      expect(await refused(of('FRONT_DESK'), 'scheduleRepair', input)).toMatchObject(refusal);
      expect(await eventsOf(ticketId)).toHaveLength(before);
    });

    test('D-03 · work on common parts may be planned at night', async () => {
      const ticketId = await accepted({ unitId: null, customerId: null, channel: 'PATROL' });
      const night = { from: '2026-11-25T15:00:00Z', until: '2026-11-25T17:00:00Z' };
      const input = { ticketId, ...night, reason: 'TECHNICIANS_SHORT' };
      expect(await done(of('FRONT_DESK'), 'scheduleRepair', input)).toMatchObject({ stage: 'SCHEDULED' });
    });

    test('R-RPR-10 · before acceptance and on site no other time is agreed', async () => {
      for (const ticketId of [await repair(['forwardRepair']), await onSite()])
        expect(
          await refused(of('FRONT_DESK'), 'scheduleRepair', { ticketId, ...WINDOW, reason: 'CUSTOMER_OUT' }),
        ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-RPR-10' });
    });
  });

  test('R-RPR-16, D-05, D-19 · an unfinished visit is carried over, another time agreed, and the next visit counts apart', async () => {
    const ticketId = await onSite();
    const unfinished = { ticketId, outcome: 'PARTS_AWAITED', reason: '等阀门到货' };
    expect(await later(30, () => done(of('TECHNICIAN'), 'carryOverRepair', unfinished))).toMatchObject({
      stage: 'CARRIED_OVER',
      phase: 'IN_PROGRESS',
      siteVisits: [{ number: 1, arrivedAt: MORNING, leftAt: minutes(30), outcome: 'PARTS_AWAITED' }],
    });
    expect(await told(e01().resident, ticketId)).toEqual(expect.arrayContaining(['REPAIR_CARRIED_OVER']));
    await later(40, () => done(of('FRONT_DESK'), 'scheduleRepair', { ticketId, ...WINDOW, reason: 'CONTINUATION' }));
    expect(await refused(of('TECHNICIAN'), 'startRepair', { ticketId, occurredAt: minutes(-1) })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.occurredAt',
    });
    await later(1_440, () => done(of('TECHNICIAN'), 'startRepair', { ticketId }));
    const fixed = await later(1_500, () => done(of('TECHNICIAN'), 'completeRepair', { ticketId }));
    expect(fixed).toMatchObject({
      stage: 'COMPLETED',
      visits: 2,
      startedAt: MORNING,
      completedAt: minutes(1_500),
      siteVisits: [
        { number: 1, outcome: 'PARTS_AWAITED' },
        { number: 2, arrivedAt: minutes(1_440), leftAt: minutes(1_500), outcome: 'FIXED' },
      ],
    });
    const carried = (await eventsOf(ticketId)).find(({ type }) => type === 'ticket.REPAIR_CARRIED_OVER');
    expect(carried).toMatchObject({ visibility: 'CUSTOMER', facts: { outcome: 'PARTS_AWAITED', visits: 1 } });
    expect(JSON.stringify(carried)).not.toContain('阀门');
  });

  test('D-05, R-DSP-12 · an order may turn out not to be ours on site: the visit ends so, and the customer is told why', async () => {
    const ticketId = await onSite();
    await done(of('FRONT_DESK'), 'declineTicket', { ticketId, explanation: '属于燃气公司' });
    const { data } = await ask(
      e01().resident,
      `query ($id: ID!) { ticket(id: $id) { phase notes { nodes { text } } ... on RepairOrder { stage siteVisits { outcome workers { id } } } } }`,
      { id: ticketId },
    );
    expect(data.ticket).toEqual({
      phase: 'CANCELLED',
      notes: { nodes: [{ text: '属于燃气公司' }] },
      stage: 'DECLINED',
      siteVisits: [{ outcome: 'OUT_OF_SCOPE', workers: [] }],
    });
  });

  test('R-RPR-02, D-19 · an order that is given back goes to Engineering anew, and the first acceptance stands', async () => {
    const ticketId = await accepted();
    const back = await later(5, () => done(of('TECHNICIAN'), 'refuseRepair', { ticketId, reason: '不会修电梯' }));
    expect(back).toMatchObject({ stage: 'FORWARDED', phase: 'OPEN', technician: null, acceptedAt: MORNING });
    const second = await hire();
    const input = { ticketId, technicianId: second };
    expect(await later(9, () => done(of('ENGINEERING_HEAD'), 'acceptRepair', input))).toMatchObject({
      stage: 'ACCEPTED',
      technician: { id: second },
      acceptedAt: MORNING,
    });
    expect((await eventsOf(ticketId)).find(({ type }) => type === 'ticket.REPAIR_REFUSED')).toMatchObject({
      visibility: 'INTERNAL',
      facts: { technicianId: of('TECHNICIAN').subjectId },
    });
    expect(await refused(of('TECHNICIAN'), 'refuseRepair', { ticketId: await onSite(), reason: 'x' })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-RPR-02',
    });
  });

  test('R-RPR-02, D-19 · an order changes hands at the end of a shift: on site both have done the work, and no clock restarts', async () => {
    const ticketId = await onSite();
    await staffAreTold(house, story.harbour.id);
    const second = await hire();
    const over = await done(of('TECHNICIAN'), 'handOverRepair', { ticketId, technicianId: second, note: '换班' });
    expect(over).toMatchObject({ stage: 'ON_SITE', visits: 1, acceptedAt: MORNING, technician: { id: second } });
    expect(over.siteVisits[0].workers.map(({ id }: { id: string }) => id).sort()).toEqual(
      [of('TECHNICIAN').subjectId, second].sort(),
    );
    await staffAreTold(house, story.harbour.id);
    const rows = await house.database.superuser.query(`select kind from notification where recipient_id = $1`, [
      second,
    ]);
    expect(rows.rows).toEqual([{ kind: 'REPAIR_HANDED_OVER' }]);
    for (const [technicianId, refusal] of [
      [second, { code: 'INVALID_INPUT', path: 'input.technicianId' }],
      [of('STEWARD').subjectId, { code: 'RULE_REFUSED', rule: 'R-RPR-02' }],
      [story.cedar.e01.staff['TECHNICIAN']!.subjectId, { code: 'NOT_FOUND' }],
      ['nonsense', { code: 'NOT_FOUND' }],
    ] as const)
      expect(await refused(of('TECHNICIAN'), 'handOverRepair', { ticketId, technicianId })).toMatchObject(refusal);
  });

  test('R-ORG-65, R-ORG-68 · whoever helped on a visit neither calls the customer back nor signs as head', async () => {
    const ticketId = await accepted();
    const head = of('ENGINEERING_HEAD').subjectId;
    const second = await hire();
    const named = await done(of('TECHNICIAN'), 'setRepairCrew', { ticketId, crewIds: [head, second] });
    expect(named.crew.map(({ id }: { id: string }) => id).sort()).toEqual([head, second].sort());
    await done(of('TECHNICIAN'), 'setRepairCrew', { ticketId, crewIds: [head] });
    const there = await done(of('TECHNICIAN'), 'startRepair', { ticketId });
    expect(there.siteVisits).toMatchObject([{ workers: [{ id: of('TECHNICIAN').subjectId }, { id: head }] }]);
    expect(await refused(of('TECHNICIAN'), 'setRepairCrew', { ticketId, crewIds: [] })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-ORG-65',
      staffId: head,
    });
    for (const [crewIds, path] of [
      [[head, head], 'input.crewIds'],
      [[of('TECHNICIAN').subjectId], 'input.crewIds'],
    ] as const)
      expect(await refused(of('TECHNICIAN'), 'setRepairCrew', { ticketId, crewIds })).toMatchObject({
        code: 'INVALID_INPUT',
        path,
      });
    await done(of('TECHNICIAN'), 'completeRepair', { ticketId });
    const absent = { ticketId, signer: 'CUSTOMER', mode: 'ABSENT', reason: '外出' };
    await done(of('TECHNICIAN'), 'signRepair', absent);
    const shown = await ask(
      of('FRONT_DESK'),
      `query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { contentHash } } }`,
      { id: ticketId },
    );
    const { contentHash } = shown.data.ticket as { contentHash: string };
    const headSigns = { ticketId, signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', contentHash };
    expect(await refused(of('ENGINEERING_HEAD'), 'signRepair', headSigns)).toMatchObject({ rule: 'R-ORG-68' });
    await house.database.superuser.query(
      `insert into repair_worker (company_id, ticket_id, visit_number, staff_id, estate_id, helps) values ($1, $2, 1, $3, $4, true)`,
      [story.harbour.id, ticketId, of('FRONT_DESK').subjectId, e01().id],
    );
    const call = { ticketId, mode: 'TELEPHONE', outcome: 'NOT_REACHED' };
    const { facts } = await ask(
      of('FRONT_DESK'),
      `mutation ($input: RecordCallbackInput!) { recordCallback(input: $input) { cursor } }`,
      { input: call },
    );
    expect(facts).toMatchObject([{ code: 'RULE_REFUSED', rule: 'R-ORG-65' }]);
  });

  test('D-27, R-RPR-08 · another urgency is given with a reason while nobody is on site; a downgrade is marked, an emergency told at once', async () => {
    const ticketId = await repair(['forwardRepair']);
    const urgent = { ticketId, urgency: 'EMERGENCY', reason: '水漫到楼下' };
    expect(await done(of('FRONT_DESK'), 'regradeRepair', urgent)).toMatchObject({
      stage: 'FORWARDED',
      urgency: 'EMERGENCY',
    });
    expect(await told(of('ENGINEERING_HEAD'), ticketId)).toEqual(['REPAIR_FORWARDED']);
    expect(await refused(of('FRONT_DESK'), 'regradeRepair', urgent)).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.urgency',
    });
    await done(of('ENGINEERING_HEAD'), 'regradeRepair', { ticketId, urgency: 'ORDINARY', reason: '已关总阀' });
    expect((await eventsOf(ticketId)).filter(({ type }) => type === 'ticket.REPAIR_REGRADED')).toMatchObject([
      { visibility: 'INTERNAL', facts: { urgency: 'EMERGENCY', from: 'ORDINARY', downgraded: false } },
      { visibility: 'INTERNAL', facts: { urgency: 'ORDINARY', from: 'EMERGENCY', downgraded: true } },
    ]);
    expect(await refused(of('FRONT_DESK'), 'regradeRepair', { ...urgent, ticketId: await onSite() })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-RPR-08',
    });
  });

  test('R-ORG-77, R-ORG-78 · who may, who may not; another estate and another company find nothing', async () => {
    const ticketId = await accepted();
    const inputs = {
      scheduleRepair: [{ ...WINDOW, reason: 'CUSTOMER_OUT' }, 'repair.schedule', 'TECHNICIAN', 'FRONT_DESK'],
      regradeRepair: [{ urgency: 'EMERGENCY', reason: 'x' }, 'repair.regrade', 'TECHNICIAN', 'FRONT_DESK'],
      carryOverRepair: [{ outcome: 'NO_ACCESS', reason: 'x' }, 'repair.complete', 'FRONT_DESK', 'TECHNICIAN'],
      refuseRepair: [{ reason: 'x' }, 'repair.accept', 'FRONT_DESK', 'TECHNICIAN'],
      handOverRepair: [{ technicianId: newId() }, 'repair.accept', 'STEWARD', 'TECHNICIAN'],
      setRepairCrew: [{ crewIds: [] }, 'repair.accept', 'STEWARD', 'TECHNICIAN'],
    } as const;
    const before = (await eventsOf(ticketId)).length;
    for (const [verb, [input, action, stranger, holder]] of Object.entries(inputs)) {
      const forbidden = { code: 'FORBIDDEN', action };
      expect(await refused(of(stranger), verb, { ticketId, ...input })).toMatchObject(forbidden);
      expect(await refused(e01().resident, verb, { ticketId, ...input })).toMatchObject(forbidden);
      for (const elsewhere of [story.harbour.e02, story.cedar.e01])
        expect(await refused(elsewhere.staff[holder]!, verb, { ticketId, ...input })).toMatchObject({
          code: 'NOT_FOUND',
          what: 'ticket',
        });
    }
    expect(await eventsOf(ticketId)).toHaveLength(before);
  });

  test('D-19 · visits and who came cost two statements, however many orders a page has', async () => {
    for (let i = 0; i < 3; i += 1) await onSite();
    const document = `{ tickets(first: 50, filter: { stages: [ON_SITE] }) { nodes { ... on RepairOrder { siteVisits { number workers { displayName } } crew { id } } } } }`;
    const { data, statements } = await ask(of('FRONT_DESK'), document);
    expect(data.tickets.nodes.length).toBeGreaterThanOrEqual(3);
    expect(statements).toBe(4);
  });
});
