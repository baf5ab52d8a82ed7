import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommandLine } from '../../../src/cli/command-line.js';
import type { Clock } from '../../../src/domain/clock.js';
import { newId } from '../../../src/entities/new-id.js';
import { bankFileJob } from '../../../src/jobs/bank-file/bank-file.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';

const MONEY = '{ amount currency }';
const FILE = `{ id account method stage rows taken repeated bad version flaws { line flaw } counts { state lines amount ${MONEY} } estate { code } loadedBy { id } }`;
const LINE = `{ id line bankReference payerReference state suspendedFor returnedFor bookedDay version amount ${MONEY} channelFee ${MONEY} unit { id } payer { id }
  settledBy { id } file { id } payment { id method reference bookedDay amount ${MONEY} unallocated ${MONEY} entries { kind amount ${MONEY} charge { id } } } }`;
const LINES = `query ($filter: BankLineFilter) { bankLines(filter: $filter, first: 100) { nodes ${LINE} totalCount } }`;
const SELECTION: Readonly<Record<string, string>> = {
  loadBankFile: `file ${FILE}`,
  settleBankLine: `line ${LINE}`,
  returnBankLine: `line ${LINE}`,
  raiseCharge: 'charge { id }',
  recordPayment: 'payment { id }',
  reversePayment: 'payment { id }',
};
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const MAPPING = {
  amount: '金额',
  fee: '手续费',
  bookedDay: '日期',
  dayFormats: ['YYYY-MM-DD'],
  bankReference: '{流水号}',
  payerReference: '{附言}',
};
const HEAD = '流水号,日期,金额,手续费,附言';

