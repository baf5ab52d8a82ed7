import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const SHEET = `{ id state filledAt dueAt inTime bankedAt bankReference handedOverAt reconciledAt version differenceReason reconcileNote
  cash ${MONEY} electronic ${MONEY} counted ${MONEY} difference ${MONEY} estate { code } cashier { id } treasurer { id } accountant { id }
  lines { method payments amount ${MONEY} } receipts { kind firstNumber lastNumber sheets issued } payments { id } }`;
const SHIFT = `query ($id: ID!) { cashierShift(estateId: $id) { dueAt receipts lines { method payments amount ${MONEY} } } }`;
const THING: Readonly<Record<string, string>> = {
  drawReceiptBook: 'book { id firstNumber }',
  issueReceipt: 'receipt { id number }',
  spoilReceipt: 'receipt { id number }',
  recordPayment: 'payment { id }',
  reversePayment: 'payment { id }',
};
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('the money of a shift', () => {
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
  const cashier = () => of('CASHIER');
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = THING[verb] ?? `sheet ${SHEET}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { receipt, book, payment, sheet } = data[verb];
    return receipt ?? book ?? payment ?? sheet;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const pay = (amount: string, more: object = {}) =>
    done(cashier(), 'recordPayment', {
      ...{ payerId: e01().resident.subjectId, method: 'CASH', amount: yuan(amount), ...more },
    });
  const fill = (counted: string, more: object = {}) =>
    done(cashier(), 'fillHandoverSheet', { estateId: e01().id, counted: yuan(counted), ...more });
  const owed = async (kind: string) =>
    (
      await house.database.superuser.query(
        `select state, owner_id as "ownerId", owner_post as "ownerPost", due_at as "dueAt" from obligation
          where kind = $1 and estate_id = $2 order by due_at, id`,
        [kind, e01().id],
      )
    ).rows;

  test('R-CSH-01, D-20 · a sheet holds everything since the one before, and is owed half an hour before the desk closes', async () => {
    expect(await refused(cashier(), 'fillHandoverSheet', { estateId: e01().id, counted: yuan('0') })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-CSH-01' },
    });
    const [first, second, third] = [await pay('100.50'), await pay('20'), await pay('300', { method: 'WECHAT' })];
    const wrong = await pay('7');
    await done(of('ACCOUNTANT'), 'reversePayment', { paymentId: wrong.id, reason: 'DUPLICATE' });
    const book = await done(of('ACCOUNTANT'), 'drawReceiptBook', {
      ...{ estateId: e01().id, kind: 'RECEIPT', prefix: 'SJ', digits: 6, firstNumber: 1, lastNumber: 50 },
      holderId: cashier().subjectId,
    });
    await done(cashier(), 'spoilReceipt', { bookId: book.id, expectedNumber: 'SJ000001', reason: 'TORN' });
    for (const { id } of [first, second, third])
      await done(cashier(), 'issueReceipt', { paymentId: id, bookId: book.id });
    expect(await owed('CASH_HANDOVER')).toMatchObject([
      { state: 'OPEN', ownerId: cashier().subjectId, dueAt: new Date('2026-03-20T11:30:00Z') },
    ]);
    const { data } = await ask(cashier(), SHIFT, { id: e01().id });
    expect(data.cashierShift).toEqual({
      ...{ dueAt: new Date('2026-03-20T11:30:00Z'), receipts: 4 },
      lines: [
        { method: 'CASH', payments: 2, amount: yuan('120.50') },
        { method: 'WECHAT', payments: 1, amount: yuan('300.00') },
      ],
    });
    now = new Date('2026-03-20T11:20:00Z');
    const sheet = await fill('120.50');
    expect(sheet).toMatchObject({
      ...{ state: 'FILLED', inTime: true, dueAt: new Date('2026-03-20T11:30:00Z'), version: 1, differenceReason: null },
      ...{ cash: yuan('120.50'), electronic: yuan('300.00'), counted: yuan('120.50'), difference: yuan('0.00') },
      ...{ cashier: { id: cashier().subjectId }, estate: { code: 'E01' } },
      ...{ payments: [first, second, third].map(({ id }) => ({ id })), lines: data.cashierShift.lines },
      receipts: [{ kind: 'RECEIPT', firstNumber: 'SJ000001', lastNumber: 'SJ000004', sheets: 4, issued: 3 }],
    });
    expect(await owed('CASH_HANDOVER')).toMatchObject([{ state: 'FULFILLED' }]);
    now = new Date('2026-03-20T11:40:00Z');
    const late = await pay('5');
    expect(await owed('CASH_HANDOVER')).toMatchObject([
      { state: 'FULFILLED' },
      { state: 'OPEN', dueAt: new Date('2026-03-21T11:30:00Z') },
    ]);
    now = new Date('2026-03-21T12:00:00Z');
    expect(await fill('5')).toMatchObject({ inTime: false, payments: [{ id: late.id }], receipts: [] });
    expect(await refused(cashier(), 'fillHandoverSheet', { estateId: e01().id, counted: yuan('0') })).toMatchObject({
      rule: 'R-CSH-01',
    });
  });

  test('R-CSH-05, R-CSH-11 · a count that is not what the books say is explained; what is not taken over yet may be counted again', async () => {
    await pay('100');
    const bad = { estateId: e01().id, counted: yuan('99') };
    expect(await refused(cashier(), 'fillHandoverSheet', bad)).toMatchObject({
      ...{
        code: 'INVALID_INPUT',
        path: 'input.differenceReason',
        rule: 'R-CSH-05',
        cashMinor: 10_000,
        countedMinor: 9_900,
      },
    });
    expect(
      await refused(cashier(), 'fillHandoverSheet', { ...bad, counted: { amount: '99', currency: 'HKD' } }),
    ).toMatchObject({ code: 'INVALID_INPUT', path: 'input.counted.currency' });
    const short = await fill('99', { differenceReason: '找零多给一元' });
    expect(short).toMatchObject({ difference: yuan('-1.00'), differenceReason: '找零多给一元' });
    expect(await done(cashier(), 'recountHandoverSheet', { sheetId: short.id, counted: yuan('100') })).toMatchObject({
      ...{ difference: yuan('0.00'), differenceReason: null, version: 2 },
    });
    expect(
      await refused(cashier(), 'recountHandoverSheet', { sheetId: short.id, counted: yuan('100'), expectedVersion: 1 }),
    ).toMatchObject({ code: 'CONFLICT' });
    await done(of('TREASURER'), 'confirmHandover', { sheetId: short.id, received: yuan('100') });
    expect(await refused(cashier(), 'recountHandoverSheet', { sheetId: short.id, counted: yuan('100') })).toMatchObject(
      {
        rule: 'R-CSH-01',
      },
    );
  });

  test('R-CSH-01, R-ORG-61 · the treasurer takes the whole sum over, the accountant compares it: three people', async () => {
    await pay('50');
    const { id: sheetId } = await fill('50');
    expect(await refused(of('TREASURER'), 'confirmHandover', { sheetId, received: yuan('49') })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-CSH-01', countedMinor: 5_000, receivedMinor: 4_900 },
    });
    expect(await refused(cashier(), 'confirmHandover', { sheetId, received: yuan('50') })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refused(of('ACCOUNTANT'), 'reconcileHandover', { sheetId })).toMatchObject({ rule: 'R-CSH-03' });
    await house.database.superuser.query('update handover_sheet set cashier_id = $2 where id = $1', [
      sheetId,
      of('TREASURER').subjectId,
    ]);
    expect(await refused(of('TREASURER'), 'confirmHandover', { sheetId, received: yuan('50') })).toMatchObject({
      rule: 'R-ORG-61',
    });
    await house.database.superuser.query('update handover_sheet set cashier_id = $2 where id = $1', [
      sheetId,
      cashier().subjectId,
    ]);
    expect(
      await done(of('TREASURER'), 'confirmHandover', { sheetId, received: yuan('50'), expectedVersion: 1 }),
    ).toMatchObject({
      ...{ state: 'HANDED_OVER', treasurer: { id: of('TREASURER').subjectId }, handedOverAt: now },
    });
    expect(await refused(of('TREASURER'), 'confirmHandover', { sheetId, received: yuan('50') })).toMatchObject({
      rule: 'R-CSH-01',
    });
    expect(await refused(of('ACCOUNTANT'), 'reconcileHandover', { sheetId })).toMatchObject({
      ...{ rule: 'R-CSH-03', takenMinor: 5_000, vouchedMinor: 0 },
    });
    expect(await done(of('ACCOUNTANT'), 'reconcileHandover', { sheetId, note: '收据次日补开' })).toMatchObject({
      ...{ state: 'RECONCILED', accountant: { id: of('ACCOUNTANT').subjectId }, reconcileNote: '收据次日补开' },
    });
  });

  test('R-CSH-02 · banked directly while the treasurer is out, the handover is owed by the next working day', async () => {
    now = new Date('2026-03-27T03:00:00Z');
    await pay('80');
    const { id: sheetId } = await fill('80');
    expect(await refused(cashier(), 'bankHandover', { sheetId, bankReference: '工行 1' })).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.bankReference' },
    });
    const banked = await done(cashier(), 'bankHandover', { sheetId, bankReference: 'ICBC-778' });
    expect(banked).toMatchObject({ state: 'BANKED', bankReference: 'ICBC-778', bankedAt: now });
    expect(await owed('HANDOVER_CONFIRMATION')).toMatchObject([
      { state: 'OPEN', ownerPost: 'TREASURER', dueAt: new Date('2026-03-30T15:59:59.999Z') },
    ]);
    now = new Date('2026-03-30T03:00:00Z');
    await done(of('TREASURER'), 'confirmHandover', { sheetId, received: yuan('80') });
    expect(await owed('HANDOVER_CONFIRMATION')).toMatchObject([{ state: 'FULFILLED' }]);
  });

  test('D-20 · whatever is taken while a sheet is filled in, each payment is on one sheet', async () => {
    for (let i = 1; i <= 5; i += 1) await pay(String(i));
    const during = Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        say(cashier(), 'recordPayment', {
          ...{ payerId: e01().resident.subjectId, method: 'POS', amount: yuan(String(i + 1)), commandId: randomUUID() },
        }),
      ),
    );
    const sheet = await fill('15');
    await during;
    const lines = (await ask(cashier(), SHIFT, { id: e01().id })).data.cashierShift.lines as { payments: number }[];
    const left = lines.reduce((sum, { payments }) => sum + payments, 0);
    if (left > 0) await fill('0');
    const { rows } = await house.database.superuser.query(
      `select count(*)::int as items, count(distinct payment_id)::int as payments,
              (select count(*)::int from payment where recorded_by = $1 and reversed_at is null) as taken
         from handover_item where payment_id is not null`,
      [cashier().subjectId],
    );
    expect(rows).toEqual([{ items: rows[0]?.taken, payments: rows[0]?.taken, taken: rows[0]?.taken }]);
    expect((sheet.payments as unknown[]).length + left).toBe(15);
  });

  test('R-ORG-70 · sheets are for those who keep the books; the shift is the own', async () => {
    const LIST = `query ($filter: HandoverSheetFilter) { handoverSheets(filter: $filter) { totalCount nodes { id cash ${MONEY} } } }`;
    const { data } = await ask(of('ACCOUNTANT'), LIST, {
      filter: { states: ['RECONCILED'], cashierId: cashier().subjectId },
    });
    expect(data.handoverSheets).toMatchObject({ totalCount: 1, nodes: [{ cash: yuan('50.00') }] });
    expect((await ask(of('ACCOUNTANT'), LIST, { filter: { different: true } })).data.handoverSheets.totalCount).toBe(0);
    expect((await ask(of('FRONT_DESK'), LIST)).facts[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(e01().resident, LIST)).facts[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(of('ACCOUNTANT'), SHIFT, { id: e01().id })).facts[0]).toMatchObject({ code: 'FORBIDDEN' });
    expect((await ask(cashier(), SHIFT, { id: story.harbour.e02.id })).facts[0]).toMatchObject({ code: 'NOT_FOUND' });
  });
});
