import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { addDays } from '../../../src/domain/calendar/calendar-day.js';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { PROPOSED_CHANGES } from '../../../src/domain/ledger/proposed-change.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { ledgerStep, liveLedger } from '../../support/ledger-life.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const ENTRY = `{ id kind reversesId reason bookedDay amount ${MONEY} charge { id } payment { id } recordedBy { id } }`;
const CHARGE = `{ id kind source state overdue fromDay untilDay dueDay bookedDay version note amount ${MONEY} open ${MONEY} paid ${MONEY}
  unit { id } payer { id } estate { code } recordedBy { id } entries ${ENTRY} }`;
const PAYMENT = `{ id method reference bookedDay reversedAt version amount ${MONEY} unallocated ${MONEY} unit { id } payer { id }
  entries ${ENTRY} }`;
const THING: Readonly<Record<string, string>> = {
  raiseCharge: `charge ${CHARGE}`,
  cancelCharge: `charge ${CHARGE}`,
  reverseEntry: `entry ${ENTRY}`,
};
const BALANCES = `query ($id: ID!, $on: LocalDate, $known: LocalDate) { unit(id: $id) { balances(on: $on, asKnownOn: $known) {
  on owed { amount } overdue { amount } prepaid { amount } balance { amount } } } }`;
const STATEMENT = `query ($payerId: ID, $unitId: ID, $from: LocalDate!, $until: LocalDate!, $known: LocalDate) {
  accountStatement(payerId: $payerId, unitId: $unitId, fromDay: $from, untilDay: $until, asKnownOn: $known) {
    opening { amount } charged { amount } paid { amount } other { amount } closing { amount }
    lines(first: 50) { nodes { kind isReversal bookedDay amount { amount } balance { amount } } totalCount } } }`;
