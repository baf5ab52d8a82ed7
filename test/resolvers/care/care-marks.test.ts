import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { TIMER_HANDLERS } from '../../../src/jobs/timer/timer-handlers.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const ADD = `mutation ($input: AddCareMarkInput!) { addCareMark(input: $input) { cursor careMark { id kind consentBy consentDay note fromDay untilDay checkEveryDays version unit { code } customer { id } } } }`;
const END = `mutation ($input: EndCareMarkInput!) { endCareMark(input: $input) { careMark { untilDay note version } } }`;
const CHECK = `mutation ($input: RecordCareCheckInput!) { recordCareCheck(input: $input) { cursor careMark { version } } }`;
const CHECKS = `query ($id: ID!) { obligations(filter: { subjectId: $id }) { nodes { kind state dueAt ownerPost owner { displayName } } } }`;
const START = new Date('2026-11-25T02:00:00Z');
const CONSENT = { consentBy: 'CUSTOMER', consentDay: '2026-11-24' };

describe('care marks', () => {
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
  const add = (input: object = {}, person: StoryPerson = of('STEWARD')) =>
    ask(person, ADD, {
      input: { customerId: e01().resident.subjectId, kind: 'POWER_DEPENDENT', note: '呼吸机', ...CONSENT, ...input },
    });
  const added = async (input: object = {}): Promise<string> => {
    const answer = await add(input);
    expect(answer.refusals).toEqual([]);
    return (answer.data as { addCareMark: { careMark: { id: string } } }).addCareMark.careMark.id;
  };
  const end = (careMarkId: string, person: StoryPerson = of('STEWARD')) => ask(person, END, { input: { careMarkId } });
  const check = (careMarkId: string, person: StoryPerson = of('STEWARD'), input: object = {}) =>
    ask(person, CHECK, { input: { careMarkId, ...input } });
  const checksOf = async (id: string): Promise<Record<string, unknown>[]> => {
    const { data } = await ask(of('STEWARD'), CHECKS, { id });
    return (data as { obligations: { nodes: Record<string, unknown>[] } }).obligations.nodes;
  };
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = START;
    }
  };

  test('D-15 · a mark stands with consent and note, shown on the customer, never in an event', async () => {
    const made = await add();
    const { id, ...shown } = made.data.addCareMark.careMark;
    expect(shown).toEqual({
      kind: 'POWER_DEPENDENT',
      ...CONSENT,
      note: '呼吸机',
      fromDay: '2026-11-25',
      untilDay: null,
      checkEveryDays: 30,
      version: 1,
      unit: null,
      customer: { id: e01().resident.subjectId },
    });
    expect((await add()).facts).toEqual([{ code: 'CONFLICT', what: 'careMark' }]);
    const seen = async (person: StoryPerson): Promise<unknown> => {
      const query = `query ($id: ID!) { customer(id: $id) { careMarks { kind note } } }`;
      return (await ask(person, query, { id: e01().resident.subjectId })).data.customer.careMarks;
    };
    for (const role of ['FRONT_DESK', 'STEWARD', 'TECHNICIAN', 'CONTROL_ROOM'])
      expect(await seen(of(role))).toEqual([{ kind: 'POWER_DEPENDENT', note: '呼吸机' }]);
    for (const person of [of('CASHIER'), story.harbour.staff['QUALITY_OFFICER']!, e01().resident])
      expect(await seen(person)).toBeNull();
    await end(id);
    expect(await seen(of('STEWARD'))).toEqual([]);
    const { rows } = await house.database.superuser.query<{ event: string }>(
      `select row_to_json(event)::text as event from event where company_id = $1`,
      [story.harbour.id],
    );
    expect(rows.map((row) => row.event).join()).not.toMatch(/呼吸机|POWER_DEPENDENT/);
  });

  test('D-15, R-DSP-15 · a ticket shows the marks of its unit and its customer to who takes it', async () => {
    const unitId = e01().units[1].id;
    const marks = [
      await added({ customerId: null, unitId, kind: 'KEY_SERVICE', consentBy: null, consentDay: null }),
      await added({ customerId: e01().next.subjectId, kind: 'ELDERLY_ALONE' }),
    ];
    const reported = await ask(
      of('FRONT_DESK'),
      `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { careMarks { id kind } unit { careMarks { kind } } } } }`,
      {
        input: {
          estateId: e01().id,
          unitId,
          customerId: e01().next.subjectId,
          channel: 'PHONE',
          urgency: 'ORDINARY',
          subject: 'x',
        },
      },
    );
    const { careMarks, unit } = reported.data.reportRepair.repair;
    expect(careMarks.map((mark: { id: string }) => mark.id)).toEqual(marks);
    expect(unit.careMarks).toEqual([{ kind: 'KEY_SERVICE' }]);
    for (const person of [e01().next, of('SECURITY')]) {
      const { data } = await ask(person, `{ tickets { nodes { careMarks { id } } } }`);
      expect(data.tickets.nodes[0]).toEqual({ careMarks: null });
    }
    const { statements } = await ask(of('FRONT_DESK'), `{ tickets { nodes { id careMarks { id } } } }`);
    expect(statements).toBe(2);
    for (const id of marks) await end(id);
  });

  test('D-15 · a personal kind without consent is refused by its rule', async () => {
    expect((await add({ consentBy: null, consentDay: null })).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'D-15', kind: 'POWER_DEPENDENT' },
    ]);
  });

  test.each([
    [{ unitId: 'x' }, 'input.unitId'],
    [{ customerId: null }, 'input.unitId'],
    [{ consentDay: null }, 'input.consentDay'],
    [{ consentDay: '2026-11-26' }, 'input.consentDay'],
    [{ untilDay: '2026-11-25' }, 'input.untilDay'],
  ])('a mark that cannot be is INVALID_INPUT with the path: %j', async (input, path) => {
    expect((await add(input)).facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path })]);
  });

  test('R-ORG-34 · the steward owes a check, again and again, also after one was missed, until the mark ends', async () => {
    const id = await added({ kind: 'ELDERLY_ALONE' });
    expect(await checksOf(id)).toEqual([
      { kind: 'CARE_CHECK', state: 'OPEN', dueAt: new Date('2026-12-02T02:00:00Z'), ownerPost: 'STEWARD', owner: null },
    ]);
    await at('2026-11-28T02:00:00Z', () => check(id, of('ASSISTANT_STEWARD')));
    expect(await checksOf(id)).toMatchObject([
      { state: 'FULFILLED' },
      { state: 'OPEN', dueAt: new Date('2026-12-05T02:00:00Z') },
    ]);
    await at('2026-12-05T02:00:00Z', () => new TimerWorker(house, TIMER_HANDLERS, rhythmEar()).look());
    expect(await checksOf(id)).toMatchObject([
      { state: 'FULFILLED' },
      { state: 'MISSED' },
      { state: 'OPEN', dueAt: new Date('2026-12-12T02:00:00Z') },
    ]);
    await at('2026-12-06T02:00:00Z', () => check(id));
    expect(await checksOf(id)).toMatchObject([
      { state: 'FULFILLED' },
      { state: 'FULFILLED_LATE' },
      { state: 'FULFILLED' },
      { state: 'OPEN', dueAt: new Date('2026-12-13T02:00:00Z') },
    ]);
    expect((await at('2026-12-07T02:00:00Z', () => end(id))).data.endCareMark.careMark).toEqual({
      untilDay: '2026-12-07',
      note: null,
      version: 4,
    });
    expect((await checksOf(id)).at(-1)).toMatchObject({ state: 'LAPSED' });
    expect((await at('2026-12-08T02:00:00Z', () => check(id))).refusals).toEqual(['CONFLICT recordCareCheck']);
    expect((await at('2026-12-08T02:00:00Z', () => end(id))).refusals).toEqual(['CONFLICT endCareMark']);
  });

  test('R-ORG-33 · the one steward of the building owes the check by name; nobody past the end of the mark', async () => {
    const set = `mutation ($input: SetStewardBuildingsInput!) { setStewardBuildings(input: $input) { cursor } }`;
    await ask(of('ESTATE_MANAGER'), set, {
      input: { staffId: of('STEWARD').subjectId, estateId: e01().id, buildingIds: [e01().buildingId] },
    });
    const unit = { customerId: null, unitId: e01().units[2].id, kind: 'KEY_SERVICE' };
    const id = await added(unit);
    expect(await checksOf(id)).toMatchObject([{ owner: { displayName: 'steward' }, ownerPost: null }]);
    const short = await added({ ...unit, kind: 'IMPORTANT_CUSTOMER', untilDay: '2026-12-01' });
    expect(await checksOf(short)).toEqual([]);
  });

  describe('R-ORG-34 · who marks, who looks after, who sees', () => {
    const marked = () => added({ kind: 'DISABLED', customerId: e01().former.subjectId });
    test.each(['STEWARD', 'SERVICE_SUPERVISOR', 'SERVICE_MANAGER', 'ESTATE_MANAGER'])(
      '%s marks and checks',
      async (role) => {
        const id = await marked();
        expect((await check(id, of(role))).refusals).toEqual([]);
        expect((await end(id, of(role))).refusals).toEqual([]);
      },
    );
    test.each(['FRONT_DESK', 'TECHNICIAN', 'CASHIER', 'SECURITY'])('%s does neither', async (role) => {
      const id = await marked();
      expect((await add({ kind: 'DISABLED' }, of(role))).facts).toEqual([{ code: 'FORBIDDEN', action: 'care.manage' }]);
      expect((await check(id, of(role))).facts).toEqual([{ code: 'FORBIDDEN', action: 'care.check' }]);
      expect((await end(id, of(role))).facts).toEqual([{ code: 'FORBIDDEN', action: 'care.manage' }]);
      await end(id);
    });
    test('the assistant checks and does not mark', async () => {
      const id = await marked();
      expect((await check(id, of('ASSISTANT_STEWARD'))).refusals).toEqual([]);
      expect((await end(id, of('ASSISTANT_STEWARD'))).refusals).toEqual(['FORBIDDEN endCareMark']);
      await end(id);
    });
    test('R-ORG-78 · another estate, another company and residents find nothing', async () => {
      const id = await marked();
      for (const person of [story.harbour.e02.staff['STEWARD']!, story.cedar.e01.staff['STEWARD']!]) {
        expect((await add({ kind: 'DISABLED' }, person)).facts).toEqual([{ code: 'NOT_FOUND', what: 'customer' }]);
        expect((await check(id, person)).refusals).toEqual(['NOT_FOUND recordCareCheck']);
        expect((await end(id, person)).refusals).toEqual(['NOT_FOUND endCareMark']);
        const seen = await ask(person, `{ careMarks(filter: { everyTime: true }) { nodes { id } } }`);
        expect(seen.data.careMarks.nodes).toEqual([]);
      }
      expect((await ask(e01().resident, `{ careMarks { nodes { id } } }`)).refusals).toEqual(['FORBIDDEN careMarks']);
      const { data } = await ask(of('FRONT_DESK'), `{ careMarks(filter: { kinds: [DISABLED] }) { nodes { id } } }`);
      expect(data.careMarks.nodes).toEqual([{ id }]);
    });
  });
});