describe('money that banks report', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = new Date('2026-03-20T02:00:00Z');
  const clock: Clock = { now: () => new Date(now) };
  let words: string;

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
    const { rows } = await house.database.superuser.query<{ code: string }>('select code from building where id = $1', [
      e01().buildingId,
    ]);
    words = rows[0]!.code;
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const e02 = () => story.harbour.e02;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${SELECTION[verb] ?? ''} } }`, {
      input,
    });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    const { file, line, charge, payment } = data[verb];
    return file ?? line ?? charge ?? payment;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const work = (rowId: string) =>
    bankFileJob.run({
      ...{ house, principal: systemPrincipal(story.harbour.id), rowId, signal: new AbortController().signal },
    } as unknown as Parameters<typeof bankFileJob.run>[0]);
  const inputOf = (lines: readonly string[], more: object = {}) => ({
    ...{ estateId: e01().id, account: 'ICBC-1', method: 'TRANSFER', mapping: MAPPING },
    ...{ content: [HEAD, ...lines].join('\n'), ...more },
  });
  const load = async (lines: readonly string[], more: object = {}) => {
    const file = await done(of('ACCOUNTANT'), 'loadBankFile', inputOf(lines, more));
    await work(file.id);
    return file;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const linesOf = async (filter: object = {}): Promise<any[]> =>
    (await ask(of('ACCOUNTANT'), LINES, { filter })).data.bankLines.nodes;
  const charge = (amount: string, unit = 0, payerId: string | null = null) =>
    done(of('ACCOUNTANT'), 'raiseCharge', {
      ...{ unitId: e01().units[unit]!.id, payerId, kind: 'PROPERTY_FEE', amount: yuan(amount) },
      ...{ fromDay: '2026-02-01', untilDay: '2026-03-01', dueDay: '2026-02-28' },
    });
  const count = async (table: string) =>
    (await house.database.superuser.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
  const unitWord = (unit: number) => `${words}-${e01().units[unit]!.code}`;

  test('R-FEE-01, R-FEE-06, R-FEE-11 · lines become payments of the units that their payers name; what nobody can tell waits; what is bad is reported by line', async () => {
    const owed = await charge('300');
    const file = await load([
      `T1,2026-03-02,300.00,,物业费 ${unitWord(0)}`,
      `T2,2026-03-03,"1,000.00",2.00,${unitWord(1)}`,
      'T3,2026-03-03,55.00,,张三',
      'T4,2026-03-03,66.00,,',
      'T5,2026-03-03,-66.00,,x',
      'T6,2026-03-03,0,,x',
      'T7,2026-03-03,1.005,,x',
      'T8,2026-04-01,1,,x',
      'T9,31.02.2026,1,,x',
      ',2026-03-03,1,,x',
      'T10,2026-03-03',
      'T1,2026-03-02,300.00,,again',
    ]);
    expect(file).toMatchObject({
      rows: 12,
      taken: 4,
      repeated: 0,
      bad: 8,
      stage: 'BOOKING',
      loadedBy: { id: of('ACCOUNTANT').subjectId },
    });
    expect(file.flaws).toEqual([
      { line: 6, flaw: 'UNREADABLE_NUMBER' },
      { line: 7, flaw: 'UNREADABLE_NUMBER' },
      { line: 8, flaw: 'UNREADABLE_NUMBER' },
      { line: 9, flaw: 'IMPOSSIBLE_TIME' },
      { line: 10, flaw: 'UNREADABLE_DATE' },
      { line: 11, flaw: 'NO_REFERENCE' },
      { line: 12, flaw: 'COLUMN_COUNT' },
      { line: 13, flaw: 'DUPLICATE_IN_FILE' },
    ]);
    const lines = await linesOf({ fileId: file.id });
    expect(lines).toMatchObject([
      {
        ...{
          bankReference: 'T1',
          state: 'BOOKED',
          unit: { id: e01().units[0].id },
          payer: { id: e01().resident.subjectId },
          settledBy: null,
        },
        payment: {
          ...{
            method: 'TRANSFER',
            reference: 'T1',
            bookedDay: '2026-03-02',
            amount: yuan('300.00'),
            unallocated: yuan('0.00'),
          },
          entries: [{ kind: 'ALLOCATION', amount: yuan('300.00'), charge: { id: owed.id } }],
        },
      },
      {
        ...{ bankReference: 'T2', state: 'BOOKED', payer: { id: e01().next.subjectId }, channelFee: yuan('2.00') },
        payment: { unallocated: yuan('1000.00'), entries: [{ kind: 'CHANNEL_FEE', amount: yuan('2.00') }] },
      },
      {
        bankReference: 'T3',
        state: 'SUSPENDED',
        suspendedFor: 'UNKNOWN_REFERENCE',
        payment: null,
        payerReference: '张三',
      },
      { bankReference: 'T4', state: 'SUSPENDED', suspendedFor: 'NO_REFERENCE' },
    ]);
    const { data } = await ask(of('ACCOUNTANT'), `{ bankFiles(first: 5) { nodes ${FILE} } }`);
    expect(data.bankFiles.nodes[0]).toMatchObject({
      ...{ id: file.id, stage: 'DONE', estate: { code: 'E01' } },
      counts: [
        { state: 'BOOKED', lines: 2, amount: yuan('1300.00') },
        { state: 'SUSPENDED', lines: 2, amount: yuan('121.00') },
      ],
    });
    expect(await linesOf({ unsettled: true })).toHaveLength(2);
    expect(await linesOf({ states: ['BOOKED'], bookedFrom: '2026-03-03', bookedBefore: '2026-03-04' })).toHaveLength(1);
    expect(await linesOf({ estateIds: [e02().id] })).toEqual([]);
  });

  test('R-FEE-11 · the same file, and the same line in another file, are booked once; a crash repeats nothing', async () => {
    const rows = [`R1,2026-03-04,10.00,,${unitWord(0)}`, `R2,2026-03-04,20.00,,${unitWord(0)}`];
    const first = await load(rows);
    const payments = await count('payment');
    expect((await load(rows)).id).toBe(first.id);
    await work(first.id);
    const second = await load([...rows, `R3,2026-03-05,30.00,,${unitWord(0)}`, `R1,2026-03-05,10.00,,${unitWord(0)}`]);
    expect(second).toMatchObject({ rows: 4, taken: 1, repeated: 2, bad: 1 });
    expect(await count('payment')).toBe(payments + 1);
    const other = await load([`R2,2026-03-04,21.00,,${unitWord(0)}`]);
    expect(other).toMatchObject({ taken: 0, repeated: 0, bad: 1, flaws: [{ line: 2, flaw: 'DUPLICATE_IN_FILE' }] });
    const sums = await load(Array.from({ length: 120 }, (_, i) => `M${i},2026-03-06,1.00,,${unitWord(0)}`));
    expect(await linesOf({ fileId: sums.id, states: ['BOOKED'] })).toHaveLength(100);
    expect(await count('payment')).toBe(payments + 121);
    await Promise.all([work(sums.id), work(second.id)]);
    expect(await count('payment')).toBe(payments + 121);
  });

  test('R-FEE-11, R-CSH-02 · what a cashier had recorded by the same number is known; another sum under it waits for a person', async () => {
    const recorded = (reference: string, amount: string) =>
      done(of('CASHIER'), 'recordPayment', {
        ...{
          payerId: e01().resident.subjectId,
          method: 'TRANSFER',
          amount: yuan(amount),
          reference,
          paidOn: '2026-03-05',
        },
      });
    const known = await recorded('K1', '40');
    await recorded('K2', '41');
    const payments = await count('payment');
    const file = await load([`K1,2026-03-05,40.00,,${unitWord(0)}`, `K2,2026-03-05,40.00,,${unitWord(0)}`]);
    expect(await linesOf({ fileId: file.id })).toMatchObject([
      { state: 'KNOWN', payment: { id: known.id } },
      { state: 'SUSPENDED', suspendedFor: 'OTHER_PAYMENT' },
    ]);
    expect(await count('payment')).toBe(payments);
    const line = (await linesOf({ fileId: file.id }))[1];
    expect(
      await refused(of('ACCOUNTANT'), 'settleBankLine', { lineId: line.id, payerId: e01().resident.subjectId }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-FEE-11', reference: 'K2' });
  });

  test('R-FEE-06, R-FEE-11 · a person settles what is in suspense, and what they knew is known the next time; or it is sent back', async () => {
    const [zhang, nothing] = await linesOf({ unsettled: true });
    const input = { lineId: zhang.id, payerId: e01().resident.subjectId, unitId: e01().units[0].id };
    const settled = await done(of('ACCOUNTANT'), 'settleBankLine', {
      ...input,
      remember: true,
      expectedVersion: zhang.version,
    });
    expect(settled).toMatchObject({
      ...{ state: 'BOOKED', suspendedFor: null, settledBy: { id: of('ACCOUNTANT').subjectId } },
      payment: { reference: 'T3', bookedDay: '2026-03-03', amount: yuan('55.00') },
    });
    expect(await refused(of('ACCOUNTANT'), 'settleBankLine', input)).toMatchObject({
      code: 'RULE_REFUSED',
      state: 'BOOKED',
    });
    const again = await load(['N1,2026-03-07,55.00,,张 三']);
    expect(await linesOf({ fileId: again.id })).toMatchObject([
      { state: 'BOOKED', payer: { id: e01().resident.subjectId }, unit: { id: e01().units[0].id } },
    ]);
    const bad = (more: object, person = of('ACCOUNTANT')) =>
      refused(person, 'settleBankLine', { ...input, lineId: nothing.id, ...more });
    expect(await bad({ payerId: e02().resident.subjectId, unitId: null })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({ unitId: e02().units[0].id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({ payerId: story.cedar.e01.resident.subjectId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({ lineId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({ remember: true })).toMatchObject({ code: 'INVALID_INPUT', path: 'input.remember' });
    expect(await bad({ expectedVersion: 99 })).toMatchObject({ code: 'CONFLICT' });
    expect(await bad({}, of('CASHIER'))).toMatchObject({ code: 'FORBIDDEN', action: 'fee.bank' });
    const payments = await count('payment');
    const back = await done(of('ACCOUNTANT'), 'returnBankLine', { lineId: nothing.id, reason: 'NOT_OURS' });
    expect(back).toMatchObject({ state: 'RETURNED', returnedFor: 'NOT_OURS', payment: null });
    expect(await refused(of('ACCOUNTANT'), 'returnBankLine', { lineId: nothing.id, reason: 'OTHER' })).toMatchObject({
      rule: 'R-FEE-11',
    });
    expect(await count('payment')).toBe(payments);
  });

  test('R-FEE-11, D-18 · money whose payment was taken back, since it was another’s, is settled anew', async () => {
    const file = await load([`X1,2026-03-08,70.00,,${unitWord(0)}`]);
    const [line] = await linesOf({ fileId: file.id });
    now = new Date('2026-03-21T02:00:00Z');
    await done(of('ACCOUNTANT'), 'reversePayment', { paymentId: line.payment.id, reason: 'WRONG_PAYER' });
    expect((await linesOf({ unsettled: true })).map(({ id }) => id as string)).toContain(line.id);
    const anew = await done(of('ACCOUNTANT'), 'settleBankLine', { lineId: line.id, payerId: e01().next.subjectId });
    expect(anew).toMatchObject({
      state: 'BOOKED',
      payer: { id: e01().next.subjectId },
      payment: { bookedDay: '2026-03-08' },
    });
    expect(anew.payment.id).not.toBe(line.payment.id);
  });

  test('R-FEE-01 · a file whose process dies is taken up again soon: its job gives signs of life', async () => {
    const { rows } = await house.database.superuser.query<{ seconds: number }>(
      `select distinct heartbeat_seconds as seconds from pgboss.job where name = 'bank-file'`,
    );
    expect(rows).toEqual([{ seconds: 30 }]);
  });

  test('R-ORG-70 · a file that cannot be read, or of a foreign estate, writes nothing; others may not look', async () => {
    const files = await count('bank_file');
    const bad = (more: object, person = of('ACCOUNTANT')) =>
      refused(person, 'loadBankFile', inputOf([`Z,2026-03-01,1,,x`], more));
    expect(await bad({ mapping: { ...MAPPING, amount: '没有' } })).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.mapping.amount.column',
    });
    expect(await bad({ mapping: { ...MAPPING, dayFormats: ['YYYY'] } })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await bad({ content: '\n' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await bad({ account: '工行 1' })).toMatchObject({ code: 'INVALID_INPUT', path: 'input.account' });
    expect(await bad({ estateId: e02().id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({ estateId: story.cedar.e01.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await bad({}, of('CASHIER'))).toMatchObject({ code: 'FORBIDDEN', action: 'fee.bank' });
    expect(await count('bank_file')).toBe(files);
    for (const person of [of('FRONT_DESK'), e01().resident])
      expect((await ask(person, LINES)).facts[0]).toMatchObject({ code: 'FORBIDDEN', action: 'fee.bank' });
  });

  test('R-FEE-11 · the command line takes a file in as the bank writes it, and says what it did not take', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guanjia bank '));
    try {
      const [file, map] = [join(folder, 'bank.csv'), join(folder, 'map.json')];
      await writeFile(file, `标题\r\n${HEAD}\r\nC1,2026/3/9,12.00,,${unitWord(0)}\r\nC2,2026/3/9,0,,x\r\n`);
      await writeFile(
        map,
        JSON.stringify({
          ...{
            file: { skipLines: 1 },
            amount: { column: '金额' },
            bankReference: '{流水号}',
            payerReference: '{附言}',
          },
          bookedDay: { column: '日期', formats: ['YYYY/M/D'] },
        }),
      );
      const said = { out: '', err: '' };
      const run = (...more: string[]) =>
        runCommandLine(['bank-file', file, '--company', 'harbour', '--account', 'CCB-9', '--map', map, ...more], {
          ...{
            input: Readable.from([]),
            out: (text) => void (said.out += text),
            err: (text) => void (said.err += text),
          },
          environment: { DATABASE_URL: house.database.apiUrl, GUANJIA_SECRET: TEST_SECRET },
        });
      expect([await run('--estate', 'E01'), said.err]).toEqual([0, '']);
      expect(said.out).toContain('2 lines: 1 new, 0 that came before, 1 not taken.');
      expect(said.out).toContain('line 4:');
      const [found] = (await ask(of('ACCOUNTANT'), `{ bankFiles(first: 1) { nodes ${FILE} } }`)).data.bankFiles.nodes;
      expect(found).toMatchObject({ account: 'CCB-9', taken: 1, loadedBy: null });
      await work(found.id);
      expect(await linesOf({ fileId: found.id })).toMatchObject([{ state: 'BOOKED', payment: { reference: 'C1' } }]);
      expect(await run('--estate', 'E99')).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);
});