const OPEN = `query ($unitId: ID, $payerId: ID, $on: LocalDate, $known: LocalDate) {
  openItems(unitId: $unitId, payerId: $payerId, on: $on, asKnownOn: $known, first: 50) { nodes { daysOverdue open { amount } charge { id } } totalCount } }`;

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('what customers owe and pay', () => {
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
  const e02 = () => story.harbour.e02;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = THING[verb] ?? `payment ${PAYMENT}`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { charge, payment, entry } = data[verb];
    return charge ?? payment ?? entry;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const charge = (more: object = {}, person = of('ACCOUNTANT')) =>
    done(person, 'raiseCharge', {
      ...{ unitId: e01().units[0].id, kind: 'PROPERTY_FEE', amount: yuan('300') },
      ...{ fromDay: '2026-03-01', untilDay: '2026-04-01', dueDay: '2026-03-31', ...more },
    });
  const pay = (amount: string, more: object = {}) =>
    done(of('CASHIER'), 'recordPayment', {
      payerId: e01().resident.subjectId,
      method: 'CASH',
      amount: yuan(amount),
      ...more,
    });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const chargeNow = async (id: string, person = of('ACCOUNTANT')): Promise<any> =>
    (await ask(person, `query ($id: ID!) { charge(id: $id) ${CHARGE} }`, { id })).data.charge;
  const on = (day: string): void => {
    now = new Date(`${day}T02:00:00Z`);
  };
  const settle = async (payerId: string): Promise<void> => {
    const { data } = await ask(of('ACCOUNTANT'), OPEN, { payerId });
    for (const { charge: open } of data.openItems.nodes) {
      const { open: left, payer } = await chargeNow(open.id);
      await done(of('CASHIER'), 'recordPayment', {
        ...{ payerId: payer.id, method: 'CASH', amount: left, allocations: [{ chargeId: open.id, amount: left }] },
      });
    }
  };

  test('R-FEE-02, R-FEE-06, Q-31 · a charge is owed by who owns the unit on the first day, and stays as it was billed', async () => {
    const raised = await charge({ note: '一季度第三月' });
    expect(raised).toMatchObject({
      ...{ kind: 'PROPERTY_FEE', source: 'RAISED', state: 'BILLED', overdue: false, version: 1, note: '一季度第三月' },
      ...{ amount: yuan('300.00'), open: yuan('300.00'), paid: yuan('0.00'), bookedDay: '2026-03-20', entries: [] },
      ...{ unit: { id: e01().units[0].id }, payer: { id: e01().resident.subjectId }, estate: { code: 'E01' } },
    });
    const earlier = await charge({
      unitId: e01().units[1].id,
      fromDay: '2023-12-01',
      untilDay: '2024-01-01',
      dueDay: '2023-12-31',
    });
    expect(earlier).toMatchObject({ payer: { id: e01().former.subjectId }, overdue: true });
    const later = await charge({
      unitId: e01().units[1].id,
      fromDay: '2024-01-01',
      untilDay: '2024-02-01',
      dueDay: '2024-01-31',
    });
    expect(later).toMatchObject({ payer: { id: e01().next.subjectId } });
    expect(
      await refused(of('ACCOUNTANT'), 'raiseCharge', {
        ...{ unitId: e01().units[2].id, kind: 'WATER', amount: yuan('1'), fromDay: '2026-03-01', dueDay: '2026-03-31' },
      }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'Q-31' });
    await settle(e01().former.subjectId);
    await settle(e01().next.subjectId);
    await settle(e01().resident.subjectId);
  });

  test('R-FEE-07, D-21 · money settles the oldest deadline first; what is left is paid ahead and settles the next charge', async () => {
    const march = await charge();
    const february = await charge({ fromDay: '2026-02-01', untilDay: '2026-03-01', dueDay: '2026-02-28' });
    const paid = await pay('450', {
      method: 'WECHAT',
      channelFee: yuan('2.70'),
      reference: '4200001',
      unitId: e01().units[0].id,
    });
    expect(paid).toMatchObject({ amount: yuan('450.00'), unallocated: yuan('0.00'), version: 4 });
    expect(paid.entries).toMatchObject([
      { kind: 'CHANNEL_FEE', amount: yuan('2.70'), charge: null },
      { kind: 'ALLOCATION', amount: yuan('300.00'), charge: { id: february.id } },
      { kind: 'ALLOCATION', amount: yuan('150.00'), charge: { id: march.id } },
    ]);
    expect(await chargeNow(february.id)).toMatchObject({
      state: 'PAID',
      open: yuan('0.00'),
      paid: yuan('300.00'),
      version: 2,
    });
    expect(await chargeNow(march.id)).toMatchObject({ state: 'PART_PAID', open: yuan('150.00'), paid: yuan('150.00') });
    const more = await pay('200');
    expect(more).toMatchObject({ unallocated: yuan('50.00') });
    const water = await charge({ kind: 'WATER', amount: yuan('30.5'), fromDay: '2026-03-05', untilDay: null });
    expect(water).toMatchObject({ state: 'PAID', open: yuan('0.00'), untilDay: '2026-03-06' });
    expect(
      await refused(of('CASHIER'), 'recordPayment', {
        ...{ payerId: e01().resident.subjectId, method: 'WECHAT', amount: yuan('450'), reference: '4200001' },
      }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-FEE-11', reference: '4200001' });
  });

  test('D-21 · money goes where the payer says, or waits', async () => {
    const first = await charge({ dueDay: '2026-03-25' });
    const second = await charge({ dueDay: '2026-03-31' });
    await settle(e01().resident.subjectId).catch(() => undefined);
    const third = await charge({ dueDay: '2026-04-10' });
    const fourth = await charge({ dueDay: '2026-04-20' });
    expect([first.payer, second.payer]).toEqual([third.payer, fourth.payer]);
    const said = await pay('120', { allocations: [{ chargeId: fourth.id, amount: yuan('100') }] });
    expect(said).toMatchObject({ unallocated: yuan('20.00') });
    expect(await chargeNow(third.id)).toMatchObject({ state: 'BILLED' });
    expect(await chargeNow(fourth.id)).toMatchObject({ open: yuan('200.00') });
    const waits = await pay('10', { prepaid: true, method: 'POS' });
    expect(waits).toMatchObject({ unallocated: yuan('10.00'), entries: [] });
    const allocated = await done(of('CASHIER'), 'allocatePayment', { paymentId: waits.id, expectedVersion: 1 });
    expect(allocated).toMatchObject({ unallocated: yuan('0.00') });
    expect(await chargeNow(third.id)).toMatchObject({ open: yuan('290.00') });
    const over = { payerId: e01().resident.subjectId, method: 'CASH', amount: yuan('500') };
    const more = async (allocations: object[]) => refused(of('CASHIER'), 'recordPayment', { ...over, allocations });
    expect(await more([{ chargeId: third.id, amount: yuan('290.01') }])).toMatchObject({
      rule: 'R-FEE-11',
      openMinor: 29_000,
    });
    expect(
      await more([
        { chargeId: third.id, amount: yuan('1') },
        { chargeId: third.id, amount: yuan('1') },
      ]),
    ).toMatchObject({ rule: 'R-FEE-11' });
    expect(
      await refused(of('CASHIER'), 'recordPayment', {
        ...over,
        amount: yuan('1'),
        allocations: [{ chargeId: third.id, amount: yuan('2') }],
      }),
    ).toMatchObject({ rule: 'R-FEE-11', freeMinor: 100 });
    expect(await refused(of('CASHIER'), 'allocatePayment', { paymentId: waits.id, expectedVersion: 1 })).toMatchObject({
      code: 'CONFLICT',
    });
    await settle(e01().resident.subjectId);
  });

  test('R-FEE-11 · bad input writes nothing: negative, zero, three decimals, another currency, a unit of another estate, a day ahead', async () => {
    const count = async () =>
      (
        await house.database.superuser.query(
          `select (select count(*) from charge) + (select count(*) from payment) + (select count(*) from ledger_entry) as n`,
        )
      ).rows[0];
    const before = await count();
    const good = { payerId: e01().resident.subjectId, method: 'CASH', amount: yuan('1') };
    const water = {
      payerId: e01().resident.subjectId,
      kind: 'WATER',
      amount: yuan('1'),
      fromDay: '2026-03-15',
      dueDay: '2026-03-31',
    };
    const bad = { code: 'INVALID_INPUT', rule: 'R-FEE-11' };
    for (const amount of ['-1', '0', '0.00', '1.005'])
      for (const [person, verb, more] of [
        [of('CASHIER'), 'recordPayment', good],
        [of('ACCOUNTANT'), 'raiseCharge', water],
      ] as const)
        expect(await refused(person, verb, { ...more, amount: yuan(amount) })).toMatchObject({
          ...bad,
          path: 'input.amount.amount',
        });
    expect(
      await refused(of('CASHIER'), 'recordPayment', { ...good, amount: { amount: '1', currency: 'HKD' } }),
    ).toMatchObject({ ...bad, path: 'input.amount.currency', currency: 'CNY' });
    expect(await refused(of('CASHIER'), 'recordPayment', { ...good, channelFee: yuan('1') })).toMatchObject(bad);
    expect(await refused(of('CASHIER'), 'recordPayment', { ...good, reference: '张三 的转账' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.reference',
    });
    expect(await refused(of('CASHIER'), 'recordPayment', { ...good, paidOn: '2026-03-21' })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.paidOn',
    });
    await house.database.superuser.query(
      `insert into role_assignment (company_id, id, staff_id, role, estate_id, group_id, created_at) values ($1, $2, $3, 'CASHIER', null, null, now())`,
      [story.harbour.id, newId(), of('CASHIER').subjectId],
    );
    house.principals.drop(story.harbour.id);
    expect(await refused(of('CASHIER'), 'recordPayment', { ...good, unitId: e02().units[0].id })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-11',
    });
    expect(await refused(of('CASHIER', e02()), 'recordPayment', good)).toMatchObject({
      code: 'NOT_FOUND',
      what: 'customer',
    });
    expect(
      await refused(of('CASHIER'), 'recordPayment', { ...good, unitId: story.cedar.e01.units[0].id }),
    ).toMatchObject({ code: 'NOT_FOUND', what: 'unit' });
    expect(await refused(of('ACCOUNTANT'), 'raiseCharge', { ...water, untilDay: '2026-04-02' })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'D-21',
    });
    expect(await count()).toEqual(before);
  });

  test('R-FEE-11, D-18 · a payment is taken back by another person, once; what it settled is open again, and every earlier day is told as it stood', async () => {
    const payerId = e01().next.subjectId;
    const unitId = e01().units[1].id;
    on('2026-03-21');
    const owed = await charge({ unitId, payerId, amount: yuan('500') });
    on('2026-03-22');
    const cheque = await pay('400', { payerId, method: 'CHEQUE', reference: 'CH-1' });
    on('2026-03-25');
    const back = { paymentId: cheque.id, reason: 'RETURNED_BY_BANK' };
    expect(await refused(of('CASHIER'), 'reversePayment', back)).toMatchObject({
      code: 'FORBIDDEN',
      action: 'fee.reverse',
    });
    await house.database.superuser.query(`update payment set recorded_by = $2 where id = $1`, [
      cheque.id,
      of('ACCOUNTANT').subjectId,
    ]);
    expect(await refused(of('ACCOUNTANT'), 'reversePayment', back)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'D-18',
    });
    await house.database.superuser.query(`update payment set recorded_by = $2 where id = $1`, [
      cheque.id,
      of('CASHIER').subjectId,
    ]);
    expect(await refused(of('ACCOUNTANT'), 'reversePayment', { ...back, expectedVersion: 1 })).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
    });
    const reversed = await done(of('ACCOUNTANT'), 'reversePayment', { ...back, expectedVersion: 2 });
    expect(reversed).toMatchObject({ unallocated: yuan('0.00'), reversedAt: now });
    expect(
      reversed.entries.map(({ kind, reversesId, bookedDay }: Record<string, unknown>) => [
        kind,
        reversesId !== null,
        bookedDay,
      ]),
    ).toEqual([
      ['ALLOCATION', false, '2026-03-22'],
      ['ALLOCATION', true, '2026-03-25'],
      ['PAYMENT_REVERSAL', false, '2026-03-25'],
    ]);
    expect(await chargeNow(owed.id)).toMatchObject({ state: 'BILLED', open: yuan('500.00'), paid: yuan('0.00') });
    expect(await refused(of('ACCOUNTANT'), 'reversePayment', back)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-FEE-11',
    });
    for (const entry of reversed.entries)
      expect(await refused(of('ACCOUNTANT'), 'reverseEntry', { entryId: entry.id, reason: 'OTHER' })).toMatchObject({
        code: 'RULE_REFUSED',
        rule: 'R-FEE-11',
      });
    const again = await pay('100', { payerId, method: 'CHEQUE', reference: 'CH-1', paidOn: '2026-03-23' });
    expect(again.entries).toMatchObject([{ kind: 'ALLOCATION', bookedDay: '2026-03-25' }]);
    const balance = async (day: string | null, known: string | null = null) => {
      const { data } = await ask(of('ACCOUNTANT'), BALANCES, { id: unitId, on: day, known });
      return data.unit.balances.map((row: Record<string, { amount: string }>) => row['owed']?.amount);
    };
    expect(await balance('2026-03-20')).toEqual(['0.00']);
    expect(await balance('2026-03-21')).toEqual(['500.00']);
    expect(await balance('2026-03-22')).toEqual(['100.00']);
    expect(await balance('2026-03-24')).toEqual(['100.00']);
    expect(await balance('2026-03-25')).toEqual(['400.00']);
    expect(await balance(null)).toEqual(['400.00']);
    expect(await balance('2026-03-25', '2026-03-24')).toEqual(['100.00']);
    const open = await ask(of('ACCOUNTANT'), OPEN, { payerId, on: '2026-03-22' });
    expect(open.data.openItems).toEqual({
      nodes: [{ daysOverdue: 0, open: { amount: '100.00' }, charge: { id: owed.id } }],
      totalCount: 1,
    });
    const later = await ask(of('ACCOUNTANT'), OPEN, { unitId, on: '2026-04-03' });
    expect(later.data.openItems.nodes).toMatchObject([{ daysOverdue: 3, open: { amount: '400.00' } }]);
    const [allocation] = again.entries;
    const undone = await done(of('ACCOUNTANT'), 'reverseEntry', { entryId: allocation.id, reason: 'WRONG_CHARGE' });
    expect(undone).toMatchObject({
      kind: 'ALLOCATION',
      reversesId: allocation.id,
      amount: yuan('100.00'),
      reason: 'WRONG_CHARGE',
    });
    expect(await chargeNow(owed.id)).toMatchObject({ open: yuan('500.00') });
    const left = await done(of('CASHIER'), 'allocatePayment', { paymentId: again.id });
    expect(left).toMatchObject({ unallocated: yuan('0.00') });
  });

  test('R-FEE-11 · a statement tells every line with the balance behind it: of a payer over all units, or of a unit', async () => {
    const payerId = e01().next.subjectId;
    const { data } = await ask(of('STEWARD'), STATEMENT, { payerId, from: '2026-03-22', until: '2026-04-01' });
    const { lines, ...sums } = data.accountStatement;
    expect(sums).toEqual({
      ...{ opening: { amount: '500.00' }, charged: { amount: '0.00' }, paid: { amount: '500.00' } },
      ...{ other: { amount: '400.00' }, closing: { amount: '400.00' } },
    });
    expect(
      lines.nodes.map(({ kind, amount, balance }: Record<string, { amount: string }>) => [
        kind,
        amount?.amount,
        balance?.amount,
      ]),
    ).toEqual([
      ['PAYMENT', '-400.00', '100.00'],
      ['PAYMENT', '-100.00', '0.00'],
      ['PAYMENT_REVERSAL', '400.00', '400.00'],
    ]);
    const household = await ask(of('STEWARD'), STATEMENT, {
      unitId: e01().units[1].id,
      from: '2026-03-01',
      until: '2026-04-01',
    });
    expect(household.data.accountStatement).toMatchObject({
      closing: { amount: '400.00' },
      opening: { amount: '0.00' },
    });
    const known = await ask(of('STEWARD'), STATEMENT, {
      payerId,
      from: '2026-03-22',
      until: '2026-04-01',
      known: '2026-03-23',
    });
    expect(known.data.accountStatement).toMatchObject({ closing: { amount: '100.00' } });
    expect((await ask(of('STEWARD'), STATEMENT, { from: '2026-03-22', until: '2026-04-01' })).facts[0]).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      (await ask(of('STEWARD'), STATEMENT, { payerId, from: '2026-03-22', until: '2026-03-22' })).facts[0],
    ).toMatchObject({ code: 'INVALID_INPUT' });
    expect(
      (await ask(of('FRONT_DESK'), STATEMENT, { payerId, from: '2026-03-22', until: '2026-04-01' })).facts[0],
    ).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('R-ORG-70, D-30 · who needs no amounts sees none; residents see their own account, former and next none of each other', async () => {
    const unitId = e01().units[1].id;
    const list = `query ($unitId: ID!) { charges(filter: { unitId: $unitId }) { nodes { state note amount { amount } payer { id } entries { amount { amount } } } } unit(id: $unitId) { balances { on } } }`;
    const desk = await ask(of('FRONT_DESK'), list, { unitId });
    expect(desk.data.charges.nodes.length).toBe(3);
    expect(
      desk.data.charges.nodes.every(
        (each: Record<string, unknown>) => each['amount'] === null && each['state'] !== null,
      ),
    ).toBe(true);
    expect(desk.data.unit.balances).toBeNull();
    const next = await ask(e01().next, list, { unitId });
    expect(next.data.charges.nodes.map(({ payer }: { payer: { id: string } }) => payer.id)).toEqual([
      e01().next.subjectId,
      e01().next.subjectId,
    ]);
    const former = await ask(e01().former, list, { unitId });
    expect(former.data.charges.nodes).toMatchObject([
      { payer: { id: e01().former.subjectId }, amount: { amount: '300.00' } },
    ]);
    const strange = await ask(e01().former, STATEMENT, {
      payerId: e01().next.subjectId,
      from: '2026-01-01',
      until: '2026-12-31',
    });
    expect(strange.facts[0]).toMatchObject({ code: 'NOT_FOUND' });
    const own = await ask(e01().next, STATEMENT, {
      payerId: e01().next.subjectId,
      from: '2020-01-01',
      until: '2026-12-31',
    });
    expect(own.data.accountStatement).toMatchObject({ closing: { amount: '400.00' } });
    const ofUnit = await ask(e01().former, STATEMENT, { unitId, from: '2020-01-01', until: '2026-12-31' });
    expect(ofUnit.data?.accountStatement ?? null).not.toMatchObject({ charged: { amount: '1100.00' } });
  });

  test('R-FEE-11 · a charge that should not have been raised is cancelled, unless something stands on it', async () => {
    on('2026-03-26');
    const wrong = await charge({ unitId: e01().units[1].id, payerId: e01().former.subjectId });
    const cancelled = await done(of('ACCOUNTANT'), 'cancelCharge', { chargeId: wrong.id, reason: 'WRONG_PAYER' });
    expect(cancelled).toMatchObject({ state: 'SETTLED', open: yuan('0.00'), paid: yuan('0.00') });
    expect(
      await refused(of('ACCOUNTANT'), 'cancelCharge', { chargeId: wrong.id, reason: 'WRONG_PAYER' }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-FEE-11' });
    expect(
      await refused(of('ACCOUNTANT'), 'reverseEntry', { entryId: cancelled.entries[0].id, reason: 'OTHER' }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-FEE-11' });
  });

  test('R-FEE-11 · many who pay one charge at the same moment never overpay it', async () => {
    const payerId = e01().resident.subjectId;
    await settle(payerId);
    const free = await ask(
      of('ACCOUNTANT'),
      `query ($payerId: ID!) { payments(filter: { payerId: $payerId, unallocated: true }, first: 50) { nodes { id } } }`,
      { payerId },
    );
    expect(free.data.payments.nodes.length).toBeGreaterThanOrEqual(0);
    const owed = await charge({ amount: yuan('1000'), dueDay: '2026-05-31' });
    const open = Number(owed.open.amount);
    const each = yuan('300');
    const tries = await Promise.all(
      Array.from({ length: 12 }, () =>
        say(of('CASHIER'), 'recordPayment', {
          payerId,
          method: 'CASH',
          amount: each,
          allocations: [{ chargeId: owed.id, amount: each }],
        }),
      ),
    );
    const passed = tries.filter(({ refusals }) => refusals.length === 0).length;
    expect(passed).toBe(Math.floor(open / 300));
    expect(tries.flatMap(({ facts }) => facts).every(({ rule }) => rule === 'R-FEE-11')).toBe(true);
    expect(Number((await chargeNow(owed.id)).open.amount)).toBe(open - passed * 300);
  }, 60_000);

  describe('the database itself', () => {
    const asProgram = async <T>(work: (client: pg.Client) => Promise<T>, company = story.harbour.id): Promise<T> => {
      const client = new pg.Client({ connectionString: house.database.apiUrl });
      await client.connect();
      try {
        await client.query('begin');
        await client.query(
          `select set_config('app.company', $1, true), set_config('app.audience', 'staff', true), set_config('app.all_estates', 'on', true)`,
          [company],
        );
        return await work(client);
      } finally {
        await client.query('rollback').catch(() => undefined);
        await client.end();
      }
    };
    const entry = (client: pg.Client, more: Record<string, unknown>) => {
      const row: Record<string, unknown> = {
        ...{ company_id: story.harbour.id, id: newId(), estate_id: e01().id, kind: 'ALLOCATION', currency: 'CNY' },
        ...{ booked_day: '2026-03-31', recorded_at: now, ...more },
      };
      const names = Object.keys(row);
      return client.query(
        `insert into ledger_entry (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(row),
      );
    };

    test('R-FEE-11 · the program can neither alter nor remove a line, nor say what is open', async () => {
      for (const text of [
        'update charge set amount_minor = 1',
        'update charge set open_minor = 0',
        'delete from charge',
        'update payment set free_minor = 1',
        'delete from payment',
        'update ledger_entry set amount_minor = 1',
        'delete from ledger_entry',
      ])
        await expect(asProgram((client) => client.query(text))).rejects.toThrow(/permission denied/);
      const lied = await asProgram(async (client) => {
        const { rows } = await client.query(
          `insert into charge (company_id, id, estate_id, payer_id, kind, source, from_day, until_day, due_day, amount_minor, currency, booked_day, recorded_at, open_minor, paid_minor, last_day, version)
           values ($1, $2, $3, $4, 'WATER', 'RAISED', '2026-03-01', '2026-04-01', '2026-03-31', 100, 'CNY', '2026-03-01', now(), 0, 100, '2020-01-01', 9) returning open_minor, paid_minor, last_day::text, version`,
          [story.harbour.id, newId(), e01().id, e01().resident.subjectId],
        );
        return rows[0] as unknown;
      });
      expect(lied).toEqual({ open_minor: '100', paid_minor: '0', last_day: '2026-03-01', version: 1 });
    });

    test('R-FEE-11 · no money beyond its amount, no charge beyond what is open, none across accounts, companies or days, none after a reversal', async () => {
      const payerId = e01().resident.subjectId;
      await settle(payerId);
      const owed = await charge({ amount: yuan('1000'), dueDay: '2026-06-30', kind: 'ELECTRICITY' });
      const open = Math.round(Number(owed.open.amount) * 100);
      const money = await pay('500', { prepaid: true });
      const sides = { payer_id: payerId, charge_id: owed.id, payment_id: money.id };
      const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
        ['more than is open', { ...sides, amount_minor: open + 1 }, /charge_open_not_negative/],
        ['more than is free', { ...sides, amount_minor: 50_001 }, /payment_free_within_amount/],
        ['another account', { ...sides, payer_id: e01().next.subjectId, amount_minor: 1 }, /another account/],
        ['another currency', { ...sides, currency: 'HKD', amount_minor: 1 }, /another account/],
        ['an earlier day', { ...sides, booked_day: '2026-03-01', amount_minor: 1 }, /moved later/],
        ['no approval', { ...sides, payment_id: null, kind: 'WAIVER', amount_minor: 1 }, /by_approval/],
        ['nothing', { ...sides, amount_minor: 0 }, /amount_positive/],
        ['one side only', { ...sides, charge_id: null, amount_minor: 1 }, /has_sides/],
        [
          'a part of a payment',
          { ...sides, charge_id: null, kind: 'PAYMENT_REVERSAL', amount_minor: 1 },
          /another account/,
        ],
        ['another company', { ...sides, company_id: story.cedar.id, amount_minor: 1 }, /row-level security/],
        ['what is not there', { ...sides, amount_minor: 1, reverses_id: newId() }, /whole and once|reversed_fkey/],
      ];
      for (const [, row, message] of wrong)
        await expect(asProgram((client) => entry(client, row))).rejects.toThrow(message);
      await expect(
        asProgram(async (client) => {
          await entry(client, { ...sides, charge_id: null, kind: 'PAYMENT_REVERSAL', amount_minor: 50_000 });
          await entry(client, { ...sides, amount_minor: 1 });
        }),
      ).rejects.toThrow(/reversed/);
      await expect(
        asProgram(async (client) => {
          const first = newId();
          await entry(client, { ...sides, id: first, amount_minor: 10 });
          const second = newId();
          await entry(client, { ...sides, id: second, amount_minor: 10, reverses_id: first });
          await entry(client, { ...sides, amount_minor: 10, reverses_id: second });
        }),
      ).rejects.toThrow(/whole and once/);
    });

    test('R-FEE-01, R-FEE-11 · in random lives of accounts the database takes exactly what the law takes, and knows every day as it does', async () => {
      const payerId = e02().resident.subjectId;
      const row = {
        company_id: story.harbour.id,
        estate_id: e02().id,
        payer_id: payerId,
        currency: 'CNY',
        recorded_at: now,
      };
      const write = async (client: pg.Client, table: string, more: Record<string, unknown>): Promise<boolean> => {
        const values: Record<string, unknown> = { ...row, ...more };
        if (table === 'ledger_proposal') delete values['recorded_at'];
        const names = Object.keys(values);
        await client.query('savepoint s');
        try {
          await client.query(
            `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
            Object.values(values),
          );
          return true;
        } catch (error) {
          expect(['23514', '23503', '23505']).toContain((error as { code?: string }).code);
          await client.query('rollback to savepoint s');
          return false;
        }
      };
      const kept = { last_day: '2026-01-01', version: 1 };
      for (const steps of fc.sample(fc.array(ledgerStep, { minLength: 10, maxLength: 30 }), {
        numRuns: 60,
        seed: 12,
      })) {
        const { tries, book, today } = liveLedger(steps, newId);
        await asProgram(async (client) => {
          for (const { what, line, taken } of tries) {
            const { id, amountMinor: amount_minor, bookedDay: booked_day } = line;
            const same = { id, amount_minor, booked_day };
            const month = { from_day: '2026-01-01', until_day: '2026-02-01', due_day: '2026-01-31' };
            const sides =
              what === 'entry'
                ? { kind: line.kind, charge_id: line.chargeId, payment_id: line.paymentId }
                : { kind: 'WATER' };
            const needsApproval =
              what === 'entry' &&
              line.reversesId === null &&
              PROPOSED_CHANGES.some((kind) => kind === line.kind) &&
              (await write(client, 'ledger_proposal', {
                ...{ ...sides, id, amount_minor, reason: 'x' },
                ...{ proposed_by: of('ACCOUNTANT').subjectId, proposed_at: now },
              }));
            const ofEntry =
              what === 'entry'
                ? { ...sides, reverses_id: line.reversesId, proposal_id: needsApproval ? id : null }
                : {};
            const rowOf = {
              charge: { ...month, kind: 'WATER', source: 'RAISED', open_minor: 0, paid_minor: 0, ...kept },
              payment: { method: 'CASH', free_minor: 0, ...kept },
              entry: ofEntry,
            };
            const wrote = write(client, what === 'entry' ? 'ledger_entry' : what, { ...same, ...rowOf[what] });
            expect([line, await wrote]).toEqual([line, taken]);
          }
          for (const back of [-10, 0, 5, 15]) {
            const day = addDays(today, -back);
            const { rows } = await client.query(
              `select (coalesce((select sum(amount_minor) from charge where payer_id = $1 and booked_day <= $2), 0)
                     + coalesce((select sum(charge_effect_minor) from ledger_entry where payer_id = $1 and booked_day <= $2), 0))::int as "owedMinor",
                      (coalesce((select sum(amount_minor) from payment where payer_id = $1 and booked_day <= $2), 0)
                     + coalesce((select sum(payment_effect_minor) from ledger_entry where payer_id = $1 and booked_day <= $2), 0))::int as "prepaidMinor"`,
              [payerId, day],
            );
            expect(rows[0]).toEqual(book.on(day));
          }
        });
      }
    }, 120_000);

    test('R-FEE-11 · connections that bypass every use case cannot overpay a charge together', async () => {
      const payerId = e01().resident.subjectId;
      await settle(payerId);
      const owed = await charge({ amount: yuan('1000'), dueDay: '2026-07-31', kind: 'ELECTRICITY' });
      const open = Math.round(Number(owed.open.amount) * 100);
      const money = await pay('5000', { prepaid: true });
      const race = async (): Promise<boolean> => {
        const client = new pg.Client({ connectionString: house.database.apiUrl });
        await client.connect();
        try {
          await client.query('begin');
          await client.query(
            `select set_config('app.company', $1, true), set_config('app.audience', 'staff', true), set_config('app.all_estates', 'on', true)`,
            [story.harbour.id],
          );
          await entry(client, { payer_id: payerId, charge_id: owed.id, payment_id: money.id, amount_minor: 30_000 });
          await client.query('commit');
          return true;
        } catch {
          await client.query('rollback');
          return false;
        } finally {
          await client.end();
        }
      };
      const passed = (await Promise.all(Array.from({ length: 20 }, race))).filter(Boolean).length;
      expect(passed).toBe(Math.floor(open / 30_000));
      expect(await chargeNow(owed.id)).toMatchObject({ open: yuan(((open - passed * 30_000) / 100).toFixed(2)) });
    }, 60_000);
  });
});
