import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

/** Ten in the morning in Shanghai. */
const MORNING = Date.parse('2026-11-25T02:00:00Z');
const DAY = 86_400_000;
const YEAR = { from: '2026-01-01', to: '2027-01-01' };
const BY_STAFF = `query ($metric: MetricKey!, $period: PeriodInput!) {
  metricBreakdown(metric: $metric, period: $period, by: STAFF) { metric { segment value numerator denominator rows { nodes { numerator } } } } }`;
/** What a verb answers with, where it is no repair. */
const THING: Readonly<Record<string, string>> = {
  ...{ createCategory: 'category { id }', mergeTickets: 'ticket { id }', cancelTicket: 'ticket { id }' },
  ...{ recategorizeTicket: 'ticket { id }', requestService: 'ticket { id }', recordEnquiry: 'ticket { id }' },
  ...{ declineTicket: 'ticket { id }', performService: 'ticket { id }', recordCallback: 'ticket { id }' },
  ...{ raiseCorrectiveAction: 'correctiveAction { id }', planCorrectiveAction: 'correctiveAction { id }' },
  ...{ drawReceiptBook: 'book { id firstNumber }', recordPayment: 'payment { id }' },
  ...{ issueReceipt: 'receipt { id }', spoilReceipt: 'receipt { id }', cancelReceipt: 'receipt { id }' },
};

