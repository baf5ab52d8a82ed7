import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { withholdingJob } from '../../../src/jobs/withholding/withholding.job.js';
import { bookWithheld } from '../../../src/services/withholding/book-withheld.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { openFeeFeed } from '../../../src/events/fee-feed.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { principalOf, tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount }';
const MANDATE = `{ id bank holder lastDigits agreement fromDay untilDay version payer { id } unit { id } estate { code } recordedBy { id } }`;
const BATCH = `{ id serial dueUntil stage sentAt finishedAt version amount ${MONEY} estate { code } drawnBy { id } counts { state items amount ${MONEY} }
  items(first: 50) { nodes { id reference attempt state bankReference withheldOn failureCode failureReason answeredAt amount ${MONEY} channelFee ${MONEY}
    mandate { id lastDigits } payer { id } unit { id } charges { chargeId amount ${MONEY} charge { id } }
    payment { id method reference bookedDay unallocated ${MONEY} entries { kind amount ${MONEY} charge { id } } } } totalCount } }`;
const RESULT = `{ id rows withheld failed repeated suspended bad flaws { line flaw } estate { code } loadedBy { id } }`;
const SELECTION: Readonly<Record<string, string>> = {
  recordWithholdingMandate: `mandate ${MANDATE}`,
  endWithholdingMandate: `mandate ${MANDATE}`,
  sendWithholdingBatch: `content batch ${BATCH}`,
  loadWithholdingResult: `result ${RESULT}`,
  raiseCharge: 'charge { id }',
  recordPayment: 'payment { id }',
  settleBankLine: 'line { id state payment { id method } }',
  openDunning: 'case { id }',
  holdDunning: 'case { id }',
};
const LINES = `{ bankLines(filter: { unsettled: true }, first: 50) { nodes { id method bankReference state amount ${MONEY} file { account stage } } } }`;
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const COLUMNS = {
  columns: [
    { name: '编号', field: 'REFERENCE' },
    { name: '银行', field: 'BANK' },
    { name: '账号', field: 'ACCOUNT' },
    { name: '户名', field: 'HOLDER' },
    { name: '金额', field: 'AMOUNT' },
  ],
};
const ANSWER = {
  ...{ reference: '编号', status: '状态', amount: '金额', fee: '手续费', day: '日期', dayFormats: ['YYYYMMDD'] },
  ...{ bankReference: '流水', paid: ['0000'], failures: [{ code: '1001', reason: 'INSUFFICIENT_FUNDS' }] },
};
const HEAD = '编号,状态,金额,手续费,日期,流水';

