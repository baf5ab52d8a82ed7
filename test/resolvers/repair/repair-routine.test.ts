import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { repairDaysJob } from '../../../src/jobs/repair/repair-days.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const CHECK = '{ state drawn complete accurate arrivedAsRequired finding checkedBy { id } repair { id } }';
const CHECKS = `query ($filter: RepairCheckFilter) { repairChecks(filter: $filter) { nodes ${CHECK} totalCount } }`;
const DAYS = `query ($filter: RepairDayFilter) {
  repairDays(filter: $filter, first: 10) { nodes { day reported completed open withoutConsent estate { code } } }
}`;
const TOLD = `{ notifications(first: 10) { nodes { kind repairDay { day } estate { code } words { title body } } } }`;
/** Ten in the morning in Shanghai. */
const MORNING = new Date('2026-11-25T02:00:00Z');
const DAY_BEFORE = new Date('2026-11-24T02:00:00Z');
const AFTER_MIDNIGHT = new Date('2026-11-25T16:10:00Z');

const YEAR = { from: '2026-01-01', to: '2027-01-01' };
const MONTH_OF_CALLBACK = { from: '2026-10-01', to: '2026-11-01' };

describe('what is done about repairs every day and every month', () => {
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
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const thing =
      verb === 'fileRepairs'
        ? 'filed waiting more'
        : verb.endsWith('Ticket') || verb === 'recordCallback'
          ? 'ticket { id }'
          : `repair { id stage spotCheck ${CHECK} }`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${thing} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].repair ?? data[verb];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const reported = async (): Promise<string> => {
    const home = { unitId: e01().units[0].id, customerId: e01().resident.subjectId };
    const input = { estateId: e01().id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap', ...home };
    return (await done(of('FRONT_DESK'), 'reportRepair', input)).id as string;
  };
  const complete = async (ticketId: string, by = of('TECHNICIAN')): Promise<string> => {
    await done(of('FRONT_DESK'), 'forwardRepair', { ticketId });
    for (const verb of ['acceptRepair', 'startRepair', 'completeRepair']) await done(by, verb, { ticketId });
    return ticketId;
  };
  const giveBack = async (ticketId: string): Promise<string> => {
    await done(of('TECHNICIAN'), 'signRepair', { ticketId, signer: 'CUSTOMER', mode: 'ABSENT', reason: '外出' });
    const { data } = await ask(
      of('ENGINEERING_HEAD'),
      'query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { contentHash } } }',
      { id: ticketId },
    );
    const { contentHash } = data.ticket;
    const head = { ticketId, signer: 'DEPARTMENT_HEAD', mode: 'ACCOUNT', contentHash };
    await done(of('ENGINEERING_HEAD'), 'signRepair', head);
    await done(of('TECHNICIAN'), 'returnRepair', { ticketId });
    return ticketId;
  };
  const callBack = async (ticketId: string): Promise<string> => {
    const answer = { mode: 'TELEPHONE', outcome: 'REACHED', solved: true, satisfaction: 'SATISFIED' };
    await done(of('FRONT_DESK'), 'recordCallback', { ticketId, ...answer });
    return ticketId;
  };
  const figure = async (metric: string, period: object, more = ''): Promise<unknown> => {
    const { data } = await ask(
      of('SERVICE_MANAGER'),
      `query ($period: PeriodInput!) { portfolioScorecard(period: $period, metrics: [${metric}]) { metrics { value numerator denominator ${more} } } }`,
      { period },
    );
    return data.portfolioScorecard.metrics[0];
  };
  /** How many of the checks of the year were passed. */
  const checksPassed = (): Promise<unknown> => figure('REPAIR_CHECK_PASSED', YEAR);
  /** What somebody was told of days. */
  const toldOfDays = async (person: StoryPerson): Promise<{ kind: string }[]> => {
    await staffAreTold(house, story.harbour.id);
    const told = await ask(person, TOLD);
    return (told.data.notifications.nodes as { kind: string }[]).filter(({ kind }) => kind.startsWith('REPAIR_DAY'));
  };
  const countDays = () =>
    repairDaysJob.run({
      house,
      principal: systemPrincipal(story.harbour.id),
      companyId: story.harbour.id,
      rowId: story.harbour.id,
      failures: 0,
      signal: new AbortController().signal,
      command: () => Promise.reject(new Error('Each day is a command of its own.')),
    });

  test("R-RPR-16, R-RPR-17 · a day that is over is counted once by the estate's clock and told to both heads", async () => {
    now = DAY_BEFORE;
    await reported();
    now = MORNING;
    await complete(await reported());
    const overnight = await reported();
    await done(of('FRONT_DESK'), 'cancelTicket', { ticketId: await reported(), reason: '客户取消' });
    now = AFTER_MIDNIGHT;
    await complete(overnight);
    await countDays();
    await countDays();
    const { data } = await ask(of('SERVICE_MANAGER'), DAYS, { filter: { estateIds: [e01().id] } });
    expect(data.repairDays.nodes).toEqual([
      { day: '2026-11-25', reported: 3, completed: 1, open: 2, withoutConsent: 0, estate: { code: 'E01' } },
    ]);
    for (const head of ['SERVICE_MANAGER', 'ENGINEERING_HEAD']) {
      const days = await toldOfDays(of(head));
      expect(days).toMatchObject([{ kind: 'REPAIR_DAY', repairDay: { day: '2026-11-25' }, estate: { code: 'E01' } }]);
      expect(days).toMatchObject([{ words: { body: expect.stringContaining('新增维修单3单，完成1单') } }]);
    }
    const desk = await ask(of('FRONT_DESK'), TOLD);
    expect(JSON.stringify(desk.data)).not.toContain('REPAIR_DAY');
  });

  test('D-25 · a day without any repair says so', async () => {
    expect(await toldOfDays(story.harbour.e02.staff['SERVICE_MANAGER']!)).toMatchObject([
      { kind: 'REPAIR_DAY_SILENT', words: { title: expect.stringContaining('2026-11-25无维修记录') } },
    ]);
  });

  test('R-RPR-19, M-RPR-17 · finished orders of the day are drawn, and the manager says what each check found; the later word holds, and counts', async () => {
    const { data } = await ask(of('SERVICE_MANAGER'), CHECKS, { filter: { states: ['OPEN'], estateIds: [e01().id] } });
    expect(data.repairChecks).toMatchObject({
      totalCount: 1,
      nodes: [{ state: 'OPEN', drawn: true, complete: null, checkedBy: null }],
    });
    const ticketId = data.repairChecks.nodes[0].repair.id as string;
    const found = { ticketId, complete: true, accurate: true, arrivedAsRequired: false };
    expect(await refused(of('SERVICE_MANAGER'), 'checkRepair', found)).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.finding',
    });
    const by = { checkedBy: { id: of('SERVICE_MANAGER').subjectId }, drawn: true };
    expect((await done(of('SERVICE_MANAGER'), 'checkRepair', { ...found, finding: '迟到' })).spotCheck).toMatchObject({
      state: 'FAULTY',
      finding: '迟到',
      ...by,
    });
    expect(await checksPassed()).toEqual({ value: '0.0', numerator: '0', denominator: '1' });
    const passed = { ...found, arrivedAsRequired: true };
    expect((await done(of('SERVICE_MANAGER'), 'checkRepair', passed)).spotCheck).toMatchObject({
      state: 'PASSED',
      finding: null,
      ...by,
    });
    expect(await checksPassed()).toEqual({ value: '100.0', numerator: '1', denominator: '1' });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    const seen = await ask(
      e01().resident,
      `query ($id: ID!) { ticket(id: $id) { ... on RepairOrder { spotCheck { state } } } repairChecks { nodes { state } } repairDays { nodes { day } } }`,
      { id: ticketId },
    );
    expect(seen.data).toEqual({ ticket: { spotCheck: null }, repairChecks: { nodes: [] }, repairDays: { nodes: [] } });
  });

  test('M-RPR-16, R-RPR-19 · a day with repairs is checked by the first word that somebody said on it, also when it was counted before; one without is none', async () => {
    const told = () => figure('REPAIR_DAYS_CHECKED', YEAR);
    const days = async (estateId: string): Promise<unknown> => {
      const { data } = await ask(
        story.harbour.staff['QUALITY_OFFICER'],
        `query ($ids: [ID!]) { portfolioScorecard(period: { from: "2026-01-01", to: "2027-01-01" }, estateIds: $ids, metrics: [REPAIR_DAYS_CHECKED]) { metrics { denominator } } }`,
        { ids: [estateId] },
      );
      return data.portfolioScorecard.metrics[0].denominator;
    };
    expect(await told()).toEqual({ value: '0.0', numerator: '0', denominator: '1' });
    expect(await days(story.harbour.e02.id)).toBe('0');
    const ticketId = await complete(await reported());
    const found = { ticketId, complete: true, accurate: true, arrivedAsRequired: true };
    await done(of('SERVICE_MANAGER'), 'checkRepair', found);
    now = new Date('2026-11-26T16:10:00Z');
    await countDays();
    expect(await told()).toEqual({ value: '50.0', numerator: '1', denominator: '2' });
    await done(of('SERVICE_MANAGER'), 'checkRepair', found);
    expect(await told()).toEqual({ value: '50.0', numerator: '1', denominator: '2' });
    now = new Date('2026-11-27T16:10:00Z');
    await countDays();
    expect(await told()).toEqual({ value: '66.7', numerator: '2', denominator: '3' });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-RPR-19, R-ORG-68 · any finished order may be checked, but not before, nor by who did the work', async () => {
    const ticketId = await reported();
    const found = { ticketId, complete: true, accurate: true, arrivedAsRequired: true };
    expect(await refused(of('SERVICE_MANAGER'), 'checkRepair', found)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-RPR-19',
    });
    await complete(ticketId, of('ESTATE_MANAGER'));
    expect(await refused(of('ESTATE_MANAGER'), 'checkRepair', found)).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-ORG-68',
    });
    expect((await done(of('SERVICE_MANAGER'), 'checkRepair', found)).spotCheck).toMatchObject({
      state: 'PASSED',
      drawn: false,
    });
  });

  test('M-RPR-22, R-RPR-18 · what was called back is pending until the next month is over, then not filed in time, whatever happens later', async () => {
    now = new Date('2026-08-31T15:59:59Z');
    const [filed, late] = [await complete(await reported()), await complete(await reported())];
    for (const ticketId of [filed, late]) await callBack(await giveBack(ticketId));
    const august = { from: '2026-08-01', to: '2026-09-01' };
    const told = () => figure('REPAIR_FILED_IN_TIME', august, 'pending');
    expect(await told()).toEqual({ value: null, numerator: '0', denominator: '0', pending: 2 });
    now = new Date('2026-09-30T15:59:59Z');
    await done(of('SERVICE_MANAGER'), 'closeTicket', { ticketId: filed });
    expect(await told()).toEqual({ value: '100.0', numerator: '1', denominator: '1', pending: 1 });
    now = new Date('2026-09-30T16:00:00Z');
    expect(await told()).toEqual({ value: '50.0', numerator: '1', denominator: '2', pending: 0 });
    await done(of('SERVICE_MANAGER'), 'closeTicket', { ticketId: late });
    expect(await told()).toEqual({ value: '50.0', numerator: '1', denominator: '2', pending: 0 });
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-RPR-18 · the front desk files what was called back in a month that is over, and hears what is missing, however much waits', async () => {
    now = new Date('2026-10-20T02:00:00Z');
    const filed = await callBack(await giveBack(await complete(await reported())));
    const waits = await giveBack(await complete(await reported()));
    now = MORNING;
    const input = { estateId: e01().id, month: '2026-10' };
    expect(await done(of('FRONT_DESK'), 'fileRepairs', input)).toMatchObject({ filed: 1, waiting: 1, more: false });
    expect(await done(of('FRONT_DESK'), 'fileRepairs', input)).toMatchObject({ filed: 0, waiting: 1 });
    expect(await figure('REPAIR_FILED_IN_TIME', MONTH_OF_CALLBACK)).toMatchObject({ numerator: '1', denominator: '1' });
    const { rows } = await house.database.superuser.query(
      `select id, stage from ticket where id = any($1) order by stage`,
      [[filed, waits]],
    );
    expect(rows).toEqual([
      { id: filed, stage: 'CLOSED' },
      { id: waits, stage: 'RETURNED' },
    ]);
    await house.database.superuser.query(
      `insert into ticket (company_id, id, estate_id, unit_id, number, kind, phase, stage, urgency, version, channel, subject,
                           visits, reported_at, completed_at, returned_at)
       select $1, ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, $2, case when i <= 2050 then $3::uuid end, 'W' || i,
              'REPAIR', 'RESOLVED', 'RETURNED', 'ORDINARY', 1, 'PHONE', '-', 1, day, day, day
         from generate_series(1, 2060) as i, (values (timestamptz '2026-09-10 02:00Z')) as on_a (day)`,
      [story.harbour.id, e01().id, e01().units[0].id],
    );
    const common = await done(of('FRONT_DESK'), 'fileRepairs', { ...input, month: '2026-09' });
    expect(common).toMatchObject({ filed: 10, waiting: 2050, more: false });
    expect(await refused(of('FRONT_DESK'), 'fileRepairs', { ...input, month: '2026-11' })).toMatchObject({
      code: 'RULE_REFUSED',
      rule: 'R-RPR-18',
    });
  });

  test('R-ORG-77, R-ORG-78 · who may, who may not; other estates and companies find nothing', async () => {
    const ticketId = await complete(await reported());
    const found = { ticketId, complete: true, accurate: true, arrivedAsRequired: true };
    const month = { estateId: e01().id, month: '2026-10' };
    for (const role of ['FRONT_DESK', 'ENGINEERING_HEAD', 'TECHNICIAN'])
      expect(await refused(of(role), 'checkRepair', found)).toMatchObject({
        code: 'FORBIDDEN',
        action: 'repair.check',
      });
    for (const role of ['TECHNICIAN', 'CASHIER'])
      expect(await refused(of(role), 'fileRepairs', month)).toMatchObject({ code: 'FORBIDDEN', action: 'repair.file' });
    for (const { staff } of [story.harbour.e02, story.cedar.e01]) {
      expect(await refused(staff['SERVICE_MANAGER']!, 'checkRepair', found)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refused(staff['FRONT_DESK']!, 'fileRepairs', month)).toMatchObject({ code: 'NOT_FOUND' });
      const { data } = await ask(staff['SERVICE_MANAGER'], CHECKS, { filter: { estateIds: [e01().id] } });
      expect(data.repairChecks.nodes).toEqual([]);
    }
  });
});
