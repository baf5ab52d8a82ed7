import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/domain/clock.js';
import { openMetricAlertFeed } from '../../../src/events/metric-alert-feed.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { foldAll } from '../../../src/metrics/fold-metrics.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { raiseMetricAlerts } from '../../../src/services/metric-alert/raise-metric-alerts.js';
import { RequestContext } from '../../../src/tenancy/request-context.js';
import { askThrough, type Ask, type Asked } from '../../support/ask.js';
import { eventsOf } from '../../support/feed-events.js';
import { staffAreTold } from '../../support/staff-told.js';
import { principalOf, tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const RULE = `{ id interval condition direction threshold periods atLeast allEstates estates { code } metric { key } setUpAt setUpBy { id } stoppedAt stoppedBy { id } version }`;
const ALERT = `{ id stage interval condition direction threshold periods value numerator denominator raisedAt acknowledgedAt closedAt closeNote version
  period { from to } metric { key } estate { code } rule { id } acknowledgedBy { id } closedBy { id } }`;
const LIST = `query ($filter: MetricAlertFilter) { metricAlerts(filter: $filter, first: 50) { nodes ${ALERT} } }`;
const TOLD = `{ notifications(filter: { kinds: [METRIC_ALERT] }, first: 20) { nodes { kind estate { code } metricAlert { id } words { title } } } }`;
/** Ten in the morning in Shanghai, a Tuesday. */
const MORNING = new Date('2026-03-10T02:00:00Z');
const DAILY = { metric: 'REPAIRS_REPORTED', interval: 'DAY', condition: 'THRESHOLD', direction: 'ABOVE' };

describe('alerts on figures', () => {
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
  beforeEach(() => {
    now = MORNING;
  });
  afterAll(() => house.close());

  const quality = () => story.harbour.staff['QUALITY_OFFICER']!;
  const of = (estate: StoryEstate, role: string): StoryPerson => estate.staff[role]!;
  const say = (person: StoryPerson | undefined, verb: string, input: object): Promise<Asked> => {
    const made = verb.endsWith('Rule') ? `metricAlertRule ${RULE}` : `metricAlert ${ALERT}`;
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    return ask(person, `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor ${made} } }`, { input });
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const done = async (person: StoryPerson, verb: string, input: object): Promise<any> => {
    const { data, refusals } = await say(person, verb, input);
    expect(refusals).toEqual([]);
    return data[verb][verb.endsWith('Rule') ? 'metricAlertRule' : 'metricAlert'];
  };
  const refused = async (person: StoryPerson, verb: string, input: object) => (await say(person, verb, input)).facts[0];
  const setUp = (more: object = {}) => done(quality(), 'setUpMetricAlertRule', { ...DAILY, threshold: '1', ...more });
  const stop = (ruleId: string) => done(quality(), 'stopMetricAlertRule', { ruleId });
  const look = (all = false) =>
    runCommand(house, systemPrincipal(story.harbour.id), raiseMetricAlerts, { all }).then(({ raised }) => raised);
  const report = async (estate: StoryEstate): Promise<void> => {
    const input = {
      estateId: estate.id,
      unitId: estate.units[0].id,
      channel: 'PHONE',
      urgency: 'ORDINARY',
      subject: '水龙头',
    };
    const text = 'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }';
    expect((await ask(of(estate, 'FRONT_DESK'), text, { input })).refusals).toEqual([]);
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const list = async (filter: object, person: StoryPerson = quality()): Promise<any[]> =>
    (await ask(person, LIST, { filter })).data.metricAlerts.nodes;

  test('R-ESC-05, R-MET-08 · a count beyond its bound raises once an estate and day, also before it is folded, and tells quality and both heads', async () => {
    const { e01, e02 } = story.harbour;
    const rule = await setUp();
    expect(rule).toMatchObject({
      ...{ interval: 'DAY', condition: 'THRESHOLD', direction: 'ABOVE', threshold: '1', periods: 1, atLeast: 0 },
      ...{
        allEstates: true,
        estates: [],
        metric: { key: 'REPAIRS_REPORTED' },
        setUpAt: MORNING,
        stoppedAt: null,
        version: 1,
      },
    });
    for (const estate of [e01, e01, e02]) await report(estate);
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    await report(e01);
    await foldAll(house.pool, story.harbour.id);
    expect(await look()).toBe(0);
    expect(await look(true)).toBe(0);
    const [alert, ...others] = await list({ ruleId: rule.id });
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      ...{ stage: 'RAISED', value: '2', numerator: '2', denominator: null, threshold: '1', estate: { code: 'E01' } },
      ...{ period: { from: '2026-03-10', to: '2026-03-11' }, raisedAt: MORNING, rule: { id: rule.id }, version: 1 },
    });
    await staffAreTold(house, story.harbour.id);
    for (const person of [quality(), of(e01, 'ESTATE_MANAGER'), of(e01, 'SERVICE_MANAGER')])
      expect((await ask(person, TOLD, {})).data.notifications.nodes).toMatchObject([
        { kind: 'METRIC_ALERT', estate: { code: 'E01' }, metricAlert: { id: alert.id }, words: { title: '指标预警' } },
      ]);
    expect((await ask(of(e02, 'ESTATE_MANAGER'), TOLD, {})).data.notifications.nodes).toEqual([]);
    now = new Date('2026-03-11T02:00:00Z');
    for (const estate of [e01, e01]) await report(estate);
    expect(await look()).toBe(1);
    await stop(rule.id);
  });

  test('R-ESC-05 · an alert is acknowledged and closed with a note by who answers for the estate; then it takes nothing more', async () => {
    const { e01, e02 } = story.harbour;
    const [{ id: alertId }] = await list({ stages: ['RAISED'] });
    expect(await list({}, of(e02, 'ESTATE_MANAGER'))).toEqual([]);
    expect(await refused(of(e02, 'ESTATE_MANAGER'), 'acknowledgeMetricAlert', { alertId })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refused(of(e01, 'FRONT_DESK'), 'acknowledgeMetricAlert', { alertId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    const manager = of(e01, 'SERVICE_MANAGER');
    expect(await done(manager, 'acknowledgeMetricAlert', { alertId, expectedVersion: 1 })).toMatchObject({
      ...{ stage: 'ACKNOWLEDGED', acknowledgedAt: MORNING, acknowledgedBy: { id: manager.subjectId }, version: 2 },
    });
    expect(await refused(manager, 'acknowledgeMetricAlert', { alertId })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-05', allowed: ['close'] },
    });
    expect(await refused(manager, 'closeMetricAlert', { alertId, note: '已处理', expectedVersion: 1 })).toMatchObject({
      ...{ code: 'CONFLICT', currentVersion: 2 },
    });
    expect(await done(quality(), 'closeMetricAlert', { alertId, note: '管道爆裂，一次性' })).toMatchObject({
      ...{ stage: 'CLOSED', closedBy: { id: quality().subjectId }, closeNote: '管道爆裂，一次性', version: 3 },
    });
    expect((await list({ stages: ['CLOSED'], metrics: ['REPAIRS_REPORTED'] })).map(({ id }) => id)).toEqual([alertId]);
    expect(await list({ periodFrom: '2026-03-12' })).toEqual([]);
    expect(await list({ periodBefore: '2026-03-12' })).toHaveLength(2);
  });

  test('R-ESC-05 · only whoever manages alerts on all estates sets rules up; a rule for some estates leaves the others, a stopped one raises nothing and does not change', async () => {
    const { e01, e02 } = story.harbour;
    const input = { ...DAILY, threshold: '0' };
    expect(await refused(of(e01, 'ESTATE_MANAGER'), 'setUpMetricAlertRule', input)).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refused(quality(), 'setUpMetricAlertRule', { ...input, estateIds: [] })).toMatchObject({
      path: 'input.estateIds',
    });
    const foreign = { ...input, estateIds: [story.cedar.e01.id] };
    expect(await refused(quality(), 'setUpMetricAlertRule', foreign)).toMatchObject({ code: 'NOT_FOUND' });
    now = new Date('2026-03-12T02:00:00Z');
    const rule = await setUp({ threshold: '0', estateIds: [e02.id] });
    expect(rule).toMatchObject({ allEstates: false, estates: [{ code: 'E02' }] });
    for (const estate of [e01, e02]) await report(estate);
    expect(await look()).toBe(1);
    expect(await list({ ruleId: rule.id })).toMatchObject([{ estate: { code: 'E02' } }]);
    const changed = await done(quality(), 'changeMetricAlertRule', { ruleId: rule.id, threshold: '0.5' });
    expect(changed).toMatchObject({ threshold: '0.5', allEstates: true, version: 2 });
    expect(await look()).toBe(1);
    expect((await list({ ruleId: rule.id })).map(({ estate, threshold }) => [estate.code, threshold])).toEqual([
      ['E01', '0.5'],
      ['E02', '0'],
    ]);
    expect(await stop(rule.id)).toMatchObject({ stoppedAt: now, stoppedBy: { id: quality().subjectId }, version: 3 });
    expect(await refused(quality(), 'changeMetricAlertRule', { ruleId: rule.id, threshold: '9' })).toMatchObject({
      ...{ code: 'RULE_REFUSED', rule: 'R-ESC-05' },
    });
    now = new Date('2026-03-13T02:00:00Z');
    await report(e01);
    expect(await look()).toBe(0);
    const rules = `query ($active: Boolean) { metricAlertRules(filter: { active: $active }) { nodes { id estates { code } } } }`;
    expect((await ask(quality(), rules, { active: true })).data.metricAlertRules.nodes).toEqual([]);
    expect((await ask(of(e01, 'SERVICE_MANAGER'), rules, { active: false })).data.metricAlertRules.nodes).toHaveLength(
      2,
    );
    expect((await ask(of(e01, 'FRONT_DESK'), rules, {})).refusals[0]).toMatch(/^FORBIDDEN/);
  });

  test('R-ESC-05 · days that have ended are looked at for every estate in use: a silent day raises by itself', async () => {
    now = new Date('2026-03-16T02:00:00Z');
    const rule = await setUp({ metric: 'CONTACTS_RECEIVED', direction: 'BELOW', threshold: '1' });
    expect(await look()).toBe(0);
    now = new Date('2026-03-17T02:00:00Z');
    expect(await look()).toBe(0);
    expect(await look(true)).toBe(2);
    expect(
      (await list({ ruleId: rule.id })).map(({ estate, value, period }) => [estate.code, value, period.from]),
    ).toEqual([
      ['E02', '0', '2026-03-16'],
      ['E01', '0', '2026-03-16'],
    ]);
    await stop(rule.id);
  });

  test('R-ESC-05 · history that was brought along has nothing looked at', async () => {
    now = new Date('2026-03-18T02:00:00Z');
    await look();
    const rule = await setUp({ threshold: '0' });
    expect(await look()).toBe(0);
    await report(story.harbour.e01);
    const { superuser } = house.database;
    await superuser.query(`update event set silent = true where recorded_at = (select max(recorded_at) from event)`);
    expect(await look()).toBe(0);
    expect(await list({ ruleId: rule.id })).toEqual([]);
    await stop(rule.id);
  });

  test('R-ESC-05 · the feed tells of alerts on the estates in reach, in order, and of no others', async () => {
    const { e01, e02 } = story.harbour;
    const types = async (person: StoryPerson, count: number): Promise<string[]> => {
      const ctx = new RequestContext(house, await principalOf(house, person), {
        ...{ requestId: 'test', address: '', transport: 'websocket' },
      });
      const after = (await ask(person, '{ metricAlerts(first: 1) { nodes { id } } }', {})).data;
      expect(after.metricAlerts.nodes).toHaveLength(1);
      const feed = await openMetricAlertFeed(ctx, { after: first });
      const found: string[] = [];
      for await (const event of eventsOf(house, feed)) if (found.push(event.type) === count) break;
      await ctx.end();
      return found;
    };
    now = new Date('2026-03-19T02:00:00Z');
    const made = await say(quality(), 'setUpMetricAlertRule', { ...DAILY, threshold: '0' });
    const first = made.data.setUpMetricAlertRule.cursor as string;
    for (const estate of [e01, e02]) await report(estate);
    expect(await look()).toBe(2);
    const [{ id: alertId }] = await list({ estateIds: [e02.id], stages: ['RAISED'] });
    await done(of(e02, 'ESTATE_MANAGER'), 'closeMetricAlert', { alertId, note: '已查' });
    expect(await types(quality(), 3)).toEqual(['metricAlert.RAISED', 'metricAlert.RAISED', 'metricAlert.CLOSED']);
    expect(await types(of(e02, 'ESTATE_MANAGER'), 2)).toEqual(['metricAlert.RAISED', 'metricAlert.CLOSED']);
  });
});
