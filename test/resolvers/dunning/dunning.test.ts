import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { openFeeFeed } from '../../../src/events/fee-feed.js';
import { sweepDunningJob } from '../../../src/jobs/dunning/sweep-dunning.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const STEP = `{ id kind state plannedFor doneAt outcome arrears { amount } arrearsFrom arrearsUntil payByDay note flaws team { id } recordedBy { id } }`;
const CASE = `{ id stage reason ending ground openedOn closedOn overdueSince stopped calls visits refusals letterGround version
  arrears { amount currency } unit { id } payer { id } estate { code } stewards { id } charges { id open { amount } }
  owed { kind state ownerPost dueAt } holds { id kind inForce untilDay releasedAt charge { id } complaint { id } instalments { dueDay amount { amount } } }
  steps ${STEP} }`;
const LIST = `query ($filter: DunningCaseFilter, $first: Int, $after: String) {
  dunningCases(filter: $filter, first: $first, after: $after) { nodes { id stage arrears { amount } payer { id } } totalCount pageInfo { hasNextPage endCursor } } }`;
const FIGURES = `query ($from: LocalDate!, $until: LocalDate!, $ids: [ID!]) { dunningFigures(estateIds: $ids, fromDay: $from, untilDay: $until) {
  estate { code } visits visitsByTeam visitsInHours visitsInQuietHours visitsTooEarly calls callsIncomplete whileStopped } }`;

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('who does not pay', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-03-20T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock, poolSize: 16 });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const at = (instant: string): void => {
    now = new Date(instant);
  };
  const say = (person: StoryPerson, verb: string, input: object, selection = `case ${CASE}`): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${selection} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object, selection?: string): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input, selection);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { cursor, ...payload } = data[verb] as Record<string, unknown>;
    expect(cursor).toEqual(expect.any(String));
    return Object.values(payload)[0];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const charge = (more: object = {}) =>
    done(
      of('ACCOUNTANT'),
      'raiseCharge',
      {
        ...{ unitId: e01().units[0].id, payerId: e01().resident.subjectId, kind: 'PROPERTY_FEE', amount: yuan('300') },
        ...{ fromDay: '2026-01-01', untilDay: '2026-02-01', dueDay: '2026-01-15', ...more },
      },
      'charge { id version open { amount } }',
    );
  const pay = (amount: string, payerId = e01().resident.subjectId) =>
    done(
      of('CASHIER'),
      'recordPayment',
      { payerId, method: 'CASH', amount: yuan(amount) },
      'payment { id version unallocated { amount } }',
    );
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const caseNow = async (id: string, person = of('STEWARD')): Promise<any> =>
    (await ask(person, `query ($id: ID!) { dunningCase(id: $id) ${CASE} }`, { id })).data.dunningCase;
  const sweep = async (): Promise<void> => {
    const job = { house, principal: systemPrincipal(story.harbour.id), rowId: story.harbour.id };
    await sweepDunningJob.run({ ...job, signal: AbortSignal.timeout(60_000) } as unknown as Parameters<
      typeof sweepDunningJob.run
    >[0]);
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const list = async (filter: object, person = of('STEWARD'), more: object = {}): Promise<any> =>
    (await ask(person, LIST, { filter, first: 20, ...more })).data.dunningCases;
  const open = async (payerId = e01().resident.subjectId): Promise<string> =>
    (await list({ payerId, open: true })).nodes[0].id as string;
  const team = () => [of('STEWARD').subjectId, of('CASHIER').subjectId];
  /** What is disputed on the estate at the end of a day. */
  const disputed = async (on: string | null = null): Promise<{ minor: string; charges: number }> => {
    const document = `query ($on: LocalDate) { arrearsAgeing(on: $on) { estate { code } disputed { amount } ages { disputedCharges disputed { amount } } } }`;
    const { data } = await ask(of('ACCOUNTANT'), document, { on });
    const [row] = data.arrearsAgeing as {
      readonly disputed: { readonly amount: string };
      readonly ages: readonly { readonly disputedCharges: number; readonly disputed: { readonly amount: string } }[];
    }[];
    const parts = row?.ages.map((age) => Number(age.disputed.amount)) ?? [];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(row?.disputed.amount));
    const charges = row?.ages.reduce((sum, age) => sum + age.disputedCharges, 0) ?? 0;
    return { minor: row?.disputed.amount ?? '', charges };
  };
  const settle = async (payerId = e01().resident.subjectId): Promise<void> => {
    const { nodes } = await list({ payerId, open: true });
    for (const { id, arrears } of nodes) {
      await pay(arrears.amount, payerId);
      expect(await caseNow(id)).toMatchObject({ stage: 'CLOSED', ending: 'PAID' });
    }
  };

  test('D-13 · the sweep opens one case for what is overdue of a payer and unit, once, from the first day after the deadline', async () => {
    at('2026-01-15T15:00:00Z');
    const january = await charge();
    await charge({ fromDay: '2026-02-01', untilDay: '2026-03-01', dueDay: '2026-02-10', amount: yuan('200') });
    await charge({ unitId: e01().units[1].id, payerId: e01().next.subjectId });
    await sweep();
    expect((await list({})).totalCount).toBe(0);
    at('2026-01-16T02:00:00Z');
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const { nodes, totalCount } = await list({});
    expect(totalCount).toBe(2);
    expect(nodes.map((node: { payer: { id: string } }) => node.payer.id).sort()).toEqual(
      [e01().resident.subjectId, e01().next.subjectId].sort(),
    );
    const debt = await caseNow(await open());
    expect(debt).toMatchObject({
      ...{ stage: 'OVERDUE', reason: null, openedOn: '2026-01-16', overdueSince: '2026-01-15', stopped: false },
      ...{ calls: 0, visits: 0, letterGround: null, version: 1, arrears: yuan('300.00'), owed: [], steps: [] },
      ...{ unit: { id: e01().units[0].id }, payer: { id: e01().resident.subjectId }, estate: { code: 'E01' } },
      charges: [{ id: january.id, open: { amount: '300.00' } }],
    });
    at('2026-02-20T02:00:00Z');
    expect(await caseNow(debt.id)).toMatchObject({ arrears: yuan('500.00'), version: 1 });
  });

  test('D-13, R-DUN-02, R-DUN-03 · from the first day everybody is called; what a call left out is flagged; a promise stops dunning to the end of its day', async () => {
    const caseId = await open();
    const called = await done(of('STEWARD'), 'recordDunningStep', {
      ...{ caseId, kind: 'TELEPHONE', outcome: 'PROMISED', promisedDay: '2026-02-25', note: '答应月底前缴清' },
      ...{ payByDay: '2026-02-28', itemsStated: true, understood: true, expectedVersion: 1 },
    });
    expect(called).toMatchObject({
      stage: 'CALLED',
      calls: 1,
      stopped: true,
      holds: [{ kind: 'PROMISE', inForce: true }],
    });
    expect(called.steps).toMatchObject([
      {
        ...{ kind: 'TELEPHONE', state: 'DONE', outcome: 'PROMISED', flaws: [], note: '答应月底前缴清' },
        ...{ arrears: { amount: '500.00' }, arrearsFrom: '2026-01-01', arrearsUntil: '2026-03-01' },
        ...{ team: [{ id: of('STEWARD').subjectId }] },
      },
    ]);
    const list = '{ arrears(first: 100) { nodes { payer { id } unit { id } lastStep { id kind doneAt outcome } } } }';
    const debts = (await ask(of('STEWARD'), list)).data.arrears.nodes as Record<string, unknown>[];
    expect(debts).toContainEqual({
      ...{ payer: called.payer, unit: called.unit },
      lastStep: { id: called.steps[0].id, kind: 'TELEPHONE', doneAt: called.steps[0].doneAt, outcome: 'PROMISED' },
    });
    expect(
      await refused(of('STEWARD'), 'recordDunningStep', { caseId, kind: 'TELEPHONE', outcome: 'PROMISED' }),
    ).toMatchObject({ code: 'INVALID_INPUT', path: 'input.promisedDay' });
    at('2026-02-25T15:30:00Z');
    expect(await caseNow(caseId)).toMatchObject({ stopped: true });
    at('2026-02-25T16:00:00Z');
    expect(await caseNow(caseId)).toMatchObject({ stopped: false, holds: [{ inForce: false }] });
    const noon = await done(of('STEWARD'), 'recordDunningStep', {
      ...{ caseId, kind: 'TELEPHONE', outcome: 'INFORMED', occurredAt: '2026-02-25T12:30:00+08:00' },
    });
    expect(noon.steps[1].flaws).toEqual(['QUIET_HOURS', 'INCOMPLETE']);
  });

  test('R-DUN-04, R-DUN-05, R-DUN-06, R-DUN-18, R-FEE-10 · a visit is planned by two, in the evening or at a weekend, after two months; else it is refused by its rule and nothing is written', async () => {
    const caseId = await open();
    const plan = (when: string, teamIds: readonly string[] = team()) => ({ caseId, at: when, teamIds });
    const before = await caseNow(caseId);
    for (const [when, who, rule] of [
      ['2026-03-18T19:00:00+08:00', [of('STEWARD').subjectId], 'R-DUN-06'],
      ['2026-03-18T19:00:00+08:00', [of('STEWARD').subjectId, of('STEWARD').subjectId], 'R-DUN-06'],
      ['2026-03-18T12:30:00+08:00', team(), 'R-DUN-18'],
      ['2026-03-18T15:00:00+08:00', team(), 'R-DUN-05'],
      ['2026-03-18T21:30:00+08:00', team(), 'R-DUN-18'],
      ['2026-03-22T13:00:00+08:00', team(), 'R-DUN-18'],
      ['2026-03-15T19:00:00+08:00', team(), 'R-DUN-04'],
      ['2026-03-18T19:00:00+08:00', [of('STEWARD').subjectId, of('FRONT_DESK').subjectId], 'R-FEE-10'],
      ['2026-03-18T19:00:00+08:00', [of('CASHIER').subjectId, of('CASHIER', e01()).subjectId], 'R-DUN-06'],
    ] as const)
      expect([when, await refused(of('STEWARD'), 'planDunningVisit', plan(when, who))]).toMatchObject([
        when,
        { code: 'RULE_REFUSED', rule },
      ]);
    expect(await refused(of('STEWARD'), 'planDunningVisit', plan('2026-02-01T19:00:00+08:00'))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await refused(of('FRONT_DESK'), 'planDunningVisit', plan('2026-03-18T19:00:00+08:00'))).toMatchObject({
      code: 'FORBIDDEN',
      action: 'dunning.act',
    });
    expect(await caseNow(caseId)).toEqual(before);
    const planned = await done(of('STEWARD'), 'planDunningVisit', plan('2026-03-18T19:00:00+08:00'));
    const again = await done(of('CASHIER'), 'planDunningVisit', plan('2026-03-21T10:00:00+08:00'));
    expect(again.steps).toHaveLength(planned.steps.length);
    expect(again.steps.at(-1)).toMatchObject({ state: 'PLANNED', plannedFor: new Date('2026-03-21T02:00:00.000Z') });
    expect(
      again.steps
        .at(-1)
        .team.map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(team().sort());
    const off = await done(of('STEWARD'), 'callOffDunningVisit', { caseId });
    expect(off.steps.at(-1)).toMatchObject({ state: 'CALLED_OFF', doneAt: null });
    expect(await refused(of('STEWARD'), 'callOffDunningVisit', { caseId })).toMatchObject({ code: 'CONFLICT' });
  });

  test('R-DUN-04 · two months after the deadline a visit is owed by the steward; it is done by the visit', async () => {
    const caseId = await open();
    at('2026-03-16T02:00:00Z');
    await sweep();
    await sweep();
    const { owed } = await caseNow(caseId);
    expect(owed).toMatchObject([
      { kind: 'DUNNING_VISIT', state: 'OPEN', ownerPost: 'STEWARD', dueAt: new Date('2026-04-15T15:59:59.999Z') },
    ]);
    await done(of('STEWARD'), 'planDunningVisit', { caseId, at: '2026-03-18T19:00:00+08:00', teamIds: team() });
    at('2026-03-18T12:00:00Z');
    const visited = await done(of('STEWARD'), 'recordDunningStep', {
      ...{ caseId, kind: 'HOME_VISIT', outcome: 'REFUSED', teamIds: team(), occurredAt: '2026-03-18T19:05:00+08:00' },
    });
    expect(visited).toMatchObject({ stage: 'VISITED', visits: 1, refusals: 1, owed: [], letterGround: 'TIME' });
    expect(visited.steps.at(-1)).toMatchObject({ state: 'DONE', flaws: [], outcome: 'REFUSED' });
    expect(visited.steps.filter((step: { state: string }) => step.state === 'PLANNED')).toEqual([]);
  });

  test('R-DUN-05, R-DUN-06, R-DUN-12 · a visit alone, at noon or too early that took place is recorded, flagged and counted', async () => {
    const [caseId, other] = [await open(), await open(e01().next.subjectId)];
    const alone = await done(of('STEWARD'), 'recordDunningStep', {
      ...{ caseId, kind: 'HOME_VISIT', outcome: 'NOT_REACHED', occurredAt: '2026-03-17T12:30:00+08:00' },
    });
    expect(alone).toMatchObject({ visits: 2, refusals: 2, stage: 'VISITED' });
    expect(alone.steps.at(-1).flaws).toEqual(['TOO_FEW', 'OFF_HOURS', 'QUIET_HOURS']);
    const early = await done(of('ESTATE_MANAGER'), 'recordDunningStep', {
      ...{ caseId: other, kind: 'HOME_VISIT', outcome: 'INFORMED', occurredAt: '2026-02-20T19:30:00+08:00' },
      teamIds: [of('ESTATE_MANAGER').subjectId, of('STEWARD').subjectId],
    });
    expect(early.steps.at(-1).flaws).toEqual(['TOO_EARLY', 'OTHER_POST']);
    const { data } = await ask(of('ESTATE_MANAGER'), FIGURES, { from: '2026-01-01', until: '2027-01-01', ids: null });
    expect(data.dunningFigures).toEqual([
      {
        ...{
          estate: { code: 'E01' },
          visits: 3,
          visitsByTeam: 2,
          visitsInHours: 2,
          visitsInQuietHours: 1,
          visitsTooEarly: 1,
        },
        ...{ calls: 2, callsIncomplete: 1, whileStopped: 0 },
      },
    ]);
    const march = await ask(of('ESTATE_MANAGER'), FIGURES, {
      from: '2026-03-17',
      until: '2026-03-18',
      ids: [e01().id],
    });
    expect(march.data.dunningFigures).toMatchObject([{ visits: 1, visitsByTeam: 0, visitsInHours: 0, calls: 0 }]);
    expect(
      await ask(of('ESTATE_MANAGER'), FIGURES, { from: '2026-03-17', until: '2026-03-17', ids: null }),
    ).toMatchObject({
      facts: [{ code: 'INVALID_INPUT', path: 'untilDay' }],
    });
  });

  test('M-DUN-02, M-DUN-03 · visits by two, and in the evening or at a weekend, are figures of head office', async () => {
    const { data } = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `{ portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, metrics: [DUNNING_VISIT_BY_TEAM, DUNNING_VISIT_IN_HOURS]) {
           metrics { value numerator denominator } } }`,
    );
    const figure = { value: '66.7', numerator: '2', denominator: '3' };
    expect(data.portfolioScorecard.metrics).toEqual([figure, figure]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('D-13, M-FEE-05 · a dispute of a charge, an open complaint and instalments that are kept stop dunning; a planned visit then does not take place', async () => {
    const caseId = await open();
    const { charges } = await caseNow(caseId);
    const [january, february] = charges as { id: string }[];
    await done(of('STEWARD'), 'planDunningVisit', { caseId, at: '2026-03-21T10:00:00+08:00', teamIds: team() });
    const one = await done(of('STEWARD'), 'holdDunning', { caseId, kind: 'DISPUTED', chargeId: january!.id });
    expect(one).toMatchObject({ stopped: false, overdueSince: '2026-01-15', letterGround: 'VISITS' });
    expect(one.steps.at(-1)).toMatchObject({ state: 'PLANNED' });
    expect(await disputed()).toEqual({ minor: '300.00', charges: 1 });
    expect(await disputed('2026-03-10')).toEqual({ minor: '0.00', charges: 0 });
    const { data } = await ask(
      of('FRONT_DESK'),
      `mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }`,
      {
        input: {
          ...{ estateId: e01().id, unitId: e01().units[0].id, customerId: e01().resident.subjectId },
          ...{ channel: 'PHONE', subject: 'the lift stood still in February', occurredAt: '2026-03-18T10:00:00+08:00' },
        },
      },
    );
    const complaintId = data.lodgeComplaint.complaint.id as string;
    const both = await done(of('STEWARD'), 'holdDunning', {
      caseId,
      kind: 'COMPLAINT',
      chargeId: february!.id,
      complaintId,
    });
    expect(both).toMatchObject({ stopped: true, letterGround: null });
    expect(both.steps.at(-1)).toMatchObject({ state: 'CALLED_OFF' });
    expect(both.holds.at(-1)).toMatchObject({ kind: 'COMPLAINT', inForce: true, complaint: { id: complaintId } });
    expect(
      await refused(of('STEWARD'), 'planDunningVisit', { caseId, at: '2026-03-21T10:00:00+08:00', teamIds: team() }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'D-13' });
    const through = await done(of('STEWARD'), 'recordDunningStep', { caseId, kind: 'MESSAGE', outcome: 'INFORMED' });
    expect(through.steps.at(-1).flaws).toEqual(['WHILE_STOPPED']);
    await ask(
      of('SERVICE_MANAGER'),
      `mutation ($input: CancelTicketInput!) { cancelTicket(input: $input) { ticket { id } } }`,
      { input: { ticketId: complaintId, reason: 'WITHDRAWN_BY_CUSTOMER' } },
    );
    await house.database.superuser.query(`update ticket set phase = 'CANCELLED' where id = $1`, [complaintId]);
    expect(await caseNow(caseId)).toMatchObject({ stopped: false });
    const dispute = one.holds.at(-1).id as string;
    const day = '2026-03-19';
    at('2026-03-20T02:00:00Z');
    expect(await disputed()).toEqual({ minor: '300.00', charges: 1 });
    const free = await done(of('STEWARD'), 'releaseDunningHold', { caseId, holdId: dispute });
    expect(await disputed()).toEqual({ minor: '0.00', charges: 0 });
    expect(await disputed(day)).toEqual({ minor: '300.00', charges: 1 });
    expect(free.holds.every(({ inForce }: { inForce: boolean }) => !inForce)).toBe(true);
    expect(await refused(of('STEWARD'), 'releaseDunningHold', { caseId, holdId: dispute })).toMatchObject({
      code: 'CONFLICT',
    });
    const instalments = [
      { dueDay: '2026-03-25', amount: yuan('200') },
      { dueDay: '2026-04-25', amount: yuan('300') },
    ];
    expect(await refused(of('STEWARD'), 'holdDunning', { caseId, kind: 'INSTALMENTS', instalments })).toMatchObject({
      code: 'FORBIDDEN',
      action: 'dunning.lead',
    });
    expect(
      await refused(of('SERVICE_MANAGER'), 'holdDunning', {
        caseId,
        kind: 'INSTALMENTS',
        instalments: instalments.slice(1),
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', rule: 'D-13' });
    expect(
      await done(of('SERVICE_MANAGER'), 'holdDunning', { caseId, kind: 'INSTALMENTS', instalments }),
    ).toMatchObject({
      stopped: true,
    });
    at('2026-03-25T10:00:00Z');
    await pay('150');
    expect(await caseNow(caseId)).toMatchObject({ stopped: true, arrears: yuan('350.00') });
    at('2026-03-26T02:00:00Z');
    expect(await caseNow(caseId)).toMatchObject({ stopped: false });
    await pay('50');
    expect(await caseNow(caseId)).toMatchObject({ stopped: true, arrears: yuan('300.00') });
    expect((await list({ stopped: true })).nodes).toMatchObject([{ id: caseId }]);
  });

  test('D-13, R-FEE-09 · whatever settles what a case is about closes it in the same transaction; a payment that is taken back opens it again', async () => {
    const caseId = await open();
    await charge({ fromDay: '2026-03-01', untilDay: '2026-04-01', dueDay: '2026-04-10', amount: yuan('40') });
    const paid = await pay('300');
    expect(await caseNow(caseId)).toMatchObject({
      ...{
        stage: 'CLOSED',
        ending: 'PAID',
        closedOn: '2026-03-26',
        arrears: yuan('0.00'),
        owed: [],
        overdueSince: null,
      },
    });
    const { rows } = await house.database.superuser.query<{ type: string; same: boolean }>(
      `select type, recorded_at = max(recorded_at) over () as same from event where type like 'dunning.%' or type = 'fee.RECEIVED' order by seq desc limit 2`,
    );
    expect(rows.map(({ type }) => type).sort()).toEqual(['dunning.CLOSED', 'fee.RECEIVED']);
    expect(
      await refused(of('STEWARD'), 'recordDunningStep', { caseId, kind: 'MESSAGE', outcome: 'INFORMED' }),
    ).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'D-13',
    });
    await done(
      of('ACCOUNTANT'),
      'reversePayment',
      { paymentId: paid.id, reason: 'RETURNED_BY_BANK' },
      'payment { id }',
    );
    await sweep();
    expect(await caseNow(caseId)).toMatchObject({
      stage: 'VISITED',
      ending: null,
      closedOn: null,
      arrears: yuan('300.00'),
    });
    expect(await open()).toBe(caseId);
    await settle();
    const other = await open(e01().next.subjectId);
    const { charges } = await caseNow(other);
    await done(
      of('ACCOUNTANT'),
      'transferCharge',
      { chargeId: charges[0].id, payerId: e01().resident.subjectId },
      'charge { id }',
    );
    expect(await caseNow(other)).toMatchObject({ stage: 'CLOSED', ending: 'ADJUSTED' });
    await sweep();
    await settle();
  });

  test('R-DUN-02 · who resides abroad is owed a call and no visit', async () => {
    at('2026-03-26T02:00:00Z');
    const owedFor = await charge({ fromDay: '2026-01-01', untilDay: '2026-02-01', dueDay: '2026-01-02' });
    const opened = await done(of('STEWARD'), 'openDunning', { chargeId: owedFor.id });
    expect(opened.owed).toMatchObject([{ kind: 'DUNNING_VISIT' }]);
    expect(await refused(of('STEWARD'), 'openDunning', { chargeId: owedFor.id })).toMatchObject({ rule: 'D-13' });
    const abroad = await done(of('STEWARD'), 'setDebtorReason', { caseId: opened.id, reason: 'ABROAD' });
    expect(abroad).toMatchObject({
      reason: 'ABROAD',
      owed: [{ kind: 'DUNNING_CALL', dueAt: new Date('2026-04-10T15:59:59.999Z') }],
    });
    const visit = { caseId: opened.id, at: '2026-03-28T10:00:00+08:00', teamIds: team() };
    expect(await refused(of('STEWARD'), 'planDunningVisit', visit)).toMatchObject({ rule: 'R-DUN-02' });
    const called = await done(of('STEWARD'), 'recordDunningStep', {
      ...{ caseId: opened.id, kind: 'TELEPHONE', outcome: 'INFORMED', reason: 'HARDSHIP' },
      ...{ payByDay: '2026-03-31', itemsStated: true, understood: true },
    });
    expect(called).toMatchObject({ stage: 'CALLED', reason: 'HARDSHIP', owed: [{ kind: 'DUNNING_VISIT' }] });
    at('2026-03-26T03:00:00Z');
    const letBe = await done(of('SERVICE_MANAGER'), 'withdrawDunning', { caseId: opened.id, ground: 'NOT_WORTHWHILE' });
    expect(letBe).toMatchObject({ stage: 'CLOSED', ending: 'WITHDRAWN', ground: 'NOT_WORTHWHILE', owed: [] });
    await sweep();
    expect((await list({ open: true })).totalCount).toBe(0);
    await charge({ fromDay: '2026-03-01', untilDay: '2026-04-01', dueDay: '2026-03-27', amount: yuan('10') });
    at('2026-03-28T02:00:00Z');
    await sweep();
    const later = await caseNow(await open());
    expect(later.id).not.toBe(opened.id);
    expect(later).toMatchObject({ stage: 'OVERDUE', arrears: yuan('310.00') });
  });

  test('M-DUN-01, M-DUN-04, R-DUN-02, R-DUN-04 · who was owed a visit and had it, and who resides abroad and was telephoned, are figures of head office', async () => {
    const { data } = await ask(
      story.harbour.staff['QUALITY_OFFICER'],
      `{ portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, metrics: [DEBTORS_VISITED, DEBTORS_ABROAD_CALLED]) {
           metrics { numerator denominator pending exclusions { reason count } } } }`,
    );
    const { rows } = await house.database.superuser.query<{ kind: string; done: number; gone: number; open: number }>(
      `select kind, count(*) filter (where state like 'FULFILLED%')::int as done, count(*) filter (where state = 'LAPSED')::int as gone,
              count(*) filter (where state in ('OPEN', 'MISSED'))::int as open
         from obligation where company_id = $1 and kind in ('DUNNING_VISIT', 'DUNNING_CALL') group by kind order by kind desc`,
      [story.harbour.id],
    );
    expect(rows).toMatchObject([
      { kind: 'DUNNING_VISIT', done: expect.any(Number), open: expect.any(Number) },
      { kind: 'DUNNING_CALL', done: 1, gone: 0, open: 0 },
    ]);
    const [visits] = rows;
    expect(visits!.done).toBeGreaterThan(0);
    expect(visits!.gone).toBeGreaterThan(0);
    expect(data.portfolioScorecard.metrics).toEqual([
      {
        ...{ numerator: String(visits!.done), denominator: String(visits!.done + visits!.open), pending: 0 },
        exclusions: [{ reason: 'NO_LONGER_OWED', count: visits!.gone }],
      },
      { numerator: '1', denominator: '1', pending: 0, exclusions: [] },
    ]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-ORG-70, D-30 · amounts and words are for whoever needs them; residents, neighbours and other estates see no case', async () => {
    const caseId = await open();
    await done(of('STEWARD'), 'recordDunningStep', { caseId, kind: 'MESSAGE', outcome: 'INFORMED', note: '短信' });
    expect(await caseNow(caseId, of('FRONT_DESK'))).toMatchObject({
      ...{ arrears: null, stage: 'REMINDED', steps: [{ arrears: null, note: null }] },
    });
    expect(await caseNow(caseId, of('STEWARD'))).toMatchObject({ arrears: yuan('310.00'), steps: [{ note: '短信' }] });
    const document = `query ($id: ID!) { dunningCase(id: $id) { id } }`;
    for (const resident of [e01().resident, e01().next])
      expect((await ask(resident, document, { id: caseId })).facts).toMatchObject([{ code: 'FORBIDDEN' }]);
    for (const stranger of [of('STEWARD', story.harbour.e02), of('STEWARD', story.cedar.e01)]) {
      expect((await ask(stranger, document, { id: caseId })).facts).toMatchObject([{ code: 'NOT_FOUND' }]);
      expect((await list({}, stranger)).totalCount).toBe(0);
      expect(await refused(stranger, 'setDebtorReason', { caseId, reason: 'VACANT' })).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const { rows } = await house.database.superuser.query(
      `select 1 from event where type like 'dunning.%' and facts::text ~ 'Minor|amount|短信'`,
    );
    expect(rows).toEqual([]);
  });

  test('R-ORG-33 · cases are found by estate, stage, steward, reason and age, page by page, with as many statements for many as for one', async () => {
    const e02 = story.harbour.e02;
    for (const [i, unit] of e02.units.entries())
      await done(
        of('ACCOUNTANT', e02),
        'raiseCharge',
        {
          ...{ unitId: unit.id, payerId: e02.resident.subjectId, kind: 'PARKING_FEE', amount: yuan('100') },
          ...{ fromDay: '2026-01-01', untilDay: '2026-02-01', dueDay: `2026-0${i + 1}-20` },
        },
        'charge { id }',
      );
    await sweep();
    const manager = of('ESTATE_MANAGER', e02);
    const all = await list({ estateIds: [e02.id] }, manager);
    expect(all.totalCount).toBe(3);
    const first = await list({ estateIds: [e02.id] }, manager, { first: 2 });
    const rest = await list({ estateIds: [e02.id] }, manager, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(all.nodes.map(({ id }: { id: string }) => id));
    expect((await list({ overdueBefore: '2026-02-20' }, manager)).totalCount).toBe(1);
    expect((await list({ overdueFrom: '2026-02-20' }, manager)).totalCount).toBe(2);
    expect((await list({ stages: ['VISITED'] }, manager)).totalCount).toBe(0);
    expect((await list({ unitId: e02.units[1].id, open: true }, manager)).totalCount).toBe(1);
    const { id } = all.nodes[0];
    await done(of('STEWARD', e02), 'setDebtorReason', { caseId: id, reason: 'DEVELOPER_DEFECT' });
    expect((await list({ reasons: ['DEVELOPER_DEFECT', 'VACANT'] }, manager)).nodes).toMatchObject([{ id }]);
    const steward = of('STEWARD', e02).subjectId;
    expect((await list({ stewardId: steward }, manager)).totalCount).toBe(0);
    await house.database.superuser.query(
      `insert into steward_building (company_id, estate_id, building_id, staff_id) values ($1, $2, $3, $4)`,
      [story.harbour.id, e02.id, e02.buildingId, steward],
    );
    expect((await list({ stewardId: steward }, manager)).totalCount).toBe(3);
    const whole = `query ($first: Int) { dunningCases(first: $first) { nodes ${CASE} } }`;
    const [one, many] = [await ask(manager, whole, { first: 1 }), await ask(manager, whole, { first: 3 })];
    expect(many.data.dunningCases.nodes).toHaveLength(3);
    expect(many.data.dunningCases.nodes[0].stewards).toEqual([{ id: steward }]);
    expect(many.statements).toBe(one.statements);
  });

  test('D-13 · dunning is told live to staff who read fees, in order, and never to residents', async () => {
    const caseId = await open();
    const context = async (person: StoryPerson) =>
      new RequestContext(house, await principalOf(house, person), {
        ...{ requestId: 'live', address: '127.0.0.1', transport: 'websocket' },
      } as never);
    const feeds = [
      await openFeeFeed(await context(of('FRONT_DESK')), {}),
      await openFeeFeed(await context(e01().resident), {}),
    ];
    const [desk, debt] = feeds.map((feed) => eventsOf(house, feed));
    await done(of('STEWARD'), 'setDebtorReason', { caseId, reason: 'SERVICE' });
    const owner = await pay('1');
    const value = async (feed: typeof desk) => (await feed!.next()).value as unknown;
    expect(await value(desk)).toMatchObject({
      type: 'dunning.REASONED',
      subjectKind: 'dunningCase',
      subjectId: caseId,
    });
    expect(await value(debt)).toMatchObject({ type: 'fee.RECEIVED', subjectId: owner.id });
    await Promise.all(feeds.map((feed) => feed.return()));
  });

  test('M-DUN-07, M-DUN-08, P-23 · what is paid within thirty days of a step and before the next one is its effect, once those days are over; what is taken back is none', async () => {
    at('2026-06-30T02:00:00Z');
    await settle();
    await charge({ fromDay: '2026-06-01', untilDay: '2026-07-01', dueDay: '2026-06-29', amount: yuan('400') });
    at('2026-07-01T02:00:00Z');
    await sweep();
    const caseId = await open();
    const step = (kind: string, more: object = {}) =>
      done(of('STEWARD'), 'recordDunningStep', { caseId, kind, outcome: 'INFORMED', ...more });
    const figures = async (known: string | null = null): Promise<unknown> => {
      const text = `query ($known: LocalDate) {
        portfolioScorecard(period: { from: "2026-07-01", to: "2026-09-01" }, metrics: [DUNNING_EFFECT, DUNNING_CURED], asKnownOn: $known) { metrics { numerator denominator pending } }
        metricBreakdown(period: { from: "2026-07-01", to: "2026-09-01" }, metric: DUNNING_EFFECT, by: DUNNING_STEP_KIND, asKnownOn: $known) { segment metric { value } } }`;
      const { portfolioScorecard, metricBreakdown } = (
        await ask(story.harbour.staff['COMPANY_LEADER'], text, { known })
      ).data;
      const counted = (metricBreakdown as { segment: string; metric: { value: string | null } }[]).filter(
        ({ metric }) => metric.value !== null,
      );
      const parts = counted.map(({ segment, metric }) => `${segment} ${metric.value}`);
      return [...portfolioScorecard.metrics, parts.toSorted()];
    };
    await step('MESSAGE');
    at('2026-07-05T02:00:00Z');
    const first = await pay('100');
    at('2026-07-10T02:00:00Z');
    await step('TELEPHONE', { payByDay: '2026-07-31', itemsStated: true, understood: true });
    at('2026-07-20T02:00:00Z');
    await pay('300');
    expect(await caseNow(caseId)).toMatchObject({ stage: 'CLOSED', ending: 'PAID' });
    const none = { numerator: '0.00', denominator: '0.00', pending: 2 };
    expect(await figures()).toMatchObject([none, { numerator: '0', denominator: '0', pending: 2 }, expect.anything()]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    at('2026-08-20T02:00:00Z');
    expect(await figures()).toEqual([
      { numerator: '400.00', denominator: '700.00', pending: 0 },
      { numerator: '1', denominator: '2', pending: 0 },
      ['MESSAGE 25.0', 'TELEPHONE 100.0'],
    ]);
    expect(await figures('2026-08-05')).toEqual([
      { numerator: '100.00', denominator: '400.00', pending: 1 },
      { numerator: '0', denominator: '1', pending: 1 },
      ['MESSAGE 25.0'],
    ]);
    await done(
      of('ACCOUNTANT'),
      'reversePayment',
      { paymentId: first.id, reason: 'RETURNED_BY_BANK' },
      'payment { id }',
    );
    expect((await figures()) as unknown[]).toMatchObject([{ numerator: '300.00', denominator: '700.00' }, {}, {}]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });
});