describe('what bends numbers', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MORNING;

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  beforeEach(() => {
    now = MORNING;
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const of = (role: string): StoryPerson => e01().staff[role] ?? story.harbour.staff[role]!;
  const home = (which: 0 | 1 = 0) => ({
    ...{ estateId: e01().id, unitId: e01().units[which].id, channel: 'PHONE' },
    customerId: which === 0 ? e01().resident.subjectId : e01().next.subjectId,
  });
  const say = (person: StoryPerson, verb: string, input: object) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing = THING[verb] ?? 'repair { id contentHash }';
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals, facts } = await say(person, verb, input);
    expect({ verb, refusals, facts }).toEqual({ verb, refusals: [], facts: [] });
    return data[verb][(THING[verb] ?? 'repair').split(' ')[0]!];
  };
  const reported = async (over: object = {}): Promise<string> =>
    (await done(of('FRONT_DESK'), 'reportRepair', { ...home(), urgency: 'ORDINARY', subject: '水龙头', ...over })).id;
  const accepted = async (over: object = {}): Promise<string> => {
    const ticketId = await reported(over);
    await done(of('FRONT_DESK'), 'forwardRepair', { ticketId });
    await done(of('TECHNICIAN'), 'acceptRepair', { ticketId });
    return ticketId;
  };
  const completed = async (over: object = {}): Promise<string> => {
    const ticketId = await accepted(over);
    for (const verb of ['startRepair', 'completeRepair']) await done(of('TECHNICIAN'), verb, { ticketId });
    return ticketId;
  };
  /** Its sums as `above/below`, right by the rows too. */
  const figure = async (metric: string): Promise<string> => {
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    const text = `query ($period: PeriodInput!) { portfolioScorecard(period: $period, metrics: [${metric}]) { metrics { numerator denominator } } }`;
    const { numerator, denominator } = (await ask(quality(), text, { period: YEAR })).data.portfolioScorecard
      .metrics[0];
    return `${numerator}/${denominator}`;
  };
  const byStaff = async (metric: string): Promise<Record<string, string>> => {
    const { data, refusals } = await ask(quality(), BY_STAFF, { metric, period: YEAR });
    expect(refusals).toEqual([]);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
    const points = data.metricBreakdown.map(({ metric: of }: any) => {
      const sum = of.rows.nodes.reduce((total: number, row: { numerator: string }) => total + Number(row.numerator), 0);
      expect(String(sum)).toBe(of.numerator);
      return [of.segment, `${of.numerator}/${of.denominator}`];
    });
    return Object.fromEntries(points);
  };
  /** Which metrics the rows contradict after somebody has written past the product. */
  const contradicted = async (statement: string, back: string): Promise<string[]> => {
    const { superuser } = house.database;
    await superuser.query(statement);
    const found = await verifyMetrics(house.pool, story.harbour.id);
    await superuser.query(back);
    return [...new Set(found.map(({ metric }) => metric))];
  };
  const category = async (code: string): Promise<string> => {
    const names = { code, name: code, nameZh: '水管', standardCode: 'LIFT', activeFrom: '2026-01-01' };
    return (await done(of('COMPANY_ADMIN'), 'createCategory', { kinds: ['REPAIR'], ...names })).id;
  };

  test('D-27, R-RPR-10 · an agreed time that gives way to another before anybody came is counted; the last one is not, nor one that fell away with its order', async () => {
    const ticketId = await accepted();
    const agree = (day: number, id = ticketId) =>
      done(of('FRONT_DESK'), 'scheduleRepair', {
        ...{ ticketId: id, reason: 'CUSTOMER_OUT' },
        ...{ from: `2026-11-${day}T02:00:00Z`, until: `2026-11-${day}T04:00:00Z` },
      });
    await agree(26);
    expect(await figure('APPOINTMENTS_MOVED')).toBe('0/1');
    await agree(27);
    await agree(28);
    const other = await accepted();
    await agree(26, other);
    await done(of('FRONT_DESK'), 'cancelTicket', { ticketId: other, reason: '客户取消' });
    expect(await figure('APPOINTMENTS_MOVED')).toBe('2/4');
    expect(await byStaff('APPOINTMENTS_MOVED')).toEqual({ [of('TECHNICIAN').subjectId]: '2/4' });
    expect(await byStaff('TICKETS_CANCELLED')).toEqual({ [of('TECHNICIAN').subjectId]: '1/2' });
    const [state] = (
      await house.database.superuser.query<{ id: string }>(
        `select id from service_clock where rule = 'R-RPR-10' and state = 'CANCELLED' and ticket_id = $1 limit 1`,
        [ticketId],
      )
    ).rows;
    const set = (to: string): string => `update service_clock set state = '${to}' where id = '${state?.id}'`;
    expect(await contradicted(set('MET'), set('CANCELLED'))).toContain('APPOINTMENTS_MOVED');
  });

  test('D-27, R-CMP-20 · corrective actions whose due day was put off are counted among those that have one, by who owes them', async () => {
    const raise = async (): Promise<string> =>
      (
        await done(of('SERVICE_SUPERVISOR'), 'raiseCorrectiveAction', {
          ...{ kind: 'CORRECTIVE', sourceKind: 'ESTATE', sourceId: e01().id, problem: '夜间巡逻漏岗' },
        })
      ).id;
    const plan = (actionId: string, day: number) =>
      done(of('SERVICE_SUPERVISOR'), 'planCorrectiveAction', {
        ...{ actionId, ownerId: of('SECURITY').subjectId, cause: '排班不足', measure: '增加夜班一人' },
        dueDay: `2026-12-${day}`,
      });
    const [first, second] = [await raise(), await raise(), await raise()];
    await plan(first, 10);
    await plan(second, 10);
    expect(await figure('CORRECTIVE_ACTIONS_PUT_OFF')).toBe('0/2');
    await plan(first, 20);
    await plan(first, 25);
    expect(await figure('CORRECTIVE_ACTIONS_PUT_OFF')).toBe('1/2');
    expect(await byStaff('CORRECTIVE_ACTIONS_PUT_OFF')).toEqual({ [of('SECURITY').subjectId]: '1/2' });
    const set = (times: number): string =>
      `update corrective_action set postponements = ${times} where id = '${second}'`;
    expect(await contradicted(set(3), set(0))).toEqual(['CORRECTIVE_ACTIONS_PUT_OFF']);
  });

  test('D-27, R-CSH-06, R-CSH-07 · spoiled and cancelled receipts are counted by who used their numbers; one that was exchanged is not', async () => {
    const cashier = of('CASHIER');
    const numbers = { prefix: 'SJ', digits: 6, firstNumber: 1, lastNumber: 50 };
    const book = await done(of('ACCOUNTANT'), 'drawReceiptBook', {
      ...{ estateId: e01().id, kind: 'RECEIPT', holderId: cashier.subjectId, ...numbers },
    });
    const spoil = { bookId: book.id, expectedNumber: book.firstNumber, reason: 'TORN' };
    await done(cashier, 'spoilReceipt', spoil);
    const issue = async (): Promise<string> => {
      const money = { method: 'CASH', amount: { amount: '10', currency: 'CNY' } };
      const { id: paymentId } = await done(cashier, 'recordPayment', { payerId: e01().resident.subjectId, ...money });
      return (await done(cashier, 'issueReceipt', { paymentId, bookId: book.id })).id;
    };
    const ids = [await issue(), await issue(), await issue()];
    expect(await figure('RECEIPTS_VOIDED')).toBe('1/4');
    await done(of('ACCOUNTANT'), 'cancelReceipt', { receiptId: ids[0], reason: 'WRONG_AMOUNT' });
    await done(of('ACCOUNTANT'), 'cancelReceipt', { receiptId: ids[1], reason: 'EXCHANGED' });
    expect(await figure('RECEIPTS_VOIDED')).toBe('2/4');
    expect(await byStaff('RECEIPTS_VOIDED')).toEqual({ [cashier.subjectId]: '2/4' });
    const trusted = (statement: string): string =>
      `set session_replication_role = replica; ${statement}; set session_replication_role = origin`;
    const set = (reason: string): string =>
      trusted(`update receipt set cancel_reason = '${reason}' where id = '${ids[1]}'`);
    expect(await contradicted(set('OTHER'), set('EXCHANGED'))).toEqual(['RECEIPTS_VOIDED']);
  });

  test('D-27, R-RPR-12 · an order that a head signs within a minute of another is signed in bulk; a minute later it is not, nor by another head', async () => {
    const ids = await Promise.all([0, 1, 2, 3].map(() => completed({ unitId: null, customerId: null })));
    const sign = async (
      ticketId: string | undefined,
      after: number,
      person = of('ENGINEERING_HEAD'),
    ): Promise<void> => {
      now = MORNING + after * 1_000;
      const text = 'query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { contentHash } } }';
      const { contentHash } = (await ask(person, text, { id: ticketId })).data.ticket;
      await done(person, 'signRepair', { ticketId, signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', contentHash });
    };
    await sign(ids[0], 0);
    await sign(ids[1], 59);
    await sign(ids[2], 119);
    expect(await figure('REPAIRS_SIGNED_IN_BULK')).toBe('1/3');
    await sign(ids[3], 130);
    expect(await figure('REPAIRS_SIGNED_IN_BULK')).toBe('2/4');
    expect(await byStaff('REPAIRS_SIGNED_IN_BULK')).toEqual({ [of('ENGINEERING_HEAD').subjectId]: '2/4' });
    const set = (was: boolean): string => `update signature set in_bulk = ${was} where subject_id = '${ids[0]}'`;
    expect(await contradicted(set(true), set(false))).toEqual(['REPAIRS_SIGNED_IN_BULK']);
  });

  test('D-27, M-QLT-01, R-MET-11 · what was entered late is told by who entered it', async () => {
    const before = await byStaff('ENTRY_LATE');
    await reported({ occurredAt: new Date(MORNING - 2 * DAY).toISOString() });
    const after = await byStaff('ENTRY_LATE');
    const late = (sums: Record<string, string>): number =>
      Number((sums[of('FRONT_DESK').subjectId] ?? '0/0').split('/')[0]);
    expect(late(after)).toBeGreaterThan(late(before));
    expect(after[of('TECHNICIAN').subjectId]).toEqual(before[of('TECHNICIAN').subjectId]);
    expect((await figure('ENTRY_LATE')).split('/')[0]).toBe(String(late(after)));
    const { refusals } = await ask(quality(), BY_STAFF, { metric: 'FEE_COLLECTION', period: YEAR });
    expect(refusals).toEqual(['INVALID_INPUT metricBreakdown']);
  });

  test('D-27, R-ORG-78 · figures by person are for who may see who did what; others see the figure, and nobody in its rows', async () => {
    await reported({ occurredAt: new Date(MORNING - 2 * DAY).toISOString() });
    const manager = await ask(of('ESTATE_MANAGER'), BY_STAFF, { metric: 'ENTRY_LATE', period: YEAR });
    expect(manager.data.metricBreakdown.length).toBeGreaterThan(0);
    const desk = await ask(of('FRONT_DESK'), BY_STAFF, { metric: 'ENTRY_LATE', period: YEAR });
    expect(desk.refusals).toEqual(['FORBIDDEN metricBreakdown']);
    const text = `query ($period: PeriodInput!) { portfolioScorecard(period: $period, metrics: [ENTRY_LATE]) { metrics { numerator rows { nodes { segment numerator } } } } }`;
    const seenBy = async (person: StoryPerson) =>
      (await ask(person, text, { period: YEAR })).data.portfolioScorecard.metrics[0];
    const named = (figure: { readonly rows: { readonly nodes: readonly { readonly segment: string | null }[] } }) =>
      figure.rows.nodes.some(({ segment }) => segment !== null);
    const [theirs, ours] = [await seenBy(of('FRONT_DESK')), await seenBy(of('ESTATE_MANAGER'))];
    expect([named(theirs), named(ours), theirs.numerator === ours.numerator]).toEqual([false, true, true]);
    const order = `mutation ($input: ExportMetricRowsInput!) { exportMetricRows(input: $input) { cursor } }`;
    const input = {
      metric: 'ENTRY_LATE',
      period: YEAR,
      by: 'STAFF',
      segment: of('FRONT_DESK').subjectId,
      format: 'CSV',
    };
    expect((await ask(of('FRONT_DESK'), order, { input })).refusals).toEqual(['FORBIDDEN exportMetricRows']);
    expect((await ask(of('ESTATE_MANAGER'), order, { input })).refusals).toEqual([]);
  });

  test('M-RPR-10, R-RPR-20 · a repair did not hold that was taken up again, or whose household reported the same within 30 days; whatever becomes of the later one', async () => {
    const [pipe, lamp] = [await category('PIPE'), await category('LAMP')];
    const start = Number((await figure('REPAIR_REWORK')).split('/')[0]);
    const rework = async (): Promise<number> => Number((await figure('REPAIR_REWORK')).split('/')[0]) - start;
    await completed({ categoryId: pipe });
    now = MORNING + DAY;
    await reported({ categoryId: lamp });
    await reported({ categoryId: pipe, ...home(1) });
    await reported({ categoryId: pipe, unitId: null, customerId: null });
    expect(await rework()).toBe(0);
    const again = await reported({ categoryId: pipe });
    expect(await rework()).toBe(1);
    await done(of('FRONT_DESK'), 'cancelTicket', { ticketId: again, reason: '误报' });
    expect(await rework()).toBe(0);
    const other = await reported({ categoryId: lamp });
    await done(of('SERVICE_MANAGER'), 'recategorizeTicket', { ticketId: other, categoryId: pipe });
    expect(await rework()).toBe(1);
    const leading = await reported({ ...home(1) });
    await done(of('FRONT_DESK'), 'mergeTickets', { leadingTicketId: leading, ticketIds: [other] });
    expect(await rework()).toBe(0);
    now = MORNING + 30 * DAY + 1_000;
    await reported({ categoryId: pipe });
    expect(await rework()).toBe(0);
    await reported({ categoryId: pipe, occurredAt: new Date(MORNING + 30 * DAY).toISOString() });
    expect(await rework()).toBe(1);
  });

  test('M-RPR-10 · a repair that is completed in the moment in which its household reports the same anew did not hold, whichever of them is first', async () => {
    const start = (await figure('REPAIR_REWORK')).split('/').map(Number);
    const categoryId = await category('DRAIN');
    const working = async (which: 0 | 1): Promise<string> => {
      const ticketId = await accepted({ ...home(which), categoryId });
      await done(of('TECHNICIAN'), 'startRepair', { ticketId });
      return ticketId;
    };
    const pairs = [
      [() => completes(ids[0]), () => reported({ categoryId })],
      [() => reported({ ...home(1), categoryId }), () => completes(ids[1])],
    ] as const;
    const ids = [await working(0), await working(1)];
    const completes = (ticketId: string | undefined) => done(of('TECHNICIAN'), 'completeRepair', { ticketId });
    const { superuser } = house.database;
    const waiting = async (): Promise<number> =>
      (
        await house.pool.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
      ).rows.length;
    for (const [one, two] of pairs) {
      // All is written of the first when the second begins; nobody sees it before the head of the log is free.
      await superuser.query('begin');
      await superuser.query('select from company_head where company_id = $1 for update', [story.harbour.id]);
      const first = one();
      while ((await waiting()) < 1);
      const second = two();
      while ((await waiting()) < 2);
      await superuser.query('commit');
      await Promise.all([first, second]);
    }
    expect(await figure('REPAIR_REWORK')).toBe(`${(start[0] ?? 0) + 2}/${(start[1] ?? 0) + 2}`);
  });

  test('M-DSP-01, R-DSP-04, R-CBK-07 · a service is fed back once its customer was reached since it was performed', async () => {
    const perform = async (): Promise<string> => {
      const { id: ticketId } = await done(of('FRONT_DESK'), 'requestService', {
        ...{ ...home(), subject: '擦窗', free: true },
      });
      await done(of('CLEANING_HEAD'), 'performService', { ticketId, result: '完成' });
      return ticketId;
    };
    const [first, second] = [await perform(), await perform(), await perform()];
    const call = (ticketId: string | undefined, over: object) =>
      done(of('FRONT_DESK'), 'recordCallback', { ticketId, mode: 'TELEPHONE', ...over });
    now = MORNING + 3_600_000;
    await call(first, { outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' });
    await call(second, { outcome: 'NOT_REACHED' });
    expect(await figure('REQUEST_FED_BACK')).toBe('1/3');
    const shift = (sign: string): string =>
      `update callback set called_at = called_at ${sign} interval '1 day' where ticket_id = '${first}'`;
    expect(await contradicted(shift('-'), shift('+'))).toContain('REQUEST_FED_BACK');
  });

  test('M-DSP-02, R-DSP-12 · what was declined as no matter of the company is a share of what was asked for, by kind; what was called off is left out', async () => {
    const before = (await figure('REQUEST_OUT_OF_SCOPE')).split('/').map(Number);
    const enquiry = async (): Promise<string> =>
      (await done(of('FRONT_DESK'), 'recordEnquiry', { ...home(), subject: '燃气开通' })).id;
    const service = async (): Promise<string> =>
      (await done(of('FRONT_DESK'), 'requestService', { ...home(), subject: '搬家' })).id;
    const [asked, wanted] = [await enquiry(), await service(), await enquiry()];
    for (const ticketId of [asked, wanted])
      await done(of('FRONT_DESK'), 'declineTicket', { ticketId, explanation: '请联系燃气公司' });
    await done(of('FRONT_DESK'), 'cancelTicket', { ticketId: await service(), reason: '不需要了' });
    const after = (await figure('REQUEST_OUT_OF_SCOPE')).split('/').map(Number);
    expect(after.map((sum, i) => sum - before[i]!)).toEqual([2, 3]);
    const text = `query ($period: PeriodInput!) { metricBreakdown(metric: REQUEST_OUT_OF_SCOPE, period: $period, by: TICKET_KIND) { metric { segment numerator } } }`;
    const { data } = await ask(quality(), text, { period: YEAR });
    const kinds = data.metricBreakdown.map((each: { metric: object }) => each.metric);
    expect(kinds).toEqual(
      expect.arrayContaining([
        { segment: 'ENQUIRY', numerator: '1' },
        { segment: 'SERVICE_REQUEST', numerator: '1' },
      ]),
    );
    const set = (stage: string): string =>
      `update ticket set stage = '${stage}', phase = 'CANCELLED' where id = '${asked}'`;
    expect(await contradicted(set('CANCELLED'), set('DECLINED'))).toContain('REQUEST_OUT_OF_SCOPE');
  });
});
