import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { openFeeFeed } from '../../../src/events/fee-feed.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const CHARGE = `{ id kind source state version dueDay fromDay amount ${MONEY} open ${MONEY} paid ${MONEY} payer { id } origin { id }
  entries { id kind amount ${MONEY} bookedDay reversesId } }`;
const SELECTION: Readonly<Record<string, string>> = {
  raiseCharge: `charge ${CHARGE}`,
  transferCharge: `charge ${CHARGE}`,
  demandLateFee: `charge ${CHARGE}`,
  recordPayment: `payment { id version unallocated ${MONEY} entries { kind amount ${MONEY} charge { id kind } } }`,
  reverseEntry: `entry { id kind reversesId }`,
  payRefund: `refund { id state method reference paidAt version amount ${MONEY} payment { id } authorisedBy { id } paidBy { id } }`,
  fillHandoverSheet: `sheet { cash ${MONEY} electronic ${MONEY} lines { method payments paymentRefunds amount ${MONEY} } }`,
};
const APPROVAL = `approval { id state awaitedAction version subject { ... on LedgerProposal { kind reason amount ${MONEY} charge { id } payment { id } } } }`;
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('what changes accounts', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-04-10T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role] ?? story.harbour.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(
      person,
      `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${SELECTION[verb] ?? APPROVAL} } }`,
      { input },
    );
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { charge, payment, approval, entry, refund, sheet } = data[verb];
    return charge ?? payment ?? approval ?? entry ?? refund ?? sheet;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const charge = (more: object = {}) =>
    done(of('ACCOUNTANT'), 'raiseCharge', {
      ...{ unitId: e01().units[0].id, kind: 'PROPERTY_FEE', amount: yuan('1000') },
      ...{ fromDay: '2026-03-01', untilDay: '2026-04-01', dueDay: '2026-03-31', bookedDay: '2026-03-01', ...more },
    });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const chargeNow = async (id: string): Promise<any> =>
    (await ask(of('ACCOUNTANT'), `query ($id: ID!) { charge(id: $id) ${CHARGE} }`, { id })).data.charge;
  const lines = async () =>
    (await house.database.superuser.query(`select count(*) as n from ledger_entry`)).rows[0] as unknown;

  test('R-FEE-11, R-ORG-68 · a waiver is booked by the approval of another person, once, and refused by rule id for the own one', async () => {
    const owed = await charge();
    const wish = { kind: 'WAIVER', chargeId: owed.id, amount: yuan('200'), reason: '漏水影响居住' };
    expect(await refused(of('ACCOUNTANT'), 'proposeLedgerChange', { ...wish, amount: yuan('1000.01') })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-11',
      openMinor: 100_000,
    });
    expect(await refused(of('ACCOUNTANT'), 'proposeLedgerChange', { ...wish, amount: yuan('-1') })).toMatchObject({
      code: 'INVALID_INPUT',
      rule: 'R-FEE-11',
    });
    expect(await refused(of('ACCOUNTANT'), 'proposeLedgerChange', { ...wish, kind: 'REFUND' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.paymentId',
    });
    expect(await refused(of('TREASURER'), 'proposeLedgerChange', wish)).toMatchObject({
      code: 'FORBIDDEN',
      action: 'fee.propose',
    });
    const before = await lines();
    const own = await done(of('ESTATE_MANAGER'), 'proposeLedgerChange', wish);
    expect(await refused(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: own.id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-ORG-68',
    });
    expect(await lines()).toEqual(before);
    const asked = await done(of('STEWARD'), 'proposeLedgerChange', wish);
    expect(asked).toMatchObject({
      ...{ state: 'IN_APPROVAL', awaitedAction: 'fee.approve' },
      subject: {
        kind: 'WAIVER',
        reason: '漏水影响居住',
        amount: yuan('200.00'),
        charge: { id: owed.id },
        payment: null,
      },
    });
    expect(await chargeNow(owed.id)).toMatchObject({ open: yuan('1000.00') });
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: asked.id });
    const waived = await chargeNow(owed.id);
    expect(waived).toMatchObject({
      state: 'BILLED',
      open: yuan('800.00'),
      version: 2,
      entries: [{ kind: 'WAIVER', bookedDay: '2026-04-10' }],
    });
    expect(await refused(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: asked.id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'Q-18',
    });
    const undone = await done(of('ACCOUNTANT'), 'reverseEntry', { entryId: waived.entries[0].id, reason: 'OTHER' });
    expect(undone).toMatchObject({ kind: 'WAIVER', reversesId: waived.entries[0].id });
    expect(await chargeNow(owed.id)).toMatchObject({ open: yuan('1000.00') });
  });

  test('R-FEE-11, Q-18 · adjustments and write-offs likewise; what is not there any more when it is approved is sent back', async () => {
    const owed = await charge({ unitId: e01().units[1].id });
    const more = await done(of('ACCOUNTANT'), 'proposeLedgerChange', {
      kind: 'INCREASE',
      chargeId: owed.id,
      amount: yuan('50'),
      reason: '抄表更正',
    });
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: more.id });
    const less = await done(of('ACCOUNTANT'), 'proposeLedgerChange', {
      kind: 'REDUCTION',
      chargeId: owed.id,
      amount: yuan('1050'),
      reason: '面积更正',
    });
    const off = await done(of('ACCOUNTANT'), 'proposeLedgerChange', {
      kind: 'WRITE_OFF',
      chargeId: owed.id,
      amount: yuan('50'),
      reason: '无法追缴',
    });
    expect(off).toMatchObject({ awaitedAction: 'fee.writeOff' });
    expect(await refused(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: off.id })).toMatchObject({
      code: 'FORBIDDEN',
      action: 'fee.writeOff',
    });
    await done(of('COMPANY_LEADER'), 'grantApproval', { approvalId: off.id });
    expect(await chargeNow(owed.id)).toMatchObject({
      open: yuan('1000.00'),
      entries: [{ kind: 'INCREASE' }, { kind: 'WRITE_OFF' }],
    });
    expect(await refused(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: less.id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-11',
      openMinor: 100_000,
    });
    await done(of('ESTATE_MANAGER'), 'sendBackApproval', { approvalId: less.id, reason: 'only 1000 is open' });
    expect(
      await refused(of('STEWARD'), 'resubmitLedgerChange', { approvalId: less.id, amount: yuan('1000'), reason: 'x' }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'Q-18' });
    await done(of('ACCOUNTANT'), 'resubmitLedgerChange', {
      approvalId: less.id,
      amount: yuan('1000'),
      reason: '面积更正',
    });
    await done(of('ESTATE_MANAGER'), 'grantApproval', { approvalId: less.id });
    expect(await chargeNow(owed.id)).toMatchObject({ state: 'SETTLED', open: yuan('0.00') });
  });

  test('R-FEE-11, R-CSH-08 · what was paid ahead is given back on the notice of the accountant, and no more than is left', async () => {
    const payerId = e01().next.subjectId;
    const paid = await done(of('CASHIER'), 'recordPayment', {
      payerId,
      method: 'CASH',
      amount: yuan('300'),
      prepaid: true,
    });
    const wish = { kind: 'REFUND', paymentId: paid.id, amount: yuan('100'), reason: '多收' };
    expect(await refused(of('CASHIER'), 'proposeLedgerChange', { ...wish, amount: yuan('301') })).toMatchObject({
      rule: 'R-FEE-11',
      freeMinor: 30_000,
    });
    const asked = await done(of('CASHIER'), 'proposeLedgerChange', wish);
    expect(asked).toMatchObject({ awaitedAction: 'fee.refund' });
    expect(await refused(of('CASHIER'), 'grantApproval', { approvalId: asked.id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-ORG-68',
    });
    await done(of('ACCOUNTANT'), 'grantApproval', { approvalId: asked.id });
    const read = `query ($id: ID!) { payment(id: $id) { unallocated ${MONEY} entries { kind } } }`;
    expect((await ask(of('CASHIER'), read, { id: paid.id })).data.payment).toEqual({
      unallocated: yuan('200.00'),
      entries: [{ kind: 'REFUND' }],
    });
  });

  test('R-CSH-01, R-CSH-08, R-ORG-61 · what is given back is paid out once, by another person than who approved it, out of a shift that has the cash, and stands on its sheet', async () => {
    const cashier = of('CASHIER');
    const payerId = e01().next.subjectId;
    await house.database.superuser.query(`delete from payment_refund`);
    await done(cashier, 'fillHandoverSheet', await counted());
    const approved = async (amount: string, method: string) => {
      const paid = await done(cashier, 'recordPayment', { payerId, method, amount: yuan('300'), prepaid: true });
      const wish = { kind: 'REFUND', paymentId: paid.id, amount: yuan(amount), reason: '多收' };
      const asked = await done(cashier, 'proposeLedgerChange', wish);
      await done(of('ACCOUNTANT'), 'grantApproval', { approvalId: asked.id });
      const { data } = await ask(
        cashier,
        `query ($id: ID!) { payment(id: $id) { entries { id kind } refunds { id state version amount ${MONEY} } } }`,
        { id: paid.id },
      );
      const [refund] = data.payment.refunds;
      expect(refund).toMatchObject({ state: 'DUE', version: 1, amount: yuan(`${amount}.00`) });
      return { paymentRefundId: refund.id as string, entryId: data.payment.entries[0].id as string, paidId: paid.id };
    };
    const first = await approved('100', 'WECHAT');
    const pay = { paymentRefundId: first.paymentRefundId, method: 'CASH' };
    for (const [person, more, facts] of [
      [cashier, {}, { code: 'RULE_REFUSED', rule: 'R-CSH-01' }],
      [cashier, { method: 'BANK_WITHHOLDING' }, { path: 'input.method' }],
      [cashier, { method: 'TRANSFER', reference: '张三' }, { path: 'input.reference' }],
      [cashier, { method: 'TRANSFER', expectedVersion: 2 }, { code: 'CONFLICT', currentVersion: 1 }],
      [of('ACCOUNTANT'), { method: 'TRANSFER' }, { code: 'FORBIDDEN', action: 'fee.collect' }],
      [of('CASHIER', story.harbour.e02), { method: 'TRANSFER' }, { code: 'NOT_FOUND' }],
      [of('CASHIER', story.cedar.e01), { method: 'TRANSFER' }, { code: 'NOT_FOUND' }],
    ] as const)
      expect(await refused(person, 'payRefund', { ...pay, ...more })).toMatchObject(facts);
    const sent = await done(cashier, 'payRefund', {
      ...pay,
      method: 'TRANSFER',
      reference: 'TX-1',
      expectedVersion: 1,
    });
    expect(sent).toEqual({
      ...{ id: first.paymentRefundId, state: 'PAID', method: 'TRANSFER', reference: 'TX-1', paidAt: now, version: 2 },
      ...{ amount: yuan('100.00'), payment: { id: first.paidId }, paidBy: { id: cashier.subjectId } },
      authorisedBy: { id: of('ACCOUNTANT').subjectId },
    });
    expect(await refused(cashier, 'payRefund', { ...pay, method: 'TRANSFER' })).toMatchObject({ rule: 'R-CSH-08' });
    const back = { entryId: first.entryId, reason: 'OTHER' };
    expect(await refused(of('ACCOUNTANT'), 'reverseEntry', back)).toMatchObject({ rule: 'R-FEE-11' });
    const second = await approved('120', 'CASH');
    await done(cashier, 'payRefund', { paymentRefundId: second.paymentRefundId, method: 'CASH' });
    const third = await approved('50', 'CASH');
    await done(of('ACCOUNTANT'), 'reverseEntry', { entryId: third.entryId, reason: 'WRONG_AMOUNT' });
    expect(
      await refused(cashier, 'payRefund', { paymentRefundId: third.paymentRefundId, method: 'CASH' }),
    ).toMatchObject({ rule: 'R-CSH-08', state: 'WITHDRAWN' });
    expect(await done(cashier, 'fillHandoverSheet', await counted())).toEqual({
      ...{ cash: yuan('480.00'), electronic: yuan('200.00') },
      lines: [
        { method: 'CASH', payments: 2, paymentRefunds: 1, amount: yuan('480.00') },
        { method: 'TRANSFER', payments: 0, paymentRefunds: 1, amount: yuan('-100.00') },
        { method: 'WECHAT', payments: 1, paymentRefunds: 0, amount: yuan('300.00') },
      ],
    });
    const list = `query ($filter: PaymentRefundFilter) { paymentRefunds(filter: $filter) { nodes { id state } } }`;
    const listed = async (person: StoryPerson, filter: object = {}) =>
      (await ask(person, list, { filter })).data.paymentRefunds.nodes.map(({ id }: { id: string }) => id);
    const all = [first, second, third].map(({ paymentRefundId }) => paymentRefundId);
    expect(await listed(cashier)).toEqual(all);
    expect(await listed(cashier, { states: ['PAID'], estateIds: [e01().id], payerId })).toEqual(all.slice(0, 2));
    expect(await listed(e01().next)).toEqual(all);
    for (const stranger of [e01().resident, of('CASHIER', story.harbour.e02), of('CASHIER', story.cedar.e01)])
      expect(await listed(stranger)).toEqual([]);
  });

  test('M-FEE-10, R-ORG-70 · what was paid out is a figure by method, in yuan, for whoever may see amounts; what was withdrawn is none of it', async () => {
    const figure = async (person: StoryPerson) => {
      const { data } = await ask(
        person,
        `{ portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, metrics: [REFUNDS_PAID]) { metrics { value numerator denominator } }
           metricBreakdown(metric: REFUNDS_PAID, period: { from: "2026-01-01", to: "2027-01-01" }, by: PAYMENT_METHOD) { segment metric { value } } }`,
      );
      const parts = data.metricBreakdown as { segment: string; metric: { value: string | null } }[];
      return {
        ...data.portfolioScorecard.metrics[0],
        by: parts.map(({ segment, metric }) => [segment, metric.value]).sort(),
      };
    };
    expect(await figure(story.harbour.staff['COMPANY_LEADER']!)).toEqual({
      ...{ value: '220.00', numerator: '220.00', denominator: null },
      by: [
        ['CASH', '120.00'],
        ['TRANSFER', '100.00'],
      ],
    });
    expect(await figure(story.harbour.staff['QUALITY_OFFICER']!)).toMatchObject({ value: null, numerator: null });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  /** What the cashier counts: what the books say. */
  async function counted(): Promise<object> {
    const { data } = await ask(
      of('CASHIER'),
      `query ($id: ID!) { cashierShift(estateId: $id) { lines { method amount ${MONEY} } } }`,
      { id: e01().id },
    );
    const cash = data.cashierShift.lines.find(({ method }: { method: string }) => method === 'CASH');
    return { estateId: e01().id, counted: cash?.amount ?? yuan('0') };
  }

  test('R-FEE-11, Q-31 · what is open goes over to another payer of the estate, with its period and deadline; what was paid stays', async () => {
    const owed = await charge({ amount: yuan('500') });
    await done(of('CASHIER'), 'recordPayment', {
      ...{ payerId: e01().resident.subjectId, method: 'POS', amount: yuan('200') },
      allocations: [{ chargeId: owed.id, amount: yuan('200') }],
    });
    const wish = { chargeId: owed.id, payerId: e01().former.subjectId };
    expect(
      await refused(of('ACCOUNTANT'), 'transferCharge', { ...wish, payerId: e01().resident.subjectId }),
    ).toMatchObject({ rule: 'R-FEE-11' });
    expect(await refused(of('ACCOUNTANT'), 'transferCharge', { ...wish, expectedVersion: 1 })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(
      await refused(of('ACCOUNTANT'), 'transferCharge', { ...wish, payerId: story.harbour.e02.resident.subjectId }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const taken = await done(of('ACCOUNTANT'), 'transferCharge', wish);
    expect(taken).toMatchObject({
      ...{
        source: 'TRANSFERRED',
        kind: 'PROPERTY_FEE',
        amount: yuan('300.00'),
        open: yuan('300.00'),
        dueDay: '2026-03-31',
        fromDay: '2026-03-01',
      },
      ...{ payer: { id: e01().former.subjectId }, origin: { id: owed.id } },
    });
    expect(await chargeNow(owed.id)).toMatchObject({ state: 'PAID', open: yuan('0.00'), paid: yuan('200.00') });
    expect(await refused(of('ACCOUNTANT'), 'transferCharge', wish)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-11',
    });
    const seen = await ask(e01().former, `query ($id: ID!) { charge(id: $id) { origin { id } amount { amount } } }`, {
      id: taken.id,
    });
    expect(seen.data.charge).toEqual({ origin: null, amount: { amount: '300.00' } });
  });

  test('D-22 · a late fee is booked when it is demanded, by the rate of the contract, and what was booked is not booked again', async () => {
    const unitId = story.harbour.e02.units[0].id;
    const [accountant, cashier] = [of('ACCOUNTANT', story.harbour.e02), of('CASHIER', story.harbour.e02)];
    const raise = (more: object = {}) =>
      done(accountant, 'raiseCharge', {
        ...{
          unitId,
          kind: 'PROPERTY_FEE',
          amount: yuan('1000'),
          fromDay: '2026-03-01',
          dueDay: '2026-03-31',
          bookedDay: '2026-03-01',
          ...more,
        },
      });
    const owed = await raise();
    expect(await refused(accountant, 'demandLateFee', { chargeId: owed.id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'D-22',
    });
    const set = async (value: object, from: string) =>
      house.database.superuser.query(
        `insert into policy_version (company_id, id, key, estate_id, version, effective_from, value, estates_may_override, reason, set_by, set_at)
         values ($1, $2, 'D-22', null, (select count(*) + 1 from policy_version where company_id = $1 and key = 'D-22'), $3, $4, true, 'x', $5, now())`,
        [story.harbour.id, newId(), from, JSON.stringify(value), of('COMPANY_LEADER').subjectId],
      );
    await set({ perDay: 5, capPercent: 100, graceDays: 0, booked: 'WHEN_DEMANDED' }, '2026-01-01');
    const fee = await done(accountant, 'demandLateFee', { chargeId: owed.id });
    expect(fee).toMatchObject({
      kind: 'LATE_FEE',
      source: 'LATE_PAYMENT',
      amount: yuan('5.00'),
      dueDay: '2026-04-10',
      origin: { id: owed.id },
    });
    expect(await refused(accountant, 'demandLateFee', { chargeId: owed.id })).toMatchObject({ rule: 'D-22' });
    expect(await refused(accountant, 'demandLateFee', { chargeId: fee.id })).toMatchObject({ rule: 'D-22' });
    now = new Date('2026-04-20T02:00:00Z');
    expect(await done(accountant, 'demandLateFee', { chargeId: owed.id })).toMatchObject({ amount: yuan('5.00') });
    await set({ perDay: 5, capPercent: 100, graceDays: 0, booked: 'WHEN_PAID' }, '2026-02-01');
    const second = await raise({ unitId: story.harbour.e02.units[1].id });
    const payerId = second.payer.id;
    const paid = await done(cashier, 'recordPayment', { payerId, method: 'CASH', amount: yuan('1100') });
    expect(paid.entries).toMatchObject([
      { kind: 'ALLOCATION', amount: yuan('1000.00'), charge: { kind: 'PROPERTY_FEE' } },
      { kind: 'ALLOCATION', amount: yuan('9.50'), charge: { kind: 'LATE_FEE' } },
    ]);
    expect(paid.unallocated).toEqual(yuan('90.50'));
  });

  test('R-ORG-70, D-30 · charges and payments are told live, without amounts, to the staff of the estate and to the payer; the desk sees what a caller owes if it may', async () => {
    const open = async (person: StoryPerson) => {
      const facts = { requestId: 'test', address: '127.0.0.1', transport: 'websocket' } as const;
      return openFeeFeed(new RequestContext(house, await principalOf(house, person), facts), {});
    };
    const feeds = [await open(of('FRONT_DESK')), await open(e01().resident), await open(e01().next)];
    const [desk, resident, next] = feeds.map((feed) => eventsOf(house, feed));
    const owed = await charge({ amount: yuan('40'), dueDay: '2026-12-31' });
    const other = await charge({ unitId: e01().units[1].id, amount: yuan('10') });
    const payerId = e01().resident.subjectId;
    const allocations = [{ chargeId: owed.id, amount: yuan('1') }];
    const paid = await done(of('CASHIER'), 'recordPayment', {
      payerId,
      method: 'CASH',
      amount: yuan('1'),
      allocations,
    });
    const value = async (feed: typeof desk) => (await feed!.next()).value as unknown;
    expect([await value(desk), await value(desk), await value(desk)]).toMatchObject([
      { type: 'fee.CHARGED', subjectKind: 'charge', subjectId: owed.id },
      { type: 'fee.CHARGED', subjectId: other.id },
      { type: 'fee.RECEIVED', subjectKind: 'payment', subjectId: paid.id },
    ]);
    expect([await value(resident), await value(resident)]).toMatchObject([
      { type: 'fee.CHARGED', subjectId: owed.id },
      { type: 'fee.RECEIVED', subjectId: paid.id },
    ]);
    expect(await value(next)).toMatchObject({ type: 'fee.CHARGED', subjectId: other.id });
    await Promise.all(feeds.map((feed) => feed.return()));
    const { superuser } = house.database;
    const { rows: told } = await superuser.query(
      `select 1 from event where type like 'fee.%' and facts::text ~ 'Minor|amount'`,
    );
    expect(told).toEqual([]);
    const { rows } = await superuser.query<{ phone: string }>('select phone from customer where id = $1', [payerId]);
    const caller = `query ($id: ID!, $phone: String!) { caller(estateId: $id, phone: $phone) { matches { customer { balances { overdue { amount } } } } } }`;
    const seen = async (role: string) =>
      (await ask(of(role), caller, { id: e01().id, phone: rows[0]!.phone })).data.caller.matches[0].customer
        .balances as unknown;
    expect(await seen('STEWARD')).toEqual([{ overdue: { amount: expect.stringMatching(/^\d+\.\d\d$/) as unknown } }]);
    expect(await seen('FRONT_DESK')).toBeNull();
  });
});
