import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { draftReportsJob } from '../../../src/jobs/report/draft-reports.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { TIMER_HANDLERS } from '../../../src/jobs/timer/timer-handlers.js';
import { TimerWorker } from '../../../src/jobs/timer/timer-worker.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { rhythmEar } from '../../support/rhythm-ear.js';
import { staffAreTold } from '../../support/staff-told.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const REPORT = `{ id kind stage dueAt asKnownOn summary problems measures suggestions submittedAt approvedAt inTime needed version
  estate { id code } period { from to } submittedBy { id } printedForm { url }
  figures { metric { key } estateIds period { from to } asKnownOn value numerator denominator pending attained }
  rounds { round submittedBy { id } submittedAt decision decidedBy { id } decidedAt remark } }`;
const SEPTEMBER = { from: '2026-09-01', to: '2026-10-01' };
/** Ten in the morning in Shanghai, in the middle of the month. */
const MID_SEPTEMBER = new Date('2026-09-15T02:00:00Z');
/** A quarter to one on the first of October. */
const FIRST_OF_OCTOBER = new Date('2026-09-30T16:45:00Z');
const NOON_OF_THE_FIRST = new Date('2026-10-01T04:00:00Z');

describe('reports of estates', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  let now = MID_SEPTEMBER;
  const clock: Clock = { now: () => new Date(now) };

  beforeAll(async () => {
    house = await openTestHouse({ clock });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const e01 = () => story.harbour.e01;
  const e02 = () => story.harbour.e02;
  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const of = (role: string, estate = e01()): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson, verb: string, input: object): Promise<Asked> => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor report ${REPORT} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb].report;
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const seenBy = async (person: StoryPerson, filter: object = {}): Promise<any[]> => {
    const text = `query ($filter: ReportFilter) { reports(filter: $filter, first: 50) { nodes ${REPORT} } }`;
    return (await ask(person, text, { filter })).data.reports.nodes;
  };
  const reportRepair = async (subject: string): Promise<void> => {
    const text = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }';
    const input = {
      ...{ estateId: e01().id, unitId: e01().units[0].id, channel: 'PHONE' },
      urgency: 'ORDINARY',
      subject,
    };
    expect((await ask(of('FRONT_DESK'), text, { input })).refusals).toEqual([]);
  };
  const everyDay = () =>
    draftReportsJob.run({
      ...{ house, principal: systemPrincipal(story.harbour.id), companyId: story.harbour.id, rowId: story.harbour.id },
      ...{ failures: 0, signal: new AbortController().signal },
      command: () => Promise.reject(new Error('Each estate is a command of its own.')),
    });
  const told = async (person: StoryPerson, kind: string): Promise<Record<string, unknown>[]> => {
    await new TimerWorker(house, TIMER_HANDLERS, rhythmEar()).look();
    await staffAreTold(house, story.harbour.id);
    const text = `query ($kinds: [NotificationKind!]) { notifications(filter: { kinds: $kinds }, first: 50) { nodes { estate { code } report { id kind } words { title body } } } }`;
    return (await ask(person, text, { kinds: [kind] })).data.notifications.nodes as Record<string, unknown>[];
  };
  const owed = async (filter: object): Promise<Record<string, unknown>[]> => {
    const text = `query ($filter: ObligationFilter) { obligations(filter: $filter, first: 100) { nodes { kind state dueAt ownerPost estate { code } report { id kind } } } }`;
    return (await ask(of('ESTATE_MANAGER'), text, { filter })).data.obligations.nodes as Record<string, unknown>[];
  };
  const idOf = async (kind: string, estate = e01()): Promise<string> =>
    (await seenBy(quality(), { kinds: [kind], estateIds: [estate.id] }))[0].id as string;

  test('R-RPT-20, R-RPT-21, R-RPR-20, R-CMP-19, R-CMP-31, R-ESC-06, D-14, P-06, P-06b · as a month is over, what is owed on it is drafted once, with figures as they were known, and its post owes it by its day', async () => {
    await reportRepair('水龙头');
    await reportRepair('灯');
    expect(
      await refused(of('SERVICE_SUPERVISOR'), 'draftReport', {
        estateId: e01().id,
        kind: 'REPAIR_ANALYSIS',
        day: '2026-09-15',
      }),
    ).toMatchObject({ code: 'RULE_REFUSED', rule: 'R-RPT-21', until: '2026-10-01' });
    now = FIRST_OF_OCTOBER;
    await everyDay();
    await everyDay();
    const reports = await seenBy(of('ESTATE_MANAGER'));
    expect(reports.map(({ kind }) => kind as string).toSorted()).toEqual([
      ...['COMPLAINT_ANALYSIS', 'COMPLAINT_COLLATION', 'COMPLAINT_SUMMARY', 'LEADERS_ANALYSIS', 'REPAIR_ANALYSIS'],
    ]);
    const analysis = reports.find(({ kind }) => kind === 'REPAIR_ANALYSIS');
    expect(analysis).toMatchObject({
      ...{ stage: 'DRAFT', asKnownOn: '2026-09-30', period: SEPTEMBER, estate: { code: 'E01' }, inTime: null },
      ...{ needed: ['summary', 'problems', 'measures'], submittedAt: null, rounds: [], version: 1 },
    });
    expect(analysis.figures[0]).toEqual({
      ...{ metric: { key: 'REPAIRS_REPORTED' }, estateIds: [e01().id], period: SEPTEMBER, asKnownOn: '2026-09-30' },
      ...{ value: '2', numerator: '2', denominator: null, pending: 0, attained: null },
    });
    expect(
      await owed({ estateIds: [e01().id], kinds: ['REPAIR_ANALYSIS', 'COMPLAINT_SUMMARY', 'LEADERS_ANALYSIS'] }),
    ).toMatchObject([
      { kind: 'REPAIR_ANALYSIS', state: 'OPEN', ownerPost: 'SERVICE_SUPERVISOR', report: { id: analysis.id } },
      { kind: 'COMPLAINT_SUMMARY', state: 'OPEN', ownerPost: 'FRONT_DESK' },
      { kind: 'LEADERS_ANALYSIS', state: 'OPEN', ownerPost: 'SERVICE_MANAGER' },
    ]);
  });

  test('M-RPR-18 · nothing is owed on repairs of a month without any', async () => {
    const elsewhere = await seenBy(quality(), { estateIds: [e02().id] });
    expect(elsewhere.map(({ kind }) => kind as string).toSorted()).toEqual([
      ...['COMPLAINT_ANALYSIS', 'COMPLAINT_COLLATION', 'COMPLAINT_SUMMARY', 'LEADERS_ANALYSIS'],
    ]);
  });

  test('R-RPT-20 · every figure is what the engine says of the same metric, estates and days as known on the same day, whatever became known since', async () => {
    now = NOON_OF_THE_FIRST;
    const late = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }';
    const input = {
      ...{ estateId: e01().id, unitId: e01().units[0].id, channel: 'PHONE', urgency: 'ORDINARY', subject: '补录' },
      occurredAt: '2026-09-30T10:00:00+08:00',
    };
    expect((await ask(of('FRONT_DESK'), late, { input })).refusals).toEqual([]);
    const text = `query ($period: PeriodInput!, $metrics: [MetricKey!], $estateIds: [ID!], $asKnownOn: LocalDate) {
      portfolioScorecard(period: $period, metrics: $metrics, estateIds: $estateIds, asKnownOn: $asKnownOn) {
        metrics { definition { key } value numerator denominator pending } } }`;
    for (const whole of await seenBy(of('ESTATE_MANAGER'))) {
      const report = {
        figures: whole.figures.filter(({ metric }: { metric: { key: string } }) => metric.key !== 'FEE_COLLECTION'),
      };
      const [{ period, estateIds, asKnownOn }] = report.figures;
      const metrics = report.figures.map(({ metric }: { metric: { key: string } }) => metric.key);
      const { data } = await ask(of('ESTATE_MANAGER'), text, { period, metrics, estateIds, asKnownOn });
      expect(
        report.figures.map(({ metric, value, numerator, denominator, pending }: Record<string, unknown>) => ({
          ...{ definition: metric, value, numerator, denominator, pending },
        })),
      ).toEqual(data.portfolioScorecard.metrics);
    }
    const { data } = await ask(of('ESTATE_MANAGER'), text, {
      ...{ period: SEPTEMBER, metrics: ['REPAIRS_REPORTED'], estateIds: [e01().id] },
    });
    expect(data.portfolioScorecard.metrics[0].value).toBe('3');
    const fees = async (person: StoryPerson): Promise<unknown> =>
      (await seenBy(person, { kinds: ['LEADERS_ANALYSIS'], estateIds: [e01().id] }))[0].figures.find(
        ({ metric }: { metric: { key: string } }) => metric.key === 'FEE_COLLECTION',
      );
    expect(await fees(of('SERVICE_MANAGER'))).toMatchObject({ numerator: '0.00', denominator: '0.00', value: null });
    expect(await fees(of('SERVICE_SUPERVISOR'))).toMatchObject({ numerator: null, denominator: null });
  });

  test('R-RPT-21, R-ORG-68, R-RPR-20, R-RPR-21, R-ESC-07, M-RPT-01 · a report is written, handed in once it is whole, decided on by somebody else, given back with a reason and handed in again; the first time counts, and head office reads it', async () => {
    const reportId = await idOf('REPAIR_ANALYSIS');
    expect(await refused(of('SERVICE_MANAGER'), 'submitReport', { reportId })).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: 'input.reportId', missing: ['summary', 'problems', 'measures'] },
    });
    expect(await refused(of('SECURITY'), 'submitReport', { reportId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(of('SERVICE_SUPERVISOR', e02()), 'submitReport', { reportId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refused(of('SERVICE_MANAGER'), 'approveReport', { reportId })).toMatchObject({ rule: 'R-RPT-21' });
    const words = { summary: '共报修两单', problems: '两单未完工', measures: '排班跟进' };
    const written = await done(of('SERVICE_MANAGER'), 'writeReport', { reportId, expectedVersion: 1, ...words });
    expect(written).toMatchObject({ ...words, suggestions: null, stage: 'DRAFT', version: 2 });
    expect(await refused(of('SERVICE_MANAGER'), 'writeReport', { reportId, expectedVersion: 1 })).toMatchObject({
      ...{ code: 'CONFLICT', currentVersion: 2 },
    });
    const first = await done(of('SERVICE_MANAGER'), 'submitReport', { reportId });
    expect(first).toMatchObject({
      ...{ stage: 'SUBMITTED', submittedAt: NOON_OF_THE_FIRST, inTime: true, rounds: [{ round: 1, decision: null }] },
      submittedBy: { id: of('SERVICE_MANAGER').subjectId },
    });
    expect(await refused(of('SERVICE_MANAGER'), 'approveReport', { reportId })).toMatchObject({ rule: 'R-ORG-68' });
    expect(await refused(of('SERVICE_SUPERVISOR'), 'approveReport', { reportId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(of('SERVICE_SUPERVISOR'), 'writeReport', { reportId, ...words })).toMatchObject({
      rule: 'R-RPT-21',
    });
    const returned = await done(of('ESTATE_MANAGER'), 'returnReport', { reportId, reason: '缺返修分析' });
    expect(returned.rounds).toMatchObject([
      { decision: 'RETURNED', remark: '缺返修分析', decidedBy: { id: of('ESTATE_MANAGER').subjectId } },
    ]);
    expect(await told(of('SERVICE_MANAGER'), 'REPORT_RETURNED')).toMatchObject([{ report: { id: reportId } }]);
    now = new Date('2026-10-03T02:00:00Z');
    const again = await done(of('SERVICE_SUPERVISOR'), 'writeReport', { reportId, problems: '返修一单', redraw: true });
    expect(again).toMatchObject({ problems: '返修一单', summary: words.summary, asKnownOn: '2026-10-02' });
    expect(again.figures[0]).toMatchObject({ metric: { key: 'REPAIRS_REPORTED' }, value: '3' });
    const second = await done(of('SERVICE_SUPERVISOR'), 'submitReport', { reportId });
    expect(second).toMatchObject({ submittedAt: NOON_OF_THE_FIRST, inTime: true });
    expect(second.rounds).toHaveLength(2);
    expect(await told(of('SERVICE_MANAGER'), 'REPORT_SUBMITTED')).toMatchObject([{ report: { id: reportId } }]);
    const approved = await done(of('SERVICE_MANAGER'), 'approveReport', { reportId, remark: '照此跟进' });
    expect(approved).toMatchObject({ stage: 'APPROVED', approvedAt: now });
    expect(approved.rounds[1]).toMatchObject({ decision: 'APPROVED', remark: '照此跟进' });
    expect(await refused(of('SERVICE_SUPERVISOR'), 'writeReport', { reportId, ...words })).toMatchObject({
      rule: 'R-RPT-21',
    });
    expect(await told(of('SERVICE_SUPERVISOR'), 'REPORT_APPROVED')).toMatchObject([
      { estate: { code: 'E01' }, words: { title: '报表已批准', body: expect.not.stringContaining('—') } },
    ]);
    expect(await told(quality(), 'REPORT_APPROVED')).toMatchObject([{ report: { id: reportId } }]);
    expect(await owed({ estateIds: [e01().id], kinds: ['REPAIR_ANALYSIS', 'REPORT_REVIEW'] })).toMatchObject([
      { kind: 'REPAIR_ANALYSIS', state: 'FULFILLED' },
      ...['FULFILLED', 'FULFILLED'].map((state) => ({ kind: 'REPORT_REVIEW', state })),
    ]);
  });

  test('R-CMP-18, M-CMP-21, R-VIS-30 · what goes to the estate manager the customer service manager does not approve; what is late is missed, told of, and late for ever', async () => {
    const reportId = await idOf('COMPLAINT_COLLATION');
    await done(of('SERVICE_SUPERVISOR'), 'writeReport', { reportId, summary: '本月无投诉' });
    now = new Date('2026-10-05T15:00:00Z');
    expect(await told(of('SERVICE_MANAGER'), 'REPORT_OVERDUE')).toEqual([]);
    now = new Date('2026-10-05T16:00:00Z');
    const overdue = await told(of('SERVICE_MANAGER'), 'REPORT_OVERDUE');
    expect(overdue.map(({ report }) => (report as { kind: string }).kind).toSorted()).toEqual([
      ...['COMPLAINT_ANALYSIS', 'COMPLAINT_COLLATION', 'COMPLAINT_SUMMARY'],
    ]);
    expect(await told(of('FRONT_DESK'), 'REPORT_OVERDUE')).toMatchObject([{ report: { kind: 'COMPLAINT_SUMMARY' } }]);
    now = new Date('2026-10-06T02:00:00Z');
    const late = await done(of('SERVICE_SUPERVISOR'), 'submitReport', { reportId });
    expect(late).toMatchObject({ inTime: false, stage: 'SUBMITTED' });
    expect(await refused(of('SERVICE_MANAGER'), 'approveReport', { reportId })).toMatchObject({ code: 'FORBIDDEN' });
    await done(of('ESTATE_MANAGER'), 'approveReport', { reportId });
    const owners = { estateId: e01().id, kind: 'OWNERS_REPORT', day: '2026-03-01' };
    const drafted = await done(of('SERVICE_MANAGER'), 'draftReport', owners);
    expect(drafted).toMatchObject({
      period: { from: '2026-01-01', to: '2026-07-01' },
      dueAt: new Date('2026-07-31T15:59:59.999Z'),
    });
    expect((await done(of('SERVICE_MANAGER'), 'draftReport', owners)).id).toBe(drafted.id);
    expect(await owed({ kinds: ['OWNERS_REPORT'] })).toEqual([]);
    expect(await refused(of('ESTATE_MANAGER'), 'draftReport', owners)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('M-RPT-01, M-CMP-21, M-RPR-18, R-RPT-21 · punctuality counts every report that was due, and is what the rows say', async () => {
    const text = `query ($period: PeriodInput!, $metrics: [MetricKey!]) { portfolioScorecard(period: $period, metrics: $metrics) { metrics { value numerator denominator pending } } }`;
    const metrics = ['REPORT_IN_TIME', 'COMPLAINT_COLLATION_IN_TIME', 'REPAIR_ANALYSIS_IN_TIME'];
    const { data } = await ask(quality(), text, { period: { from: '2026-10-01', to: '2026-11-01' }, metrics });
    expect(data.portfolioScorecard.metrics).toEqual([
      { value: '14.3', numerator: '1', denominator: '7', pending: 2 },
      { value: '0.0', numerator: '0', denominator: '2', pending: 0 },
      { value: '100.0', numerator: '1', denominator: '1', pending: 0 },
    ]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });
});