describe('what a bank withholds', () => {
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
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(
      person,
      `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${SELECTION[verb] ?? `batch ${BATCH}`} } }`,
      { input },
    );
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { cursor, content, ...payload } = data[verb];
    expect(cursor).toEqual(expect.any(String));
    return content === undefined ? Object.values(payload)[0] : { content, batch: payload.batch };
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const bank = () => of('ACCOUNTANT');
  const charge = async (amount: string, more: object = {}): Promise<string> => {
    const raised = await done(bank(), 'raiseCharge', {
      ...{ unitId: e01().units[0].id, payerId: e01().resident.subjectId, kind: 'PROPERTY_FEE', amount: yuan(amount) },
      ...{ fromDay: '2026-03-01', untilDay: '2026-04-01', dueDay: '2026-03-15', ...more },
    });
    return raised.id as string;
  };
  const mandate = (more: object = {}) => ({
    ...{ payerId: e01().resident.subjectId, bank: '工商银行', holder: '张三丰', account: '6222 0200 1234 5678' },
    ...{ agreement: 'XY-1', fromDay: '2026-01-01', ...more },
  });
  const draw = (dueUntil = '2026-03-31') => done(bank(), 'drawWithholdingBatch', { estateId: e01().id, dueUntil });
  const send = (batchId: string) => done(bank(), 'sendWithholdingBatch', { batchId, mapping: COLUMNS });
  const work = (rowId: string) =>
    withholdingJob.run({
      ...{ house, principal: systemPrincipal(story.harbour.id), rowId, signal: AbortSignal.timeout(60_000) },
    } as unknown as Parameters<typeof withholdingJob.run>[0]);
  const answer = (lines: readonly string[], more: object = {}) =>
    done(bank(), 'loadWithholdingResult', {
      ...{ estateId: e01().id, content: [HEAD, ...lines].join('\n'), mapping: ANSWER, ...more },
    });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const batchNow = async (id: string): Promise<any> =>
    (await ask(bank(), `query ($id: ID!) { withholdingBatch(id: $id) ${BATCH} }`, { id })).data.withholdingBatch;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const suspense = async (): Promise<any[]> => (await ask(bank(), LINES, {})).data.bankLines.nodes;
  const payments = async (): Promise<number> =>
    (
      await house.database.superuser.query<{ n: number }>(
        `select count(*)::int as n from payment where method = 'BANK_WITHHOLDING'`,
      )
    ).rows[0]!.n;

  let own: { id: string; version: number };

  test('R-MIN-04, R-ORG-78 · a mandate is recorded over its days, one at a time; nobody reads more than the last four digits', async () => {
    own = await done(bank(), 'recordWithholdingMandate', mandate());
    expect(own).toMatchObject({ lastDigits: '5678', untilDay: null, unit: null, version: 1 });
    for (const [more, wanted] of [
      [{}, { code: 'RULE_REFUSED', rule: 'R-MIN-04', mandateId: own.id }],
      [{ account: '123' }, { code: 'INVALID_INPUT', path: 'input.account' }],
      [{ untilDay: '2026-01-01' }, { code: 'INVALID_INPUT', path: 'input.untilDay' }],
      [{ unitId: story.harbour.e02.units[0].id }, { code: 'NOT_FOUND' }],
    ] as [object, object][])
      expect(await refused(bank(), 'recordWithholdingMandate', mandate(more))).toMatchObject(wanted);
    expect(await refused(of('FRONT_DESK'), 'recordWithholdingMandate', mandate())).toMatchObject({
      ...{ code: 'FORBIDDEN', action: 'fee.bank' },
    });
    const list = `{ withholdingMandates { nodes ${MANDATE} } }`;
    const seen = async (person: StoryPerson) => (await ask(person, list, {})).data.withholdingMandates.nodes;
    expect(await seen(e01().resident)).toMatchObject([{ holder: '张三丰', agreement: 'XY-1', lastDigits: '5678' }]);
    expect(await seen(story.harbour.staff['FINANCE_OFFICER']!)).toMatchObject([{ holder: '张*', agreement: null }]);
    expect(await seen(e01().former)).toEqual([]);
    expect(JSON.stringify(await seen(bank()))).not.toContain('6222');
    const { rows } = await house.database.superuser.query(`select facts from event where type like 'withholding%'`);
    expect(JSON.stringify(rows)).not.toMatch(/6222|5678|张三|工商/);
  });

  test('R-FEE-11, R-ORG-70, D-13 · a batch asks for what is due under a mandate, not for what is disputed; a charge waits for one answer; staff hear of it live, residents do not', async () => {
    const [first, second] = [await charge('300'), await charge('50.5', { kind: 'WATER' })];
    const disputed = await charge('77', { kind: 'REPAIR' });
    await charge('9', { dueDay: '2026-04-20' });
    await charge('1000', { unitId: e01().units[1].id, payerId: e01().next.subjectId });
    const debt = await done(of('CASHIER'), 'openDunning', { chargeId: disputed });
    await done(of('STEWARD'), 'holdDunning', { caseId: debt.id, kind: 'DISPUTED', chargeId: disputed });
    const [desk, resident] = [await listen(of('FRONT_DESK')), await listen(e01().resident)];
    const batch = await draw();
    expect(batch).toMatchObject({ serial: 1, stage: 'DRAWN', amount: { amount: '350.50' } });
    expect(batch.items.nodes).toMatchObject([
      { reference: 'W1-00001', attempt: 1, state: 'OPEN', amount: { amount: '350.50' }, payment: null },
    ]);
    const asked = batch.items.nodes[0].charges.map(({ chargeId }: { chargeId: string }) => chargeId).sort();
    expect(asked).toEqual([first, second].sort());
    expect(await refused(bank(), 'drawWithholdingBatch', { estateId: e01().id, dueUntil: '2026-03-31' })).toMatchObject(
      {
        ...{ code: 'RULE_REFUSED', rule: 'R-FEE-11' },
      },
    );
    expect(await refused(bank(), 'closeWithholdingBatch', { batchId: batch.id })).toMatchObject({ rule: 'R-FEE-11' });
    expect(await done(bank(), 'cancelWithholdingBatch', { batchId: batch.id })).toMatchObject({
      ...{ stage: 'CANCELLED', counts: [{ state: 'CANCELLED', items: 1 }] },
    });
    expect(await refused(bank(), 'sendWithholdingBatch', { batchId: batch.id, mapping: COLUMNS })).toMatchObject({
      rule: 'R-FEE-11',
    });
    expect([(await desk.next()).value, (await desk.next()).value]).toMatchObject([
      { type: 'withholdingBatch.DRAWN', subjectKind: 'withholdingBatch', subjectId: batch.id, version: 1 },
      { type: 'withholdingBatch.CANCELLED', subjectId: batch.id, version: 2 },
    ]);
    const far = await charge('1', { dueDay: '2027-12-31' });
    expect((await resident.next()).value).toMatchObject({ type: 'fee.CHARGED', subjectId: far });
    await Promise.all([desk.return(undefined), resident.return(undefined)]);
  });

  async function listen(person: StoryPerson) {
    const facts = { requestId: 'test', address: '127.0.0.1', transport: 'websocket' } as const;
    return eventsOf(house, await openFeeFeed(new RequestContext(house, await principalOf(house, person), facts), {}));
  }

  test('R-FEE-11 · the file to the bank has the columns that it wants; what failed is free again with its reason, and counted', async () => {
    const batch = await draw();
    const bad = { columns: COLUMNS.columns.slice(0, 2) };
    expect(await refused(bank(), 'sendWithholdingBatch', { batchId: batch.id, mapping: bad })).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.mapping.columns' },
    });
    const sent = await send(batch.id);
    expect(sent.content).toBe('编号,银行,账号,户名,金额\r\nW2-00001,工商银行,6222020012345678,张三丰,350.50\r\n');
    expect(sent.batch).toMatchObject({ stage: 'SENT' });
    expect(await refused(bank(), 'cancelWithholdingBatch', { batchId: batch.id })).toMatchObject({ rule: 'R-FEE-11' });
    const result = await answer([
      'W2-00001,1001,,,,',
      'W9-00009,1001,,,,',
      'W2-00001,0000,350.50,,20260320,B1',
      ',0000,1,,20260320,',
    ]);
    expect(result).toMatchObject({ rows: 4, withheld: 0, failed: 1, bad: 3, suspended: 0 });
    expect(result.flaws).toEqual([
      { line: 3, flaw: 'UNKNOWN_REFERENCE' },
      { line: 4, flaw: 'DUPLICATE_IN_FILE' },
      { line: 5, flaw: 'NO_REFERENCE' },
    ]);
    const failed = await batchNow(batch.id);
    expect(failed).toMatchObject({ stage: 'DONE' });
    expect(failed.items.nodes).toMatchObject([
      { state: 'FAILED', failureCode: '1001', failureReason: 'INSUFFICIENT_FUNDS', payment: null },
    ]);
    const again = await draw();
    expect(again.items.nodes).toMatchObject([{ reference: 'W3-00001', attempt: 2, state: 'OPEN' }]);
    await send(again.id);
    expect(await done(bank(), 'closeWithholdingBatch', { batchId: again.id })).toMatchObject({ stage: 'DONE' });
    expect((await batchNow(again.id)).items.nodes).toMatchObject([{ state: 'FAILED', failureReason: 'NO_RESULT' }]);
  });

  test('R-FEE-06, R-FEE-11 · what was withheld is a payment, whole, with the bank’s fee apart; no file books it twice', async () => {
    const batch = await draw();
    expect(batch.items.nodes).toMatchObject([{ reference: 'W4-00001', attempt: 3 }]);
    await send(batch.id);
    await done(of('CASHIER'), 'recordPayment', {
      ...{ payerId: e01().resident.subjectId, method: 'CASH', amount: yuan('20') },
    });
    const lines = ['W4-00001,0000,350.50,1.20,20260319,B77'];
    const result = await answer(lines);
    expect(result).toMatchObject({ rows: 1, withheld: 1, failed: 0, repeated: 0 });
    expect(await answer(lines)).toEqual(result);
    const chunk = () =>
      runCommand(house, systemPrincipal(story.harbour.id), bookWithheld, { batchId: batch.id as string });
    await Promise.all([chunk(), chunk(), work(batch.id)]);
    expect(await answer([...lines, 'W4-00001,0000,350.50,1.20,20260319,B78'])).toMatchObject({
      withheld: 0,
      repeated: 1,
      bad: 1,
    });
    expect(await answer(['W4-00001,1001,,,,'])).toMatchObject({
      failed: 0,
      flaws: [{ line: 2, flaw: 'CONTRADICTION' }],
    });
    await work(batch.id);
    expect(await payments()).toBe(1);
    const booked = await batchNow(batch.id);
    expect(booked).toMatchObject({
      stage: 'DONE',
      counts: [{ state: 'PAID', items: 1, amount: { amount: '350.50' } }],
    });
    const [item] = booked.items.nodes;
    expect(item).toMatchObject({
      ...{ state: 'PAID', bankReference: 'B77', withheldOn: '2026-03-19', channelFee: { amount: '1.20' } },
      payment: {
        ...{
          method: 'BANK_WITHHOLDING',
          reference: 'W4-00001',
          bookedDay: '2026-03-19',
          unallocated: { amount: '20.00' },
        },
      },
    });
    const kinds = item.payment.entries.map(
      ({ kind, amount }: { kind: string; amount: { amount: string } }) => `${kind} ${amount.amount}`,
    );
    expect(kinds.sort()).toEqual(['ALLOCATION 280.00', 'ALLOCATION 50.50', 'CHANNEL_FEE 1.20']);
  });

  test('R-FEE-11 · money that was not asked for so waits in suspense, once, until a person says whose it is', async () => {
    const before = await payments();
    const lines = ['X1-1,0000,12.00,,20260320,B90', 'W4-00001,0000,1.00,,20260320,B91'];
    expect(await answer(lines)).toMatchObject({ withheld: 0, suspended: 2, bad: 0 });
    expect(await answer([...lines, 'X1-2,1001,,,,'])).toMatchObject({ suspended: 0, repeated: 2, bad: 1 });
    const waiting = await suspense();
    expect(waiting).toMatchObject([
      {
        method: 'BANK_WITHHOLDING',
        bankReference: 'B90',
        state: 'SUSPENDED',
        file: { account: 'WITHHOLDING', stage: 'DONE' },
      },
      { bankReference: 'B91', amount: { amount: '1.00' } },
    ]);
    expect(await payments()).toBe(before);
    const settled = await done(bank(), 'settleBankLine', { lineId: waiting[0].id, payerId: e01().next.subjectId });
    expect(settled).toMatchObject({ state: 'BOOKED', payment: { method: 'BANK_WITHHOLDING' } });
    expect(await suspense()).toHaveLength(1);
  });

  test('R-MIN-04 · an ended mandate is asked no more; one for the unit comes before one for all', async () => {
    now = new Date('2026-05-20T02:00:00Z');
    await charge('400', { fromDay: '2026-05-01', untilDay: '2026-06-01', dueDay: '2026-05-10' });
    const unit = await done(
      bank(),
      'recordWithholdingMandate',
      mandate({ unitId: e01().units[0].id, account: '987654321000' }),
    );
    const batch = await draw('2026-05-31');
    expect(batch.items.nodes).toMatchObject([
      { mandate: { id: unit.id, lastDigits: '1000' }, unit: { id: e01().units[0].id } },
    ]);
    await done(bank(), 'cancelWithholdingBatch', { batchId: batch.id });
    for (const mandateId of [unit.id, own.id]) {
      expect(
        await done(bank(), 'endWithholdingMandate', { mandateId, untilDay: '2026-05-20', expectedVersion: 1 }),
      ).toMatchObject({ untilDay: '2026-05-20', version: 2 });
      expect(await refused(bank(), 'endWithholdingMandate', { mandateId, untilDay: '2026-06-20' })).toMatchObject({
        rule: 'R-MIN-04',
      });
    }
    expect(await refused(bank(), 'drawWithholdingBatch', { estateId: e01().id, dueUntil: '2026-05-31' })).toMatchObject(
      {
        rule: 'R-FEE-11',
      },
    );
  });

  test('R-ORG-70 · batches and answers are read with fee.bank on the estate, and by nobody else', async () => {
    const [batch] = (await ask(bank(), '{ withholdingBatches { nodes { id } } }', {})).data.withholdingBatches.nodes;
    expect(
      (await ask(bank(), `{ withholdingResults { nodes ${RESULT} } }`, {})).data.withholdingResults.nodes.length,
    ).toBeGreaterThan(3);
    const one = 'query ($id: ID!) { withholdingBatch(id: $id) { id } }';
    for (const stranger of [of('ACCOUNTANT', story.harbour.e02), of('ACCOUNTANT', story.cedar.e01)])
      expect((await ask(stranger, one, { id: batch.id })).refusals).toEqual(['NOT_FOUND withholdingBatch']);
    expect((await ask(of('CASHIER'), one, { id: batch.id })).refusals).toEqual(['FORBIDDEN withholdingBatch']);
  });
});
