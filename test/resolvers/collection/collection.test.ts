import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import type { Clock } from '../../../src/domain/clock.js';
import { AGEING_BUCKETS, ageingBucketOf } from '../../../src/domain/collection/ageing.js';
import { movesOf } from '../../../src/domain/ledger/account-book.js';
import { PROPOSED_CHANGES } from '../../../src/domain/ledger/proposed-change.js';
import { amountOf } from '../../../src/domain/money/money.js';
import { newId } from '../../../src/entities/new-id.js';
import { foldAll } from '../../../src/metrics/fold-metrics.js';
import { rebuildMetrics } from '../../../src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { ledgerStep, liveLedger } from '../../support/ledger-life.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const ARREARS = `query ($filter: ArrearsFilter, $on: LocalDate, $known: LocalDate, $first: Int, $after: String) {
  arrears(filter: $filter, on: $on, asKnownOn: $known, first: $first, after: $after) { nodes { estate { code } unit { id } payer { id } currency on oldestDueDay daysOverdue bucket
    overdue ${MONEY} owed ${MONEY} ages { bucket charges open ${MONEY} } } totalCount pageInfo { hasNextPage endCursor } } }`;
const AGEING = `query ($filter: CollectionScope, $on: LocalDate, $known: LocalDate) {
  arrearsAgeing(filter: $filter, on: $on, asKnownOn: $known) { estate { code } currency on households overdueHouseholds owed ${MONEY} overdue ${MONEY} overduePerHousehold ${MONEY}
    ages { bucket charges households open ${MONEY} } } }`;
const COLLECTION = `query ($filter: CollectionFilter!, $on: LocalDate, $known: LocalDate) {
  collection(filter: $filter, on: $on, asKnownOn: $known) { month kind currency households paidHouseholds charged ${MONEY} collected ${MONEY} rate householdRate
    estate { code } building { id } steward { id } } }`;
const CARD = `query ($period: PeriodInput!, $asKnownOn: LocalDate) { portfolioScorecard(period: $period, asKnownOn: $asKnownOn, metrics: [FEE_COLLECTION, OTHER_COLLECTION]) {
  metrics { value numerator denominator pending rows(first: 10) { nodes { numerator denominator segment subject { ... on Charge { id } } } } } } }`;
