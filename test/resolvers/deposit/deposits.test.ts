import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const DEPOSIT = `{ id kind state method reference collectedOn acceptedOn eligibleOn refundBy noticeNumber refundMethod originalReceipt version
  amount ${MONEY} refund ${MONEY} deductions { reason note amount ${MONEY} } receipts { number state } unit { id } payer { id }
  collectedBy { id } acceptedBy { id } settledBy { id } authorisedBy { id } refundedBy { id } refundedAt cancelledAt }`;
const THING: Readonly<Record<string, string>> = {
  drawReceiptBook: 'book { id firstNumber }',
  issueReceipt: `receipt { id number stamp amount ${MONEY} deposit { id } payment { id } }`,
  cancelReceipt: 'receipt { id state }',
  recordPayment: 'payment { id }',
  fillHandoverSheet: `sheet { id cash ${MONEY} electronic ${MONEY} difference ${MONEY} lines { method payments deposits refunds amount ${MONEY} } }`,
  confirmHandover: 'sheet { id }',
  reconcileHandover: 'sheet { state }',
};
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('deposits', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-03-20T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };
  const on = (day: string): void => void (now = new Date(`${day}T02:00:00Z`));

  beforeAll(async () => {
    house = await openTestHouse({ clock, poolSize: 16 });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = THING[verb] ?? `deposit ${DEPOSIT}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { deposit, receipt, book, payment, sheet } = data[verb];
    return deposit ?? receipt ?? book ?? payment ?? sheet;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const collect = (more: object = {}) =>
    done(of('CASHIER'), 'collectDeposit', {
      ...{
        payerId: e01().resident.subjectId,
        unitId: e01().units[0].id,
        kind: 'RENOVATION',
        amount: yuan('2000'),
        method: 'CASH',
      },
      ...more,
    });
  const owed = async (depositId: string) =>
    (
      await house.database.superuser.query(
        `select state, owner_post as "ownerPost", due_at as "dueAt" from obligation where kind = 'DEPOSIT_REFUND' and subject_id = $1`,
        [depositId],
      )
    ).rows;
  const settled = async (more: object = {}) => {
    const { id } = await collect({ kind: 'KEY', amount: yuan('100'), ...more });
    await done(of('SERVICE_SUPERVISOR'), 'acceptDeposit', { depositId: id });
    return done(of('SERVICE_SUPERVISOR'), 'settleDeposit', { depositId: id, deductions: [] });
  };

  test('D-10, P-01, R-DEP-01, R-DEP-02, R-DEP-05 · a renovation is observed, settled less the penalty, authorised and refunded without interest', async () => {
    const deposit = await collect();
    expect(deposit).toMatchObject({
      ...{ state: 'HELD', kind: 'RENOVATION', collectedOn: '2026-03-20', version: 1, refund: null, deductions: [] },
      ...{ amount: yuan('2000.00'), payer: { id: e01().resident.subjectId }, unit: { id: e01().units[0].id } },
    });
    const depositId = deposit.id;
    const early = { depositId, deductions: [] };
    expect(await refused(of('SERVICE_SUPERVISOR'), 'settleDeposit', early)).toMatchObject({
      rule: 'R-DEP-01',
      eligibleOn: null,
    });
    on('2026-05-10');
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'acceptDeposit', { depositId, acceptedOn: '2026-05-11' }),
    ).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.acceptedOn' },
    });
    expect(
      await done(of('SERVICE_SUPERVISOR'), 'acceptDeposit', { depositId, acceptedOn: '2026-05-08' }),
    ).toMatchObject({
      ...{ state: 'HELD', acceptedOn: '2026-05-08', eligibleOn: '2026-08-08', refundBy: '2026-09-08', version: 2 },
    });
    expect(await refused(of('SERVICE_SUPERVISOR'), 'acceptDeposit', { depositId })).toMatchObject({ rule: 'R-DEP-01' });
    expect(await owed(depositId)).toMatchObject([
      { state: 'OPEN', ownerPost: 'CASHIER', dueAt: new Date('2026-09-08T15:59:59.999Z') },
    ]);
    on('2026-08-07');
    expect(await refused(of('SERVICE_SUPERVISOR'), 'settleDeposit', early)).toMatchObject({
      ...{ rule: 'R-DEP-01', eligibleOn: '2026-08-08' },
    });
    on('2026-08-08');
    const { data } = await ask(
      of('FRONT_DESK'),
      `query { deposits(filter: { states: [ELIGIBLE] }) { nodes { id state amount ${MONEY} } } }`,
    );
    expect(data.deposits.nodes).toEqual([{ id: depositId, state: 'ELIGIBLE', amount: null }]);
    const kept = [{ reason: 'BREACH', amount: yuan('200.50'), note: '夜间施工' }];
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'settleDeposit', {
        depositId,
        deductions: [{ reason: 'DAMAGE', amount: yuan('2000.01') }],
      }),
    ).toMatchObject({ code: 'INVALID_INPUT', rule: 'R-DEP-05', path: 'input.deductions' });
    await done(of('SERVICE_SUPERVISOR'), 'settleDeposit', {
      depositId,
      deductions: [{ reason: 'OTHER', amount: yuan('1') }],
    });
    expect(await done(of('SERVICE_SUPERVISOR'), 'settleDeposit', { depositId, deductions: kept })).toMatchObject({
      ...{ state: 'SETTLED', refund: null, settledBy: { id: of('SERVICE_SUPERVISOR').subjectId } },
    });
    const notice = { depositId, noticeNumber: 'TZ-2026-081' };
    const authorised = await done(of('ACCOUNTANT'), 'authoriseDepositRefund', notice);
    expect(authorised).toMatchObject({
      ...{ state: 'AUTHORISED', refund: yuan('1799.50'), noticeNumber: 'TZ-2026-081' },
      deductions: [{ reason: 'BREACH', note: '夜间施工', amount: yuan('200.50') }],
    });
    on('2026-08-20');
    const payOut = {
      depositId,
      paidToId: e01().resident.subjectId,
      method: 'TRANSFER',
      originalReceipt: 'DECLARED_LOST',
    };
    expect(await done(of('CASHIER'), 'refundDeposit', payOut)).toMatchObject({
      ...{ state: 'REFUNDED', refund: yuan('1799.50'), refundMethod: 'TRANSFER', originalReceipt: 'DECLARED_LOST' },
      refundedBy: { id: of('CASHIER').subjectId },
    });
    expect(await owed(depositId)).toMatchObject([{ state: 'FULFILLED' }]);
    expect(await refused(of('CASHIER'), 'refundDeposit', payOut)).toMatchObject({ rule: 'R-DEP-04' });
  });

  test('R-DEP-03, R-DEP-04, R-CSH-08, P-15 · no refund without notice, to nobody but the payer, by the post that the company names', async () => {
    const { id: depositId } = await settled();
    const payOut = { depositId, paidToId: e01().resident.subjectId, method: 'CASH', originalReceipt: 'RETURNED' };
    expect(await refused(of('CASHIER'), 'refundDeposit', payOut)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-DEP-04',
    });
    const notice = { depositId, noticeNumber: 'TZ-1' };
    expect(await refused(of('ESTATE_MANAGER'), 'authoriseDepositRefund', notice)).toMatchObject({
      rule: 'P-15',
      post: 'ACCOUNTANT',
    });
    expect(await refused(of('CASHIER'), 'authoriseDepositRefund', notice)).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refused(of('ACCOUNTANT'), 'authoriseDepositRefund', { ...notice, noticeNumber: '通知 1' }),
    ).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.noticeNumber' },
    });
    await done(of('ACCOUNTANT'), 'authoriseDepositRefund', notice);
    expect(await refused(of('SERVICE_SUPERVISOR'), 'settleDeposit', { depositId, deductions: [] })).toMatchObject({
      rule: 'R-DEP-05',
    });
    expect(await refused(of('FRONT_DESK'), 'refundDeposit', payOut)).toMatchObject({ rule: 'P-15', post: 'CASHIER' });
    expect(
      await refused(of('CASHIER'), 'refundDeposit', { ...payOut, paidToId: e01().former.subjectId }),
    ).toMatchObject({
      ...{ rule: 'R-DEP-04', payerId: e01().resident.subjectId },
    });
    await done(of('CASHIER'), 'refundDeposit', payOut);
  });

  test('R-ORG-61, R-ORG-68, D-18 · who settles does not authorise, who authorises does not pay, who records does not take back', async () => {
    const { id: depositId } = await settled();
    const steps = (column: string, role: string) =>
      house.database.superuser.query(`update deposit set ${column} = $2 where id = $1`, [
        depositId,
        of(role).subjectId,
      ]);
    await steps('settled_by_id', 'ACCOUNTANT');
    expect(
      await refused(of('ACCOUNTANT'), 'authoriseDepositRefund', { depositId, noticeNumber: 'TZ-2' }),
    ).toMatchObject({
      rule: 'R-ORG-68',
    });
    await steps('settled_by_id', 'SERVICE_SUPERVISOR');
    await done(of('ACCOUNTANT'), 'authoriseDepositRefund', { depositId, noticeNumber: 'TZ-2' });
    await steps('authorised_by_id', 'CASHIER');
    const payOut = { depositId, paidToId: e01().resident.subjectId, method: 'CASH', originalReceipt: 'RETURNED' };
    expect(await refused(of('CASHIER'), 'refundDeposit', payOut)).toMatchObject({ rule: 'R-ORG-61' });
    await steps('authorised_by_id', 'ACCOUNTANT');
    await done(of('CASHIER'), 'refundDeposit', payOut);
    const wrong = await collect({ kind: 'CARD' });
    await house.database.superuser.query('update deposit set collected_by_id = $2 where id = $1', [
      wrong.id,
      of('ACCOUNTANT').subjectId,
    ]);
    expect(await refused(of('ACCOUNTANT'), 'cancelDeposit', { depositId: wrong.id })).toMatchObject({ rule: 'D-18' });
    await house.database.superuser.query('update deposit set collected_by_id = $2 where id = $1', [
      wrong.id,
      of('CASHIER').subjectId,
    ]);
    expect(await done(of('ACCOUNTANT'), 'cancelDeposit', { depositId: wrong.id, expectedVersion: 1 })).toMatchObject({
      ...{ state: 'CANCELLED', cancelledAt: now },
    });
  });

  test('R-CSH-07, R-CSH-03 · a deposit gets a receipt, one that stands, and no invoice; while it stands the deposit is not taken back', async () => {
    const deposit = await collect({ method: 'WECHAT', reference: 'WX-1' });
    expect(
      await refused(of('CASHIER'), 'collectDeposit', {
        ...{ payerId: e01().resident.subjectId, kind: 'PASS', amount: yuan('1'), method: 'WECHAT', reference: 'WX-1' },
      }),
    ).toMatchObject({ rule: 'R-CSH-07', reference: 'WX-1' });
    const draw = (kind: string) =>
      done(of('ACCOUNTANT'), 'drawReceiptBook', {
        ...{ estateId: e01().id, kind, prefix: 'YJ', digits: 6, firstNumber: 1, lastNumber: 50 },
        holderId: of('CASHIER').subjectId,
      });
    const [receipts, invoices] = [await draw('RECEIPT'), await draw('INVOICE')];
    const onBook = (bookId: string, more: object = {}) => ({ depositId: deposit.id, bookId, ...more });
    expect(await refused(of('CASHIER'), 'issueReceipt', onBook(invoices.id))).toMatchObject({ rule: 'R-CSH-03' });
    expect(await refused(of('CASHIER'), 'issueReceipt', { bookId: receipts.id })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await refused(of('CASHIER'), 'issueReceipt', onBook(receipts.id, { paymentId: randomUUID() })),
    ).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.paymentId' },
    });
    const receipt = await done(of('CASHIER'), 'issueReceipt', onBook(receipts.id));
    expect(receipt).toMatchObject({
      stamp: 'BANK_RECEIVED',
      amount: yuan('2000.00'),
      deposit: { id: deposit.id },
      payment: null,
    });
    expect(await refused(of('CASHIER'), 'issueReceipt', onBook(receipts.id))).toMatchObject({
      ...{ rule: 'R-CSH-03', receiptId: receipt.id },
    });
    expect(await refused(of('ACCOUNTANT'), 'cancelDeposit', { depositId: deposit.id })).toMatchObject({
      rule: 'R-CSH-03',
    });
    await done(of('ACCOUNTANT'), 'cancelReceipt', { receiptId: receipt.id, reason: 'OTHER' });
    expect(await done(of('ACCOUNTANT'), 'cancelDeposit', { depositId: deposit.id })).toMatchObject({
      ...{ state: 'CANCELLED', receipts: [{ number: receipt.number, state: 'CANCELLED' }] },
    });
    expect(await refused(of('CASHIER'), 'issueReceipt', onBook(receipts.id))).toMatchObject({ rule: 'R-CSH-03' });
  });

  test('R-CSH-01 · deposits that came and went are in the money of the shift', async () => {
    await done(of('CASHIER'), 'fillHandoverSheet', {
      estateId: e01().id,
      counted: yuan('0'),
      differenceReason: '清点前班',
    });
    const { id: depositId } = await settled({ amount: yuan('80') });
    await done(of('ACCOUNTANT'), 'authoriseDepositRefund', { depositId, noticeNumber: 'TZ-3' });
    await collect({ amount: yuan('500') });
    await collect({ amount: yuan('40'), method: 'POS' });
    await done(of('CASHIER'), 'recordPayment', {
      payerId: e01().resident.subjectId,
      method: 'CASH',
      amount: yuan('12.30'),
    });
    await done(of('CASHIER'), 'refundDeposit', {
      ...{ depositId, paidToId: e01().resident.subjectId, method: 'CASH', originalReceipt: 'RETURNED' },
    });
    const sheet = await done(of('CASHIER'), 'fillHandoverSheet', { estateId: e01().id, counted: yuan('512.30') });
    expect(sheet).toMatchObject({
      ...{ cash: yuan('512.30'), electronic: yuan('40.00'), difference: yuan('0.00') },
      lines: [
        { method: 'CASH', payments: 1, deposits: 2, refunds: 1, amount: yuan('512.30') },
        { method: 'POS', payments: 0, deposits: 1, refunds: 0, amount: yuan('40.00') },
      ],
    });
    await done(of('TREASURER'), 'confirmHandover', { sheetId: sheet.id, received: yuan('512.30') });
    expect(await refused(of('ACCOUNTANT'), 'reconcileHandover', { sheetId: sheet.id })).toMatchObject({
      ...{ rule: 'R-CSH-03', takenMinor: 63_230, vouchedMinor: 0 },
    });
    expect(await refused(of('CASHIER'), 'fillHandoverSheet', { estateId: e01().id, counted: yuan('0') })).toMatchObject(
      {
        rule: 'R-CSH-01',
      },
    );
  });

  test.each([
    ['zero', { amount: yuan('0') }, 'INVALID_INPUT'],
    ['negative', { amount: yuan('-1') }, 'INVALID_INPUT'],
    ['three decimals', { amount: yuan('1.001') }, 'INVALID_INPUT'],
    ['another currency', { amount: { amount: '1', currency: 'HKD' } }, 'INVALID_INPUT'],
    ['a day ahead', { collectedOn: '2027-01-01' }, 'INVALID_INPUT'],
    ['a unit of another estate', { unitId: 'e02' }, 'NOT_FOUND'],
  ])('R-FEE-11 · bad input writes nothing: %s', async (_, more: object, code) => {
    const count = async () =>
      (
        await house.database.superuser.query(
          `select (select count(*) from deposit) + (select count(*) from event) as n`,
        )
      ).rows;
    const before = await count();
    const wrong = 'unitId' in more ? { unitId: story.harbour.e02.units[0].id } : more;
    const input = {
      ...{ payerId: e01().resident.subjectId, kind: 'PASS', amount: yuan('1'), method: 'CASH', ...wrong },
    };
    expect(await refused(of('CASHIER'), 'collectDeposit', input)).toMatchObject({ code });
    expect(await count()).toEqual(before);
  });

  test('M-DEP-03, R-DEP-05, R-ORG-70 · what was kept back of what was settled is a figure of head office, in amounts for whoever may see them', async () => {
    const text = `{ portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, metrics: [DEPOSIT_DEDUCTED]) { metrics { value numerator denominator } } }`;
    const { rows } = await house.database.superuser.query<{ kept: string; settled: string; share: string }>(
      `select (sum(d.kept) / 100)::numeric(12, 2) as kept, (sum(d.amount_minor) / 100)::numeric(12, 2) as settled,
              round(100 * sum(d.kept) / sum(d.amount_minor), 1) as share
         from (select s.amount_minor, coalesce((select sum(k.amount_minor) from deposit_deduction k where k.deposit_id = s.id), 0) as kept
                 from deposit s where s.company_id = $1 and s.settled_at is not null) d`,
      [story.harbour.id],
    );
    const { kept, settled: whole, share } = rows[0]!;
    expect(Number(kept)).toBeGreaterThan(0);
    const leader = story.harbour.staff['COMPANY_LEADER']!;
    expect((await ask(leader, text)).data.portfolioScorecard.metrics).toEqual([
      { value: share, numerator: kept, denominator: whole },
    ]);
    const quality = story.harbour.staff['QUALITY_OFFICER']!;
    expect((await ask(quality, text)).data.portfolioScorecard.metrics).toEqual([
      { value: share, numerator: null, denominator: null },
    ]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('M-DEP-01, R-ORG-70 · what is held stands by kind and age, of an earlier day as it was known then, in amounts for whoever may see them', async () => {
    const leader = story.harbour.staff['COMPANY_LEADER']!;
    const asked = `period: { from: "2026-01-01", to: "2027-01-01" }`;
    const held = async (person: StoryPerson, more = '') =>
      (
        await ask(
          person,
          `{ portfolioScorecard(${asked}, metrics: [DEPOSITS_HELD] ${more}) { metrics { value numerator denominator } } }`,
        )
      ).data.portfolioScorecard.metrics[0];
    const parts = async (by: string): Promise<Record<string, string>> => {
      const { data } = await ask(
        leader,
        `{ metricBreakdown(metric: DEPOSITS_HELD, ${asked}, by: ${by}) { segment metric { value } } }`,
      );
      return Object.fromEntries(
        data.metricBreakdown.map((point: { segment: string; metric: { value: string } }) => [
          point.segment,
          point.metric.value,
        ]),
      );
    };
    const [before, byKind] = [await held(leader), await parts('DEPOSIT_KIND')];
    const yesterday = now.toISOString().slice(0, 10);
    on('2026-12-01');
    await collect({ kind: 'PASS', amount: yuan('20.05') });
    const kept = (await parts('AGE'))['UP_TO_6_MONTHS'];
    const { id: depositId } = await collect({ kind: 'PASS', amount: yuan('30'), collectedOn: '2026-08-20' });
    const plus = (amount: string | undefined, more: number): string => (Number(amount ?? 0) + more).toFixed(2);
    expect(await held(leader)).toEqual({
      value: plus(before.value, 50.05),
      numerator: plus(before.value, 50.05),
      denominator: null,
    });
    expect((await parts('DEPOSIT_KIND'))['PASS']).toBe(plus(byKind['PASS'], 50.05));
    await done(of('SERVICE_SUPERVISOR'), 'acceptDeposit', { depositId });
    await done(of('SERVICE_SUPERVISOR'), 'settleDeposit', {
      depositId,
      deductions: [{ reason: 'LOSS', amount: yuan('10') }],
    });
    expect((await parts('DEPOSIT_KIND'))['PASS']).toBe(plus(byKind['PASS'], 40.05));
    expect((await parts('AGE'))['UP_TO_6_MONTHS']).toBe(plus(kept, 20));
    await done(of('ACCOUNTANT'), 'authoriseDepositRefund', { depositId, noticeNumber: 'TZ-9' });
    await done(of('CASHIER'), 'refundDeposit', {
      ...{ depositId, paidToId: e01().resident.subjectId, method: 'CASH', originalReceipt: 'RETURNED' },
    });
    expect(await held(leader)).toMatchObject({ value: plus(before.value, 20.05) });
    expect(await held(leader, `, asKnownOn: "${yesterday}"`)).toMatchObject({ value: before.value });
    expect(Object.keys(await parts('AGE'))).toEqual(['UP_TO_3_MONTHS', 'UP_TO_6_MONTHS', 'UP_TO_12_MONTHS']);
    const quality = story.harbour.staff['QUALITY_OFFICER']!;
    expect(await held(quality)).toEqual({ value: null, numerator: null, denominator: null });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-ORG-70, D-30 · residents see their own deposits and what is kept of them, nobody else’s', async () => {
    const { id } = await collect({ kind: 'CARD', amount: yuan('30') });
    const DOCUMENT = `query ($id: ID!) { deposit(id: $id) { kind amount ${MONEY} deductions { reason } } }`;
    expect((await ask(e01().resident, DOCUMENT, { id })).data.deposit).toEqual({
      ...{ kind: 'CARD', amount: yuan('30.00'), deductions: [] },
    });
    expect((await ask(e01().former, DOCUMENT, { id })).facts[0]).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(of('FRONT_DESK'), DOCUMENT, { id })).data.deposit).toMatchObject({ amount: null });
    expect((await ask(of('FRONT_DESK', story.harbour.e02), DOCUMENT, { id })).facts[0]).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
