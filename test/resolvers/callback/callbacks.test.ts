import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CALL = `mutation ($input: RecordCallbackInput!) { recordCallback(input: $input) { cursor ticket { version phase ... on RepairOrder { stage calledBackAt callbacks { mode outcome solved satisfaction answer flaw inQuietHours quietHoursReason calledAt staff { displayName } } } } } }`;
const RETURN = `mutation ($input: ReturnRepairInput!) { returnRepair(input: $input) { repair { stage returnedAt closedAt } } }`;
const OWED = `query ($id: ID!) { obligations(filter: { subjectId: $id }) { nodes { kind state dueAt ownerPost ticket { id } } } }`;
const MORNING = new Date('2026-11-25T02:00:00Z');
const HAPPY = { outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
const VAIN = { outcome: 'NOT_REACHED' };

describe('callbacks', () => {
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
  const done = async (person: StoryPerson, document: string, input: object): Promise<unknown> => {
    const { data, refusals } = await ask(person, document, { input });
    expect(refusals).toEqual([]);
    return Object.values(data as Record<string, unknown>)[0];
  };
  const step = (person: StoryPerson, verb: string, ticketId: string) =>
    done(
      person,
      `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { cursor } }`,
      { ticketId },
    );
  /** A repair whose work is done; of common parts where nobody is concerned. */
  const completed = async (concern: object = { unitId: e01().units[0].id, customerId: e01().resident.subjectId }) => {
    const report = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
    const base = { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap' };
    const made = (await done(of('FRONT_DESK'), report, { ...base, ...concern })) as { repair: { id: string } };
    await step(of('FRONT_DESK'), 'forwardRepair', made.repair.id);
    for (const verb of ['acceptRepair', 'startRepair', 'completeRepair'])
      await step(of('TECHNICIAN'), verb, made.repair.id);
    return made.repair.id;
  };
  /** As the customer and the head of the department leave it. */
  const sign = (ticketId: string) =>
    house.database.superuser.query(`update ticket set stage = 'SIGNED' where company_id = $1 and id = $2`, [
      story.harbour.id,
      ticketId,
    ]);
  const giveBack = (ticketId: string, person = of('ENGINEERING_HEAD')) => ask(person, RETURN, { input: { ticketId } });
  const returned = async (concern?: object): Promise<string> => {
    const id = await completed(concern);
    await sign(id);
    expect((await giveBack(id)).refusals).toEqual([]);
    return id;
  };
  const call = (ticketId: string, input: object = HAPPY, person = of('FRONT_DESK')) =>
    ask(person, CALL, { input: { ticketId, mode: 'TELEPHONE', ...input } });
  const owed = async (id: string): Promise<Record<string, unknown>[]> => {
    const { data } = await ask(of('FRONT_DESK'), OWED, { id });
    return (data as { obligations: { nodes: Record<string, unknown>[] } }).obligations.nodes;
  };
  const at = async <T>(instant: string, work: () => Promise<T>): Promise<T> => {
    now = new Date(instant);
    try {
      return await work();
    } finally {
      now = MORNING;
    }
  };

  test('R-RPR-15, R-CBK-01, R-CBK-06, R-RPR-14 · P-18 · a callback is owed by the desk from the end of the work, and anew from the return', async () => {
    const id = await completed();
    expect(await owed(id)).toEqual([
      {
        kind: 'CALLBACK',
        state: 'OPEN',
        dueAt: new Date('2026-11-26T02:00:00Z'),
        ownerPost: 'FRONT_DESK',
        ticket: { id },
      },
    ]);
    await sign(id);
    const back = await at('2026-11-25T08:00:00Z', () => giveBack(id));
    expect(back.data.returnRepair.repair).toEqual({
      stage: 'RETURNED',
      returnedAt: new Date('2026-11-25T08:00:00Z'),
      closedAt: null,
    });
    expect(await owed(id)).toMatchObject([{ state: 'OPEN', dueAt: new Date('2026-11-26T08:00:00Z') }]);
    const { data } = await at('2026-11-25T09:00:00Z', () => call(id, { ...HAPPY, answer: '很好' }));
    expect(data.recordCallback.ticket).toMatchObject({
      phase: 'RESOLVED',
      stage: 'CALLED_BACK',
      calledBackAt: new Date('2026-11-25T09:00:00Z'),
      callbacks: [
        {
          mode: 'TELEPHONE',
          ...HAPPY,
          answer: '很好',
          flaw: null,
          inQuietHours: false,
          quietHoursReason: null,
          staff: { displayName: 'front_desk' },
        },
      ],
    });
    expect(await owed(id)).toMatchObject([{ state: 'FULFILLED' }]);
    const { rows } = await house.database.superuser.query<{ event: string }>(
      `select row_to_json(event)::text as event from event where company_id = $1`,
      [story.harbour.id],
    );
    expect(rows.map((row) => row.event).join()).not.toMatch(/很好/);
  });

  test('D-05 · an order that concerns no customer is closed when it comes back, and nobody is called', async () => {
    const id = await completed({ channel: 'PATROL' });
    expect(await owed(id)).toEqual([]);
    expect((await call(id)).refusals).toEqual([]);
    await sign(id);
    expect((await giveBack(id)).data.returnRepair.repair).toEqual({
      stage: 'CLOSED',
      returnedAt: MORNING,
      closedAt: MORNING,
    });
    expect((await call(id)).facts).toEqual([{ code: 'RULE_REFUSED', rule: 'R-RPR-13', stage: 'CLOSED' }]);
  });

  test('R-RPR-18 · an order is filed once the customer is called back, not before', async () => {
    const id = await returned();
    const file = () =>
      ask(of('SERVICE_MANAGER'), `mutation ($id: ID!) { closeTicket(input: { ticketId: $id }) { ticket { phase } } }`, {
        id,
      });
    expect((await file()).facts).toEqual([{ code: 'RULE_REFUSED', rule: 'R-RPR-15', ticketId: id }]);
    expect((await call(id)).refusals).toEqual([]);
    expect((await file()).data.closeTicket.ticket).toEqual({ phase: 'CLOSED' });
  });

  test('R-RPR-12 · only a signed order is given back', async () => {
    const id = await completed();
    expect((await giveBack(id)).facts).toEqual([
      expect.objectContaining({ code: 'RULE_REFUSED', rule: 'R-RPR-12', stage: 'COMPLETED' }),
    ]);
  });

  test.each([
    ['not solved', { outcome: 'REACHED', solved: false, satisfaction: 'NEUTRAL' }],
    ['not satisfied', { outcome: 'REACHED', solved: true, satisfaction: 'DISSATISFIED' }],
  ])(
    'R-CBK-03, R-RPR-20 · Q-19 · %s opens the same order again for another visit, and a callback is owed once more',
    async (_, answer) => {
      const id = await returned();
      const { data } = await call(id, answer);
      expect(data.recordCallback.ticket).toMatchObject({ phase: 'IN_PROGRESS', stage: 'ACCEPTED' });
      expect(await owed(id)).toMatchObject([{ state: 'FULFILLED' }]);
      await step(of('TECHNICIAN'), 'startRepair', id);
      await step(of('TECHNICIAN'), 'completeRepair', id);
      expect((await owed(id)).map(({ state }) => state).sort()).toEqual(['FULFILLED', 'OPEN']);
      const timeline = await ask(
        of('FRONT_DESK'),
        `query ($id: ID!) { ticket(id: $id) { version timeline(first: 50) { nodes { type version } } ... on RepairOrder { visits } } }`,
        { id },
      );
      const { nodes } = timeline.data.ticket.timeline as { nodes: { type: string; version: number }[] };
      expect(timeline.data.ticket).toMatchObject({ visits: 2, version: nodes.at(-1)?.version });
      expect(nodes.map(({ type }) => type)).toEqual(expect.arrayContaining(['ticket.REPAIR_REOPENED']));
      expect(nodes.map(({ version }) => version)).toEqual(
        [...nodes.map(({ version }) => version)].sort((a, b) => a - b),
      );
    },
  );

  test('D-12 · attempted is not reached: three tries on two days make a customer unreachable, and the callback done', async () => {
    const id = await returned();
    const stages: string[] = [];
    for (const instant of [
      '2026-11-25T03:00:00Z',
      '2026-11-25T07:00:00Z',
      '2026-11-25T09:00:00Z',
      '2026-11-26T01:00:00Z',
    ]) {
      const { data } = await at(instant, () => call(id, VAIN));
      stages.push((data as { recordCallback: { ticket: { stage: string } } }).recordCallback.ticket.stage);
    }
    expect(stages).toEqual(['RETURNED', 'RETURNED', 'RETURNED', 'CALLED_BACK']);
    expect(await owed(id)).toMatchObject([{ state: 'FULFILLED' }]);
  });

  test('D-12 · a customer who wants no callback is not called again', async () => {
    const id = await returned();
    const { data } = await call(id, { outcome: 'REFUSED' });
    expect(data.recordCallback.ticket).toMatchObject({ stage: 'CALLED_BACK' });
    expect(await owed(id)).toMatchObject([{ state: 'FULFILLED' }]);
  });

  test('R-RPR-13 · a call before the order is back is recorded and flagged, and does not count', async () => {
    const id = await completed();
    const { data } = await call(id);
    expect(data.recordCallback.ticket).toMatchObject({ stage: 'COMPLETED', callbacks: [{ flaw: 'EARLY' }] });
    expect(await owed(id)).toMatchObject([{ state: 'OPEN' }]);
  });

  test('D-03 · a call in quiet hours is recorded, flagged, with its reason where it was said', async () => {
    const id = await returned();
    const night = '2026-11-25T14:00:00Z';
    const plain = await at(night, () => call(id, VAIN));
    expect(plain.data.recordCallback.ticket.callbacks).toMatchObject([{ inQuietHours: true, quietHoursReason: null }]);
    const told = await at(night, () => call(id, { ...HAPPY, quietHoursReason: '客户要求' }));
    expect(told.data.recordCallback.ticket.callbacks).toMatchObject([
      { inQuietHours: true },
      { inQuietHours: true, quietHoursReason: '客户要求' },
    ]);
  });

  test('R-ORG-65 · who did the work does not call the customer back, whatever roles the person holds', async () => {
    const id = await completed();
    await house.database.superuser.query(`update ticket set assignee_id = $3 where company_id = $1 and id = $2`, [
      story.harbour.id,
      id,
      of('ESTATE_MANAGER').subjectId,
    ]);
    expect((await call(id, HAPPY, of('ESTATE_MANAGER'))).facts).toEqual([
      { code: 'RULE_REFUSED', rule: 'R-ORG-65', ticketId: id },
    ]);
  });

  test.each([
    [{ outcome: 'REACHED' }, 'input.solved'],
    [{ outcome: 'REACHED', solved: true }, 'input.satisfaction'],
    [{ outcome: 'NOT_REACHED', solved: true }, 'input.solved'],
    [{ ...HAPPY, occurredAt: '2026-11-25T01:00:00Z' }, 'input.occurredAt'],
    [{ ...HAPPY, occurredAt: '2026-11-26T01:00:00Z' }, 'input.occurredAt'],
  ])('a callback that cannot be is INVALID_INPUT with the path: %j', async (input, path) => {
    const id = await returned();
    expect((await call(id, input)).facts).toEqual([expect.objectContaining({ code: 'INVALID_INPUT', path })]);
  });

  test('R-RPR-13 · nobody is called back about work that is not done', async () => {
    const report = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
    const input = { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap' };
    const made = (await done(of('FRONT_DESK'), report, input)) as { repair: { id: string } };
    expect((await call(made.repair.id)).facts).toEqual([{ code: 'RULE_REFUSED', rule: 'R-RPR-13', stage: 'REPORTED' }]);
  });

  describe('R-RPR-25 · who calls back, who gives orders back', () => {
    test.each(['FRONT_DESK', 'STEWARD', 'ASSISTANT_STEWARD', 'SERVICE_MANAGER', 'CONTROL_ROOM'])(
      '%s calls back',
      async (role) => {
        expect((await call(await returned(), HAPPY, of(role))).refusals).toEqual([]);
      },
    );
    test.each(['TECHNICIAN', 'ENGINEERING_HEAD', 'CASHIER', 'SECURITY'])('%s does not', async (role) => {
      expect((await call(await returned(), HAPPY, of(role))).facts).toEqual([
        { code: 'FORBIDDEN', action: 'ticket.callback' },
      ]);
    });
    test.each(['FRONT_DESK', 'STEWARD', 'SECURITY'])('%s gives no order back', async (role) => {
      const id = await completed();
      await sign(id);
      expect((await giveBack(id, of(role))).facts).toEqual([{ code: 'FORBIDDEN', action: 'repair.return' }]);
    });
    test('R-ORG-78 · D-30 · another estate and another company find nothing, residents see no callbacks', async () => {
      const id = await returned();
      for (const person of [story.harbour.e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!]) {
        expect((await call(id, HAPPY, person)).facts).toEqual([{ code: 'NOT_FOUND', what: 'ticket' }]);
        expect((await giveBack(id, person)).refusals.join()).toMatch(/^(NOT_FOUND|FORBIDDEN) returnRepair$/);
      }
      await call(id);
      const seen = await ask(e01().resident, `query ($id: ID!) { ticket(id: $id) { callbacks { id } } }`, { id });
      expect(seen.data.ticket).toEqual({ callbacks: [] });
      expect((await call(id, HAPPY, e01().resident)).refusals).toEqual(['FORBIDDEN recordCallback']);
    });
  });
});