const INCOME = `query ($filter: IncomeFilter!) { incomeByMethod(filter: $filter) { estate { code } method currency payments received ${MONEY} channelFees ${MONEY} net ${MONEY} } }`;
const TARGET = `{ id kind fromMonth untilMonth version amount ${MONEY} collected ${MONEY} attained steward { id } estate { code } setBy { id } }`;
const TARGETS = `query ($filter: CollectionTargetFilter!, $on: LocalDate, $known: LocalDate) { collectionTargets(filter: $filter, on: $on, asKnownOn: $known) ${TARGET} }`;
const THING: Readonly<Record<string, string>> = {
  raiseCharge: 'charge { id }',
  recordPayment: 'payment { id }',
  reversePayment: 'payment { id }',
  setCollectionTarget: `target ${TARGET}`,
};
/** A figure with the rows behind it. */
interface Figure {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly previous?: { readonly numerator: string | null } | null;
  readonly rows: { readonly nodes: readonly { readonly numerator: string; readonly denominator: string }[] };
}
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('what is open and what comes in, over estates', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-03-20T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    for (const estate of [e01(), e02()])
      await house.database.superuser.query(
        'insert into steward_building (company_id, staff_id, building_id, estate_id) values ($1, $2, $3, $4)',
        [story.harbour.id, estate.staff['STEWARD']!.subjectId, estate.buildingId, estate.id],
      );
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const e02 = () => story.harbour.e02;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role] ?? story.harbour.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${THING[verb] ?? ''} } }`, {
      input,
    });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { charge, payment, target } = data[verb];
    return charge ?? payment ?? target;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const read = async (person: StoryPerson, document: string, variables: object = {}): Promise<any> => {
    const { data, refusals } = await ask(person, document, variables as Record<string, unknown>);
    expect(refusals).toEqual([]);
    return Object.values(data)[0];
  };
  const on = (day: string): void => {
    now = new Date(`${day}T02:00:00Z`);
  };
  const charge = (month: string, amount: string, more: object = {}, estate = e01()) =>
    done(of('ACCOUNTANT', estate), 'raiseCharge', {
      ...{ unitId: estate.units[0].id, kind: 'PROPERTY_FEE', amount: yuan(amount), payerId: estate.resident.subjectId },
      ...{ fromDay: month, untilDay: addDays(month, 28), dueDay: addDays(month, 27), ...more },
    });
  const pay = (amount: string, more: object = {}, estate = e01()) =>
    done(of('CASHIER', estate), 'recordPayment', {
      ...{ payerId: estate.resident.subjectId, method: 'CASH', amount: yuan(amount), ...more },
    });

  test('M-FEE-05, R-FEE-09 · who owes since when, the oldest deadline first, and all estates by age in one question', async () => {
    on('2025-01-10');
    await charge('2025-01-01', '100');
    await charge('2025-01-01', '40', { kind: 'WATER' }, e02());
    on('2026-03-20');
    await charge('2025-12-01', '200');
    await charge('2026-02-01', '300', { unitId: e01().units[1].id, payerId: e01().next.subjectId });
    await charge('2026-03-01', '50');
    const leader = of('COMPANY_LEADER');
    const { nodes, totalCount } = await read(leader, ARREARS);
    expect(totalCount).toBe(3);
    expect(nodes).toMatchObject([
      { estate: { code: 'E01' }, oldestDueDay: '2025-01-28', daysOverdue: 416, bucket: 'OVER_ONE_YEAR' },
      { estate: { code: 'E02' }, owed: yuan('40.00') },
      {
        payer: { id: e01().next.subjectId },
        unit: { id: e01().units[1].id },
        bucket: 'UP_TO_TWO_MONTHS',
        overdue: yuan('300.00'),
      },
    ]);
    expect(nodes[0]).toMatchObject({
      ...{ payer: { id: e01().resident.subjectId }, overdue: yuan('300.00'), owed: yuan('350.00'), currency: 'CNY' },
      ages: [
        { bucket: 'NOT_DUE', charges: 1, open: yuan('50.00') },
        { bucket: 'UP_TO_TWO_MONTHS', charges: 0, open: yuan('0.00') },
        { bucket: 'UP_TO_ONE_YEAR', charges: 1, open: yuan('200.00') },
        { bucket: 'OVER_ONE_YEAR', charges: 1, open: yuan('100.00') },
      ],
    });
    const ageing = await read(leader, AGEING);
    expect(ageing).toMatchObject([
      {
        estate: { code: 'E01' },
        on: '2026-03-20',
        households: 2,
        overdueHouseholds: 2,
        owed: yuan('650.00'),
        overdue: yuan('600.00'),
        overduePerHousehold: yuan('300.00'),
      },
      { estate: { code: 'E02' }, households: 1, owed: yuan('40.00') },
    ]);
    expect(ageing[0].ages).toMatchObject([
      { bucket: 'NOT_DUE', charges: 1, households: 1, open: yuan('50.00') },
      { bucket: 'UP_TO_TWO_MONTHS', charges: 1, households: 1, open: yuan('300.00') },
      { bucket: 'UP_TO_ONE_YEAR', charges: 1, open: yuan('200.00') },
      { bucket: 'OVER_ONE_YEAR', charges: 1, open: yuan('100.00') },
    ]);
    const only = async (filter: object) => (await read(leader, ARREARS, { filter })).nodes.length as number;
    expect(await only({ estateIds: [e02().id] })).toBe(1);
    expect(await only({ buildingIds: [e01().buildingId] })).toBe(2);
    expect(await only({ stewardIds: [of('STEWARD', e02()).subjectId] })).toBe(1);
    expect(await only({ kinds: ['WATER'] })).toBe(1);
    expect(await only({ buckets: ['OVER_ONE_YEAR'] })).toBe(2);
    expect(await only({ buckets: ['UP_TO_TWO_MONTHS', 'NOT_DUE'] })).toBe(1);
    expect(await only({ buckets: ['NOT_DUE'] })).toBe(0);
    expect(await only({ estateIds: [newId(), 'x'] })).toBe(0);
    const page1 = await read(leader, ARREARS, { first: 2 });
    const page2 = await read(leader, ARREARS, { first: 2, after: page1.pageInfo.endCursor });
    expect([...page1.nodes, ...page2.nodes]).toEqual(nodes);
  });

  test('R-FEE-11 · an earlier day is answered as it was, and as it was known then', async () => {
    const leader = of('COMPANY_LEADER');
    const before = await read(leader, AGEING, { on: '2026-03-20' });
    const list = await read(leader, ARREARS, { on: '2026-03-20' });
    expect(before).toEqual(await read(leader, AGEING));
    expect(list).toEqual({ ...(await read(leader, ARREARS)), pageInfo: list.pageInfo });
    on('2026-04-02');
    await pay('150', { paidOn: '2026-03-15', reference: 'late-entry' });
    expect(await read(leader, AGEING, { on: '2026-03-20', known: '2026-03-20' })).toEqual(before);
    expect((await read(leader, ARREARS, { on: '2026-03-20', known: '2026-03-20' })).nodes).toEqual(list.nodes);
    const corrected = await read(leader, ARREARS, { on: '2026-03-20', filter: { estateIds: [e01().id] } });
    expect(corrected.nodes[0]).toMatchObject({ daysOverdue: 82, oldestDueDay: '2025-12-28', overdue: yuan('150.00') });
    expect((await read(leader, AGEING, { on: '2024-12-31' })).length).toBe(0);
  });

  test('R-ORG-70 · who sees no amounts sees debtors, ages and rates all the same; residents and strangers see nothing', async () => {
    const { nodes } = await read(of('FRONT_DESK'), ARREARS);
    expect(nodes[0]).toMatchObject({ overdue: null, owed: null, daysOverdue: 95 });
    expect(nodes[0].ages[2]).toMatchObject({ charges: 1, open: null });
    expect((await read(of('FRONT_DESK'), AGEING))[0]).toMatchObject({
      owed: null,
      overduePerHousehold: null,
      households: 2,
    });
    const months = { fromMonth: '2025-12-01', untilMonth: '2026-04-01' };
    for (const by of [['ESTATE'], ['KIND']])
      expect((await read(of('QUALITY_OFFICER'), COLLECTION, { filter: { ...months, by } }))[0]).toMatchObject({
        ...{ charged: null, collected: null, households: 2 },
      });
    for (const document of [ARREARS, AGEING])
      expect((await ask(e01().resident, document)).facts[0]).toMatchObject({ code: 'FORBIDDEN', action: 'fee.report' });
    expect((await read(of('ACCOUNTANT', e02()), AGEING)).map((row: { estate: object }) => row.estate)).toEqual([
      { code: 'E02' },
    ]);
    expect(await read(story.cedar.staff['COMPANY_LEADER']!, AGEING)).toEqual([]);
  });

  test('M-FEE-01, M-FEE-02, M-FEE-03 · collection is a ratio of sums of the same charges, without what is not due, let off or a fine', async () => {
    on('2026-06-20');
    const leader = of('COMPANY_LEADER');
    const a = await charge('2026-05-01', '100');
    await charge('2026-05-01', '50', { unitId: e02().units[0].id }, e02());
    await charge('2026-05-01', '9', { kind: 'PENALTY' });
    await charge('2026-05-01', '30', { kind: 'WATER' });
    await charge('2026-06-01', '77');
    await pay('90', { allocations: [{ chargeId: a.id, amount: yuan('90') }] });
    const e = await read(leader, ARREARS, { filter: { estateIds: [e02().id], kinds: ['PROPERTY_FEE'] } });
    await pay('10', { allocations: [], prepaid: true }, e02());
    expect(e.nodes).toHaveLength(1);
    const months = { fromMonth: '2026-05-01', untilMonth: '2026-07-01' };
    const figures = (by: string[], more: object = {}, asOf: object = {}) =>
      read(leader, COLLECTION, { filter: { ...months, by, ...more }, ...asOf });
    expect(await figures(['ESTATE'])).toMatchObject([
      {
        estate: { code: 'E01' },
        charged: yuan('100.00'),
        collected: yuan('90.00'),
        rate: '90.0',
        households: 1,
        paidHouseholds: 0,
        householdRate: '0.0',
      },
      { estate: { code: 'E02' }, charged: yuan('50.00'), collected: yuan('0.00'), rate: '0.0' },
    ]);
    expect(await figures(['MONTH'])).toMatchObject([
      { month: '2026-05-01', estate: null, charged: yuan('150.00'), rate: '60.0' },
    ]);
    expect(await figures(['KIND'], { kinds: ['PROPERTY_FEE', 'WATER'] })).toMatchObject([
      { kind: 'PROPERTY_FEE', charged: yuan('150.00') },
      { kind: 'WATER', charged: yuan('30.00'), collected: yuan('0.00') },
    ]);
    const card = (person: StoryPerson, more: object = {}) =>
      read(person, CARD, { period: { from: '2026-05-01', to: '2026-07-01' }, ...more });
    const fees = { value: '60.0', numerator: '90.00', denominator: '150.00', pending: 1 };
    const other = { value: '0.0', numerator: '0.00', denominator: '39.00', pending: 0 };
    expect((await card(leader)).metrics).toMatchObject([fees, other]);
    expect((await card(of('ESTATE_MANAGER'))).metrics[0]).toMatchObject({ value: '90.0', denominator: null });
    const { rows } = (await card(leader)).metrics[0];
    expect(
      rows.nodes.map((row: { numerator: string; denominator: string }) => [row.numerator, row.denominator]),
    ).toEqual([
      ['90.00', '100.00'],
      ['0.00', '50.00'],
    ]);
    expect(rows.nodes[0]).toMatchObject({ segment: 'PROPERTY_FEE', subject: { id: a.id } });
    await foldAll(house.pool, story.harbour.id);
    expect((await card(leader)).metrics).toMatchObject([fees, other]);
    expect(await figures(['MONTH'])).toMatchObject([{ charged: yuan('150.00'), rate: '60.0' }]);
    expect(await figures(['BUILDING'], { estateIds: [e01().id] })).toMatchObject([
      { building: { id: e01().buildingId }, rate: '90.0' },
    ]);
    expect(await figures(['STEWARD'], { stewardIds: [of('STEWARD').subjectId] })).toMatchObject([
      { steward: { id: of('STEWARD').subjectId }, collected: yuan('90.00') },
    ]);
    expect(await figures(['MONTH'], {}, { on: '2026-07-01' })).toMatchObject([
      { rate: '60.0' },
      { month: '2026-06-01', rate: '0.0' },
    ]);
    expect(await figures(['MONTH'], {}, { on: '2026-06-19' })).toEqual([]);
    on('2026-06-21');
    const wish = { kind: 'WAIVER', chargeId: a.id, amount: yuan('10'), reason: '电梯停运' };
    const { data } = await ask(
      of('STEWARD'),
      `mutation ($input: ProposeLedgerChangeInput!) { proposeLedgerChange(input: $input) { approval { id } } }`,
      { input: wish },
    );
    await ask(
      of('ESTATE_MANAGER'),
      `mutation ($input: GrantApprovalInput!) { grantApproval(input: $input) { cursor } }`,
      {
        input: { approvalId: data.proposeLedgerChange.approval.id },
      },
    );
    expect(await figures(['MONTH'])).toMatchObject([{ charged: yuan('140.00'), rate: '64.3' }]);
    expect((await card(leader)).metrics[0]).toMatchObject({ value: '64.3', denominator: '140.00' });
    expect((await card(leader, { asKnownOn: '2026-06-20' })).metrics[0]).toMatchObject({
      ...fees,
      rows: { nodes: [{ denominator: '100.00' }, { denominator: '50.00' }] },
    });
    on('2026-06-29');
    expect((await card(leader)).metrics[0]).toMatchObject({ value: '41.5', denominator: '217.00', pending: 0 });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    await house.database.superuser.query('truncate metric_fresh, metric_journal, metric_sum');
    await rebuildMetrics(house, story.harbour.id);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    expect((await card(leader)).metrics[0]).toMatchObject({ value: '41.5', denominator: '217.00', pending: 0 });
    on('2026-06-21');
    expect(await figures(['MONTH'], {}, { on: '2026-06-20' })).toMatchObject([
      { charged: yuan('150.00'), rate: '60.0' },
    ]);
    expect(await figures(['ESTATE'], { estateIds: [e01().id] })).toMatchObject([
      { paidHouseholds: 1, householdRate: '100.0' },
    ]);
    for (const wrong of [
      { untilMonth: '2026-05-01' },
      { untilMonth: '2027-06-01' },
      { fromMonth: '2026-05-02' },
      { by: [] },
    ])
      expect((await ask(leader, COLLECTION, { filter: { ...months, by: ['KIND'], ...wrong } })).facts[0]).toMatchObject(
        {
          code: 'INVALID_INPUT',
        },
      );
  });

  test('M-FEE-08, R-CSH-04 · income by method is gross and net, without what was taken back, and as it was known', async () => {
    on('2026-07-05');
    const payer = { unitId: e02().units[0].id };
    await pay('100', { ...payer, method: 'WECHAT', channelFee: yuan('0.60'), reference: 'w-1' }, e02());
    const back = await pay('70', { ...payer, method: 'CHEQUE', reference: 'c-1' }, e02());
    const filter = { from: '2026-07-01', until: '2026-08-01' };
    const income = (more: object = {}) => read(of('TREASURER', e02()), INCOME, { filter: { ...filter, ...more } });
    const both = await income();
    expect(both).toMatchObject([
      { method: 'CHEQUE', payments: 1, received: yuan('70.00'), net: yuan('70.00') },
      {
        estate: { code: 'E02' },
        method: 'WECHAT',
        received: yuan('100.00'),
        channelFees: yuan('0.60'),
        net: yuan('99.40'),
      },
    ]);
    on('2026-07-08');
    await done(of('ACCOUNTANT', e02()), 'reversePayment', { paymentId: back.id, reason: 'RETURNED_BY_BANK' });
    expect(await income()).toEqual([both[1]]);
    expect(await income({ asKnownOn: '2026-07-07' })).toEqual(both);
    expect((await ask(of('TREASURER'), INCOME, { filter: { ...filter, until: '2026-07-01' } })).facts[0]).toMatchObject(
      { code: 'INVALID_INPUT' },
    );
  });

  test('M-FEE-04, D-26, R-ORG-70 · what came in of what was due before a period is a figure of any period, without what was given up, as known on any day', async () => {
    const leader = of('COMPANY_LEADER');
    const estateIds = [e02().id];
    const SUMS = 'value numerator denominator';
    const figure = async (person: StoryPerson, period: object, more: object = {}): Promise<Figure> => {
      const { data } = await ask(
        person,
        `query ($period: PeriodInput!, $estateIds: [ID!], $asKnownOn: LocalDate) {
           portfolioScorecard(period: $period, estateIds: $estateIds, asKnownOn: $asKnownOn, metrics: [PRIOR_ARREARS_RECOVERED]) {
             metrics { ${SUMS} previous { numerator } rows(first: 100) { nodes { numerator denominator subject { ... on Charge { id } } } } } } }`,
        { period, estateIds, ...more },
      );
      return data.portfolioScorecard.metrics[0];
    };
    const [february, march] = [
      { from: '2026-09-01', to: '2026-10-01' },
      { from: '2026-10-01', to: '2026-11-01' },
    ];
    const payer = { payerId: e02().next.subjectId };
    const home = { ...payer, unitId: e02().units[1].id };
    const before = await figure(leader, february);
    const more = (now_: Figure): number[] => [
      Number(now_.numerator),
      Number(now_.denominator) - Number(before.denominator),
    ];
    on('2026-08-05');
    const old = await charge('2026-07-01', '100', home, e02());
    const lost = await charge('2026-07-01', '60', { ...home, kind: 'WATER' }, e02());
    await charge('2026-08-01', '30', home, e02());
    on('2026-08-20');
    await pay('10', { ...payer, allocations: [{ chargeId: old.id, amount: yuan('10') }] }, e02());
    expect(more(await figure(leader, february))).toEqual([0, 180]);
    on('2026-09-05');
    const fresh = await charge('2026-09-01', '40', home, e02());
    const paid = await pay(
      '90',
      {
        ...payer,
        allocations: [
          { chargeId: old.id, amount: yuan('50') },
          { chargeId: fresh.id, amount: yuan('40') },
        ],
      },
      e02(),
    );
    expect(more(await figure(leader, february))).toEqual([50, 180]);
    on('2026-09-10');
    const { superuser } = house.database;
    const of60 = [story.harbour.id, newId(), e02().id, payer.payerId, lost.id, now];
    await superuser.query(
      `insert into ledger_proposal (company_id, id, estate_id, payer_id, kind, charge_id, amount_minor, currency, reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, 'WRITE_OFF', $5, 6000, 'CNY', 'x', $7, $6)`,
      [...of60, of('ACCOUNTANT', e02()).subjectId],
    );
    await superuser.query(
      `insert into ledger_entry (company_id, id, estate_id, payer_id, kind, charge_id, amount_minor, currency, booked_day, recorded_at, proposal_id)
       values ($1, $2, $3, $4, 'WRITE_OFF', $5, 6000, 'CNY', '2026-09-10', $6, $2)`,
      of60,
    );
    const told = await figure(leader, february);
    expect(more(told)).toEqual([50, 120]);
    const { nodes } = told.rows;
    for (const side of ['numerator', 'denominator'] as const)
      expect(nodes.reduce((sum, row) => sum + Number(row[side]), 0)).toBeCloseTo(Number(told[side]));
    expect(nodes).toContainEqual({ numerator: '50.00', denominator: '90.00', subject: { id: old.id } });
    expect(more(await figure(leader, february, { asKnownOn: '2026-09-06' }))).toEqual([50, 180]);
    on('2026-10-02');
    await done(of('ACCOUNTANT', e02()), 'reversePayment', { paymentId: paid.id, reason: 'WRONG_PAYER' });
    await foldAll(house.pool, story.harbour.id);
    expect(more(await figure(leader, february))).toEqual([50, 120]);
    const next = await figure(leader, march);
    // Of two days of the month, beside the first two days of the one before.
    expect([next.numerator, next.previous?.numerator]).toEqual(['-90.00', '0.00']);
    expect(await figure(of('QUALITY_OFFICER'), february)).toMatchObject({ value: told.value, numerator: null });
    const { data } = await ask(
      leader,
      `query ($estateIds: [ID!]) {
         metricSeries(metric: PRIOR_ARREARS_RECOVERED, interval: MONTH, period: { from: "2026-09-01", to: "2026-11-01" }, estateIds: $estateIds) { from metric { ${SUMS} } }
         metricRestatements(metric: PRIOR_ARREARS_RECOVERED, period: { from: "2026-09-01", to: "2026-10-01" }, estateIds: $estateIds,
           asKnownOn: "2026-09-06", comparedWith: "2026-09-20") { nodes { numerator denominator } } }`,
      { estateIds },
    );
    const sums = ({ value, numerator, denominator }: Figure) => ({ value, numerator, denominator });
    expect(data.metricSeries).toEqual([
      { from: '2026-09-01', metric: sums(told) },
      { from: '2026-10-01', metric: sums(next) },
    ]);
    const within = await figure(leader, { from: '2026-09-08', to: '2026-10-20' });
    expect([within.numerator, more(within)[1]]).toEqual(['-50.00', 70]);
    expect(data.metricRestatements.nodes).toEqual([{ numerator: '0.00', denominator: '-60.00' }]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-FEE-05, P-36, R-ORG-35, M-FEE-07 · targets are set by the company for stewards, version by version; what comes in is held against them', async () => {
    on('2026-08-10');
    const finance = of('FINANCE_OFFICER');
    const steward = of('STEWARD').subjectId;
    const input = {
      estateId: e01().id,
      stewardId: steward,
      fromMonth: '2026-08-01',
      untilMonth: '2026-09-01',
      amount: yuan('400'),
    };
    const first = await done(finance, 'setCollectionTarget', { ...input, expectedVersion: 0 });
    expect(first).toMatchObject({
      version: 1,
      amount: yuan('400.00'),
      collected: yuan('0.00'),
      attained: '0.0',
      steward: { id: steward },
    });
    const owed = await charge('2026-07-01', '250');
    const fine = await charge('2026-07-01', '5', { kind: 'PENALTY' });
    await pay('255', {
      allocations: [
        { chargeId: owed.id, amount: yuan('250') },
        { chargeId: fine.id, amount: yuan('5') },
      ],
    });
    on('2026-08-12');
    const second = await done(finance, 'setCollectionTarget', { ...input, amount: yuan('500'), expectedVersion: 1 });
    expect(second).toMatchObject({
      version: 2,
      collected: yuan('250.00'),
      attained: '50.0',
      setBy: { id: finance.subjectId },
    });
    const filter = { fromMonth: '2026-08-01', untilMonth: '2026-09-01' };
    const targets = (asOf: object = {}, more: object = {}) =>
      read(finance, TARGETS, { filter: { ...filter, ...more }, ...asOf });
    expect(await targets()).toMatchObject([{ id: second.id, attained: '50.0', estate: { code: 'E01' } }]);
    expect(await targets({ known: '2026-08-11' })).toMatchObject([{ id: first.id, attained: '62.5' }]);
    expect(await targets({ on: '2026-08-09' })).toMatchObject([{ id: second.id, attained: '0.0' }]);
    expect(await targets({}, { fromMonth: '2026-09-01', untilMonth: '2026-10-01' })).toEqual([]);
    expect(await targets({}, { stewardIds: [newId()] })).toEqual([]);
    const bad = (more: object, person = finance) => refused(person, 'setCollectionTarget', { ...input, ...more });
    expect(await bad({ expectedVersion: 1 })).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    expect(await bad({ stewardId: null })).toMatchObject({ code: 'RULE_REFUSED', rule: 'P-36' });
    expect(await bad({ stewardId: of('STEWARD', e02()).subjectId })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-05',
    });
    expect(await bad({ stewardId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({ estateId: story.cedar.e01.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({}, of('ESTATE_MANAGER'))).toMatchObject({ code: 'FORBIDDEN', action: 'fee.target' });
    for (const amount of [yuan('0'), yuan('-1'), yuan('1.005'), { amount: '1', currency: 'HKD' }])
      expect(await bad({ amount })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await bad({ untilMonth: '2026-08-15' })).toMatchObject({ code: 'INVALID_INPUT', path: 'input.untilMonth' });
    expect((await targets()).length).toBe(1);
  });

  test('M-FEE-01, M-FEE-02, M-FEE-05, R-FEE-11 · on every day and as known on every day the ages together are the ledger, and the kept sums the charges, whatever was done', async () => {
    const { superuser } = house.database;
    const cedar = story.cedar.e01;
    const companyId = story.cedar.id;
    const insert = (table: string, row: object) =>
      superuser.query(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map((_, i) => `$${String(i + 1)}`)
          .join(', ')})`,
        Object.values(row),
      );
    const at = (day: string) => `${day}T04:00:00Z`;
    const people = [cedar.resident.subjectId, cedar.former.subjectId, cedar.next.subjectId];
    const lives = fc.sample(fc.array(ledgerStep, { minLength: 25, maxLength: 45 }), { numRuns: 6, seed: 7 });
    interface Line {
      readonly charge: string;
      readonly minor: number;
      readonly booked: string;
      readonly recorded: string;
    }
    const lines: Line[] = [];
    const dues = new Map<string, { due: string; key: string }>();
    for (const [life, steps] of lives.entries()) {
      const { tries } = liveLedger(steps, newId);
      const payerId = people[life % 3]!;
      const unitId = cedar.units[life % 2 === 0 ? 0 : 1].id;
      for (const [step, each] of tries.entries()) {
        const { line } = each;
        if (!each.taken) continue;
        const recorded = addDays(line.bookedDay, (step * 7) % 5);
        const of = { company_id: companyId, estate_id: cedar.id, payer_id: payerId, id: line.id };
        const said = { ...of, amount_minor: line.amountMinor, currency: 'CNY' };
        const row = { ...said, unit_id: unitId, booked_day: line.bookedDay, recorded_at: at(recorded) };
        const kept = { last_day: line.bookedDay, version: 1 };
        const counts = (charge: string, minor: number) =>
          lines.push({ charge, minor, booked: line.bookedDay, recorded });
        if (each.what === 'entry') {
          const { kind, chargeId, paymentId, reversesId } = each.line;
          const sides = { kind, charge_id: chargeId, payment_id: paymentId };
          const needs = reversesId === null && PROPOSED_CHANGES.some((change) => change === kind);
          const by = { proposed_by: cedar.staff['ACCOUNTANT']!.subjectId, proposed_at: at(recorded) };
          if (needs) await insert('ledger_proposal', { ...said, ...sides, ...by, reason: 'x' });
          await insert('ledger_entry', {
            ...row,
            ...sides,
            reverses_id: reversesId,
            proposal_id: needs ? line.id : null,
          });
          if (chargeId !== null) counts(chargeId, movesOf(each.line).charge);
        } else if (each.what === 'charge') {
          const due = addDays('2025-06-20', (step * 37) % 400);
          await insert('charge', {
            ...{ ...row, ...kept, kind: step % 2 === 0 ? 'PROPERTY_FEE' : 'WATER', source: 'RAISED' },
            ...{ from_day: '2026-01-01', until_day: '2026-02-01', due_day: due, open_minor: 0, paid_minor: 0 },
          });
          dues.set(line.id, { due, key: `${payerId}${unitId}` });
          counts(line.id, line.amountMinor);
        } else {
          await insert('payment', { ...row, ...kept, method: 'CASH', free_minor: 0 });
        }
      }
    }
    const leader = story.cedar.staff['COMPANY_LEADER']!;
    const last = lines.reduce((day, { booked }) => (booked > day ? booked : day), '');
    on(addDays(last, 10));
    let compared = 0;
    for (const back of [-3, 2, 9, 25, 60, 90])
      for (const knownBack of [null, 0, 4, 30]) {
        const day = addDays(last, -back);
        const known = knownBack === null ? null : addDays(day, 3 - knownBack);
        const open = new Map<string, number>();
        for (const { charge: id, minor, booked, recorded } of lines)
          if (booked <= day && (known === null || recorded <= known)) open.set(id, (open.get(id) ?? 0) + minor);
        const left = [...open].filter(([, minor]) => minor > 0).map(([id, minor]) => ({ ...dues.get(id)!, minor }));
        const ages = AGEING_BUCKETS.map((bucket) => {
          const mine = left.filter(({ due }) => ageingBucketOf(due, day) === bucket);
          const sum = mine.reduce((total, { minor }) => total + minor, 0);
          return {
            bucket,
            charges: mine.length,
            households: new Set(mine.map(({ key }) => key)).size,
            open: yuan(amountOf(sum)),
          };
        });
        const [row] = await read(leader, AGEING, { on: day, known });
        expect(row?.ages ?? []).toEqual(left.length === 0 ? [] : ages);
        const list = await read(leader, ARREARS, { on: day, known, first: 100 });
        const debtors = new Set(left.filter(({ due }) => due < day).map(({ key }) => key));
        expect(list.totalCount).toBe(debtors.size);
        const cents = (amounts: { amount: string }[]) =>
          amounts.reduce((total, { amount }) => total + Math.round(Number(amount) * 100), 0);
        expect(cents(list.nodes.map((node: { overdue: { amount: string } }) => node.overdue))).toBe(
          left.filter(({ due }) => due < day).reduce((total, { minor }) => total + minor, 0),
        );
        compared += left.length;
      }
    expect(compared).toBeGreaterThan(200);
    const january = {
      fromMonth: '2026-01-01',
      untilMonth: '2026-02-01',
      by: ['KIND'],
      kinds: ['PROPERTY_FEE', 'WATER'],
    };
    interface Charged {
      readonly kind: string;
      readonly charged: { readonly amount: string };
      readonly collected: { readonly amount: string };
    }
    const ofCharges = async (asOf: object): Promise<Charged[]> =>
      read(leader, COLLECTION, { filter: january, ...asOf });
    const told = (rows: readonly Charged[]) =>
      rows.map(({ kind, charged, collected }) => [kind, charged.amount, collected.amount]);
    /** The same where buildings are told apart, which no sum knows: from the charges themselves. */
    const fromCharges = async (asOf: object): Promise<string[][]> => {
      const rows: Charged[] = await read(leader, COLLECTION, {
        filter: { ...january, by: ['KIND', 'BUILDING'] },
        ...asOf,
      });
      const cents = (kind: string, of: (row: Charged) => { readonly amount: string }): string =>
        amountOf(
          rows
            .filter((row) => row.kind === kind)
            .reduce((sum, row) => sum + Math.round(Number(of(row).amount) * 100), 0),
        );
      return [...new Set(rows.map(({ kind }) => kind))]
        .sort()
        .map((kind) => [kind, cents(kind, ({ charged }) => charged), cents(kind, ({ collected }) => collected)]);
    };
    for (const state of ['FRESH', 'FOLDED', 'REBUILT']) {
      if (state === 'FOLDED') await foldAll(house.pool, companyId);
      if (state === 'REBUILT') {
        await house.database.superuser.query('truncate metric_fresh, metric_journal, metric_sum');
        await rebuildMetrics(house, companyId);
      }
      const first = lines.reduce((day, { recorded }) => (recorded < day ? recorded : day), last);
      for (const day of [-3, 2, 9, 25, 60, 90].map((back) => addDays(last, -back)).filter((each) => each >= first)) {
        const rows = (await ofCharges({ on: day, known: day })).filter(({ charged }) => charged.amount !== '0.00');
        const figures = await read(leader, CARD, { period: { from: '2026-01-01', to: '2026-02-01' }, asKnownOn: day });
        const sums = figures.metrics.map((figure: { numerator: string; denominator: string }, i: number) => [
          ['PROPERTY_FEE', 'WATER'][i],
          figure.denominator,
          figure.numerator,
        ]);
        expect(sums.filter(([, charged]: string[]) => charged !== '0.00')).toEqual(told(rows));
        const charges = await fromCharges({ on: day, known: day });
        expect(told(rows)).toEqual(charges.filter(([, charged]) => charged !== '0.00'));
        expect(told(await ofCharges({ known: day })).sort()).toEqual(await fromCharges({ known: day }));
      }
      expect(await ofCharges({})).toEqual(await ofCharges({ on: addDays(last, 10) }));
      expect(await verifyMetrics(house.pool, companyId)).toEqual([]);
    }
    expect(await read(leader, AGEING, { on: addDays(last, 10) })).toEqual(await read(leader, AGEING));
  });
});
