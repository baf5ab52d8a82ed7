import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/entities/new-id.js';
import { foldAll } from '../../../src/metrics/fold-metrics.js';
import { rebuildMetrics } from '../../../src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Ten in the morning in Shanghai. */
const START = Date.parse('2026-03-10T02:00:00Z');
const MARCH = { from: '2026-03-01', to: '2026-04-01' };

const VALUE = `value numerator denominator pending exclusions { reason count } target light attained`;
const CARD = `query ($period: PeriodInput!, $metrics: [MetricKey!], $estateIds: [ID!], $asKnownOn: LocalDate, $atLeast: Cursor) {
  portfolioScorecard(period: $period, metrics: $metrics, estateIds: $estateIds, asKnownOn: $asKnownOn, atLeast: $atLeast) {
    estates asKnownOn watermark { cursor } metrics { definition { key } ${VALUE} previous { value numerator denominator } }
  }
}`;
const ROWS = `query ($period: PeriodInput!, $metrics: [MetricKey!], $part: MetricPart, $first: Int, $after: String) {
  portfolioScorecard(period: $period, metrics: $metrics) { metrics { numerator denominator
    rows(part: $part, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { subjectId date numerator denominator segment estate { code } subject { __typename ... on RepairOrder { number } } } } } }
}`;
const RANKED = `query ($period: PeriodInput!, $metrics: [MetricKey!], $rankBy: MetricKey, $first: Int, $after: String) {
  estateScorecards(period: $period, metrics: $metrics, rankBy: $rankBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { rank estate { code } metrics { value } dataHealth { silentDays lateEntered lastActivityAt } } }
}`;

describe('the figures of head office', () => {
  let now = START;
  let server: TestServer;
  let story: Story;
  let quality: StoryPerson;

  beforeAll(async () => {
    server = await startTestServer({ clock: { now: () => new Date(now) } });
    story = await tellStory(server.house.database);
    quality = story.harbour.staff['QUALITY_OFFICER'] as StoryPerson;
  });
  beforeEach(() => {
    now = START;
  });
  afterAll(() => server.close());

  const staffOf = (estate: StoryEstate, role: string): StoryPerson => estate.staff[role] as StoryPerson;
  const command = async (
    person: StoryPerson,
    name: string,
    input: object,
  ): Promise<{ id: string; version: number }> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const made = name === 'reportRepair' ? 'repair' : 'repair';
    const answer = await server.query(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${made} { id version } } }`,
      { input: { commandId: newId(), ...input } },
      person,
    );
    expect(answer.errors).toBeUndefined();
    return answer.data[name][made] as { id: string; version: number };
  };
  const reported = async (estate: StoryEstate): Promise<string> =>
    (
      await command(staffOf(estate, 'FRONT_DESK'), 'reportRepair', {
        ...{ estateId: estate.id, unitId: estate.units[0].id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'tap' },
      })
    ).id;
  const accepted = async (estate: StoryEstate, ticketId: string, afterMs: number): Promise<void> => {
    await command(staffOf(estate, 'FRONT_DESK'), 'forwardRepair', { ticketId });
    now = START + afterMs;
    await command(staffOf(estate, 'TECHNICIAN'), 'acceptRepair', { ticketId });
    now = START;
  };
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const card = async (metrics: readonly string[], more: object = {}, person: StoryPerson = quality): Promise<any> => {
    const answer = await server.query(CARD, { period: MARCH, metrics, ...more }, person);
    expect(answer.errors).toBeUndefined();
    return answer.data.portfolioScorecard;
  };
  const refused = async (document: string, variables: object, person: StoryPerson = quality): Promise<string> => {
    const answer = await server.query(document, variables as Record<string, unknown>, person);
    const [error] = answer.errors ?? [];
    const { code, path = '' } = (error?.extensions ?? {}) as { readonly code?: string; readonly path?: string };
    return `${code} ${path}`.trim();
  };
  const pool = () => server.house.pool;

  test('M-RPR-01, R-MET-04, R-MET-05 · accepted after three minutes attains, after a second more does not; what waits is pending, a duplicate is left out', async () => {
    const { e01, e02 } = story.harbour;
    expect((await card(['REPAIR_ACCEPTED_IN_TIME'])).metrics[0]).toMatchObject({
      value: null,
      numerator: '0',
      denominator: '0',
    });
    await accepted(e01, await reported(e01), 3 * MINUTE);
    await accepted(e02, await reported(e02), 3 * MINUTE + 1_000);
    await reported(e01);
    const [into, twin] = [await reported(e02), await reported(e02)];
    const merged = await server.query(
      'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { ticket { id } } }',
      { input: { commandId: newId(), leadingTicketId: into, ticketIds: [twin] } },
      staffOf(e02, 'FRONT_DESK'),
    );
    expect(merged.errors).toBeUndefined();
    const told = {
      ...{ value: '50.0', numerator: '1', denominator: '2', pending: 2, target: 100, light: 'RED', attained: false },
      exclusions: [{ reason: 'MERGED', count: 1 }],
    };
    const whole = await card(['REPAIR_ACCEPTED_IN_TIME', 'REPAIRS_REPORTED']);
    expect(whole).toMatchObject({ estates: 2, metrics: [told, { value: '4', denominator: null, light: null }] });
    await foldAll(pool(), story.harbour.id);
    expect((await card(['REPAIR_ACCEPTED_IN_TIME'])).metrics[0]).toMatchObject(told);
    expect(await verifyMetrics(pool(), story.harbour.id)).toEqual([]);
  });

  test('R-MET-01, R-ORG-78 · an estate sees its own figures, another company nothing of them, a resident none; foreign estates add nothing', async () => {
    const { e01, e02 } = story.harbour;
    const own = await card(['REPAIRS_REPORTED'], {}, staffOf(e01, 'SERVICE_MANAGER'));
    expect(own).toMatchObject({ estates: 1, metrics: [{ value: '2' }] });
    const other = await card(['REPAIRS_REPORTED'], { estateIds: [e02.id] }, staffOf(e01, 'SERVICE_MANAGER'));
    expect(other).toMatchObject({ estates: 0, metrics: [{ value: '0' }] });
    const cedar = story.cedar.staff['QUALITY_OFFICER'] as StoryPerson;
    expect(await card(['REPAIRS_REPORTED'], { estateIds: [e01.id, e02.id] }, cedar)).toMatchObject({ estates: 0 });
    expect(await refused(CARD, { period: MARCH }, e01.resident)).toBe('FORBIDDEN');
  });

  test('R-MET-08 · the rows behind a figure are exactly those, page by page, and their sums are its sums', async () => {
    const of = { period: MARCH, metrics: ['REPAIR_ACCEPTED_IN_TIME'] };
    const rows = async (more: object) =>
      (await server.query(ROWS, { ...of, ...more }, quality)).data.portfolioScorecard.metrics[0].rows;
    const first = await rows({ first: 1 });
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const second = await rows({ first: 1, after: first.pageInfo.endCursor });
    const nodes = [...first.nodes, ...second.nodes];
    expect(
      nodes.map((node) => [node.numerator, node.denominator, node.date, node.segment, node.subject.__typename]),
    ).toEqual(
      expect.arrayContaining([
        ['1', '1', '2026-03-10', 'ORDINARY', 'RepairOrder'],
        ['0', '1', '2026-03-10', 'ORDINARY', 'RepairOrder'],
      ]),
    );
    expect((await rows({ part: 'PENDING' })).totalCount).toBe(2);
    expect((await rows({ part: 'EXCLUDED' })).totalCount).toBe(1);
  });

  test('R-MET-13, D-25 · estates are ranked, silent ones stand apart, and what they do not record is shown', async () => {
    const answer = await server.query(
      RANKED,
      { period: MARCH, metrics: ['REPAIR_ACCEPTED_IN_TIME'], rankBy: 'REPAIR_ACCEPTED_IN_TIME' },
      quality,
    );
    expect(answer.data.estateScorecards.nodes).toMatchObject([
      {
        rank: 1,
        estate: { code: 'E01' },
        metrics: [{ value: '100.0' }],
        dataHealth: { silentDays: 9, lateEntered: '0.0' },
      },
      { rank: 2, estate: { code: 'E02' }, metrics: [{ value: '0.0' }] },
    ]);
    const page = await server.query(
      RANKED,
      { period: MARCH, metrics: [], rankBy: 'REPAIRS_REPORTED', first: 1 },
      quality,
    );
    const { endCursor, hasNextPage } = page.data.estateScorecards.pageInfo;
    expect(hasNextPage).toBe(true);
    const next = await server.query(
      RANKED,
      { period: MARCH, metrics: [], first: 5, rankBy: 'REPAIRS_REPORTED', after: endCursor },
      quality,
    );
    expect(next.data.estateScorecards).toMatchObject({ totalCount: 2, nodes: [{ rank: 2 }] });
    expect(await refused(RANKED, { period: MARCH, after: 'nonsense' })).toBe('INVALID_INPUT after');
    const MANY = `query ($period: PeriodInput!) { estateScorecards(period: $period, first: 501) { totalCount } }`;
    expect(await refused(MANY, { period: MARCH })).toBe('INVALID_INPUT first');
    const before = await server.query(
      RANKED,
      { period: { from: '2026-02-01', to: '2026-03-01' }, metrics: [], rankBy: 'REPAIRS_REPORTED' },
      quality,
    );
    expect(before.data.estateScorecards.nodes).toMatchObject([
      { rank: null, dataHealth: { silentDays: 28 } },
      { rank: null },
    ]);
  });

  test('R-MET-02, R-MET-03 · a series has a point an interval, cut to the period, by estate and by its own dimension', async () => {
    const SERIES = `query ($metric: MetricKey!, $period: PeriodInput!, $interval: MetricInterval!, $byEstate: Boolean! = false, $by: MetricDimension) {
      metricSeries(metric: $metric, period: $period, interval: $interval, byEstate: $byEstate, by: $by) { from to segment estate { code } metric { value } } }`;
    const series = async (variables: object) =>
      (
        await server.query(
          SERIES,
          { metric: 'REPAIRS_REPORTED', period: { from: '2026-02-15', to: '2026-04-01' }, ...variables },
          quality,
        )
      ).data.metricSeries;
    expect(await series({ interval: 'MONTH' })).toEqual([
      { from: '2026-02-15', to: '2026-03-01', segment: null, estate: null, metric: { value: '0' } },
      { from: '2026-03-01', to: '2026-04-01', segment: null, estate: null, metric: { value: '4' } },
    ]);
    expect(await series({ interval: 'DAY', period: { from: '2026-03-09', to: '2026-03-11' } })).toMatchObject([
      { metric: { value: '0' } },
      { metric: { value: '4' } },
    ]);
    expect(await series({ interval: 'YEAR', byEstate: true })).toMatchObject([
      { estate: { code: 'E01' } },
      { estate: { code: 'E02' } },
    ]);
    expect(await series({ interval: 'QUARTER', by: 'URGENCY' })).toMatchObject([
      { segment: 'ORDINARY', metric: { value: '4' } },
    ]);
    expect(await refused(SERIES, { metric: 'REPAIRS_REPORTED', period: MARCH, interval: 'MONTH', by: 'CHANNEL' })).toBe(
      'INVALID_INPUT by',
    );
  });

  test('R-MET-06 · a series says what was left out of each point and why, an estate and a month apart', async () => {
    const LEFT_OUT = `query ($period: PeriodInput!) {
      metricSeries(metric: REPAIRS_REPORTED, period: $period, interval: MONTH, byEstate: true) { from estate { code } metric { value exclusions { reason count } } }
      whole: metricSeries(metric: REPAIRS_REPORTED, period: $period, interval: YEAR) { metric { exclusions { reason count } } } }`;
    const { data } = await server.query(LEFT_OUT, { period: { from: '2026-02-01', to: '2026-04-01' } }, quality);
    const left = [{ reason: 'MERGED', count: 1 }];
    expect(data.metricSeries).toEqual([
      { from: '2026-02-01', estate: { code: 'E01' }, metric: { value: '0', exclusions: [] } },
      { from: '2026-03-01', estate: { code: 'E01' }, metric: { value: '2', exclusions: [] } },
      { from: '2026-02-01', estate: { code: 'E02' }, metric: { value: '0', exclusions: [] } },
      { from: '2026-03-01', estate: { code: 'E02' }, metric: { value: '2', exclusions: left } },
    ]);
    expect(data.whole).toEqual([{ metric: { exclusions: left } }]);
  });

  test('a breakdown goes by estate, by own dimension, or by what the tickets say', async () => {
    const BREAKDOWN = `query ($metric: MetricKey!, $by: MetricDimension!) {
      metricBreakdown(metric: $metric, period: { from: "2026-03-01", to: "2026-04-01" }, by: $by) { segment estate { code } metric { numerator denominator } } }`;
    const BEHIND = BREAKDOWN.replace(
      'numerator denominator',
      'denominator previous { denominator } rows { nodes { denominator } }',
    );
    const broken = async (metric: string, by: string) =>
      (await server.query(BREAKDOWN, { metric, by }, quality)).data.metricBreakdown;
    expect(await broken('REPAIRS_REPORTED', 'ESTATE')).toHaveLength(2);
    expect(await broken('CONTACTS_RECEIVED', 'CHANNEL')).toEqual([
      { segment: 'PHONE', estate: null, metric: { numerator: '5', denominator: null } },
    ]);
    const buildings = await broken('REPAIR_ACCEPTED_IN_TIME', 'BUILDING');
    expect(buildings.map((point: { segment: string }) => point.segment).sort()).toEqual(
      [story.harbour.e01.buildingId, story.harbour.e02.buildingId].sort(),
    );
    const behind = await server.query(BEHIND, { metric: 'REPAIR_ACCEPTED_IN_TIME', by: 'BUILDING' }, quality);
    for (const { metric } of behind.data.metricBreakdown) {
      expect(metric.rows.nodes).toHaveLength(Number(metric.denominator));
      expect(metric.previous).toEqual({ denominator: '0' });
    }
    expect(await refused(BREAKDOWN, { metric: 'CONTACTS_RECEIVED', by: 'BUILDING' })).toBe('INVALID_INPUT by');
    expect(await refused(BREAKDOWN, { metric: 'REPAIRS_REPORTED', by: 'CHANNEL' })).toBe('INVALID_INPUT by');
  });

  test('R-MET-11 · what was known on an earlier day is answered for ever, and what has changed since is listed, item by item', async () => {
    const { e01 } = story.harbour;
    now = START + DAY;
    const late = await reported(e01);
    const KNOWN = `query ($a: LocalDate!, $b: LocalDate!) {
      metricRestatements(metric: REPAIRS_REPORTED, period: { from: "2026-03-01", to: "2026-04-01" }, asKnownOn: $a, comparedWith: $b) {
        totalCount nodes { subjectId date numerator } } }`;
    for (const folded of [false, true]) {
      if (folded) await foldAll(pool(), story.harbour.id);
      now = START + DAY;
      expect((await card(['REPAIRS_REPORTED'], { asKnownOn: '2026-03-10' })).metrics[0].value).toBe('4');
      expect((await card(['REPAIRS_REPORTED'], { asKnownOn: '2026-03-11' })).metrics[0].value).toBe('5');
      const { data } = await server.query(KNOWN, { a: '2026-03-10', b: '2026-03-11' }, quality);
      expect(data.metricRestatements).toEqual({
        totalCount: 1,
        nodes: [{ subjectId: late, date: '2026-03-11', numerator: '1' }],
      });
    }
    expect(await refused(CARD, { period: MARCH, asKnownOn: '2026-03-12' })).toBe('INVALID_INPUT asKnownOn');
    expect(await refused(CARD, { period: MARCH, asKnownOn: '2026-03-09' })).toBe('INVALID_INPUT asKnownOn');
    expect(await refused(KNOWN, { a: '2026-03-11', b: '2026-03-10' })).toBe('INVALID_INPUT comparedWith');
    expect(await refused(KNOWN, { a: '2026-03-10', b: '2026-03-12' })).toBe('INVALID_INPUT comparedWith');
  });

  test('D-24 · a month that has not ended is compared with as many days of the month before', async () => {
    const insert = async (day: string): Promise<void> => {
      const row = {
        ...{
          company_id: story.harbour.id,
          estate_id: story.harbour.e01.id,
          id: newId(),
          number: `old ${day}`,
          kind: 'REPAIR',
        },
        ...{
          unit_id: story.harbour.e01.units[0].id,
          phase: 'OPEN',
          stage: 'REPORTED',
          urgency: 'ORDINARY',
          version: 1,
          channel: 'PHONE',
          subject: 'x',
          visits: 0,
        },
        reported_at: `${day}T04:00:00Z`,
      };
      await server.house.database.superuser.query(
        `insert into ticket (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map((_, i) => `$${i + 1}`)
          .join(', ')})`,
        Object.values(row),
      );
    };
    for (const day of ['2026-02-03', '2026-02-10', '2026-02-20']) await insert(day);
    await rebuildMetrics(server.house, story.harbour.id);
    const [figure] = (await card(['REPAIRS_REPORTED'])).metrics;
    expect(figure.previous).toMatchObject({ value: '2' });
    const compared = await server.query(
      `{ metricBreakdown(metric: REPAIRS_REPORTED, period: { from: "2026-03-01", to: "2026-04-01" }, by: BUILDING) { metric { previous { value } } }
         metricSeries(metric: REPAIRS_REPORTED, period: { from: "2026-03-01", to: "2026-03-03" }, interval: DAY) { metric { previous { value } } } }`,
      {},
      quality,
    );
    expect(
      compared.data.metricBreakdown
        .map((point: { metric: { previous: { value: string } } }) => point.metric.previous.value)
        .sort(),
    ).toEqual(['0', '2']);
    expect(compared.data.metricSeries).toEqual([{ metric: { previous: null } }, { metric: { previous: null } }]);
    now = Date.parse('2026-04-10T02:00:00Z');
    expect((await card(['REPAIRS_REPORTED'])).metrics[0].previous).toMatchObject({ value: '3' });
    expect(await verifyMetrics(pool(), story.harbour.id)).toEqual([]);
  });

  test.each([
    [{ from: '2026-03-02', to: '2026-03-01' }, 'INVALID_INPUT period.to'],
    [{ from: '2016-03-01', to: '2026-03-02' }, 'INVALID_INPUT period.to'],
  ])('a period that is none is refused: %j', async (period, told) => {
    expect(await refused(CARD, { period })).toBe(told);
  });

  test('M-RPR-19, M-CMP-22 · median and 90th percentile of times come of counts that add up: over estates, by urgency, and as the rows say', async () => {
    const { e01, e02 } = story.harbour;
    const MAY = Date.parse('2026-05-11T02:00:00Z');
    const minutes = [10, 20, 30, 60, 100];
    for (const [i, took] of minutes.entries()) {
      const estate = i < 3 ? e01 : e02;
      now = MAY;
      const ticketId = await reported(estate);
      await command(staffOf(estate, 'FRONT_DESK'), 'forwardRepair', { ticketId });
      for (const verb of ['acceptRepair', 'startRepair'])
        await command(staffOf(estate, 'TECHNICIAN'), verb, { ticketId });
      now = MAY + took * MINUTE;
      await command(staffOf(estate, 'TECHNICIAN'), 'completeRepair', { ticketId });
    }
    const TIMES = `query ($period: PeriodInput!, $percent: Int) {
      portfolioScorecard(period: $period, metrics: [REPAIR_SECONDS_TO_COMPLETE, REPAIRS_COMPLETED]) { metrics { value median: percentile(percent: 50) percentile(percent: $percent) } }
      estateScorecards(period: $period, metrics: [REPAIR_SECONDS_TO_COMPLETE]) { nodes { estate { code } metrics { percentile(percent: 50) } } }
      metricBreakdown(period: $period, metric: REPAIR_SECONDS_TO_COMPLETE, by: URGENCY) { segment metric { percentile(percent: 50) } }
      metricSeries(period: $period, metric: REPAIR_SECONDS_TO_COMPLETE, interval: DAY) { metric { percentile } } }`;
    const period = { from: '2026-05-01', to: '2026-06-01' };
    const { data } = await server.query(TIMES, { period, percent: 90 }, quality);
    const near = (told: number, exact: number): void => {
      expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact / 64);
    };
    const [time, count] = data.portfolioScorecard.metrics;
    expect(time.value).toBe(String((220 / 5) * 60));
    near(time.median, 30 * 60);
    near(time.percentile, 100 * 60);
    expect(count).toMatchObject({ value: '5', median: null, percentile: null });
    const [first, second] = data.estateScorecards.nodes;
    near(first.metrics[0].percentile, 20 * 60);
    near(second.metrics[0].percentile, 60 * 60);
    expect(data.metricBreakdown).toMatchObject([{ segment: 'ORDINARY' }]);
    near(data.metricBreakdown[0].metric.percentile, 30 * 60);
    expect(
      new Set(data.metricSeries.map((point: { metric: { percentile: unknown } }) => point.metric.percentile)),
    ).toEqual(new Set([null]));
    expect(await refused(TIMES, { period, percent: 100 })).toBe('INVALID_INPUT percent');
    expect(await verifyMetrics(pool(), story.harbour.id)).toEqual([]);
    now = START;
  });

  test('M-DSP-03, M-RPR-09, M-RPR-07 · what stands open is told by age, on any day as it was known then', async () => {
    const { e01 } = story.harbour;
    const JUNE = { from: '2026-06-01', to: '2026-07-01' };
    const days = [1, 5, 9, 11, 12];
    const ids: string[] = [];
    for (const day of days) {
      now = Date.parse(`2026-06-${String(day).padStart(2, '0')}T02:00:00Z`);
      ids.push(await reported(e01));
    }
    const cancelled = await server.query(
      'mutation ($input: CancelTicketInput!) { cancelTicket(input: $input) { cursor } }',
      { input: { commandId: newId(), ticketId: ids[2], reason: 'x' } },
      staffOf(e01, 'FRONT_DESK'),
    );
    expect(cancelled.errors).toBeUndefined();
    const BY_AGE = `query ($period: PeriodInput!, $metric: MetricKey!, $asKnownOn: LocalDate) {
      metricBreakdown(period: $period, metric: $metric, by: AGE, asKnownOn: $asKnownOn) { segment metric { value rows { totalCount } } } }`;
    const open = async (metric: string, asKnownOn: string | null = null) => {
      const { data } = await server.query(BY_AGE, { period: JUNE, metric, asKnownOn }, quality);
      return data.metricBreakdown.map(
        (point: { segment: string; metric: { value: string; rows: { totalCount: number } } }) => {
          expect(String(point.metric.rows.totalCount)).toBe(point.metric.value);
          return `${point.segment} ${point.metric.value}`;
        },
      );
    };
    for (const metric of ['TICKETS_OPEN', 'REPAIRS_UNCOMPLETED']) {
      expect(await open(metric)).toEqual(['UP_TO_1_DAY 2', 'UP_TO_3_DAYS 0', 'UP_TO_7_DAYS 1', 'OVER_7_DAYS 1']);
      expect(await open(metric, '2026-06-10')).toEqual([
        ...['UP_TO_1_DAY 1', 'UP_TO_3_DAYS 0', 'UP_TO_7_DAYS 1', 'OVER_7_DAYS 1'],
      ]);
    }
    expect(await refused(BY_AGE, { period: JUNE, metric: 'REPAIRS_REPORTED' })).toBe('INVALID_INPUT by');
    expect(await verifyMetrics(pool(), story.harbour.id)).toEqual([]);
    now = START;
  });

  test('M-CMP-03, M-REC-06, D-28 · complaints and contacts for each hundred households that were occupied as the period began', async () => {
    const { e01, e02 } = story.harbour;
    now = Date.parse('2026-07-10T02:00:00Z');
    const lodged = await server.query(
      'mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { cursor } }',
      { input: { commandId: newId(), estateId: e01.id, unitId: e01.units[0].id, channel: 'PHONE', subject: 'noise' } },
      staffOf(e01, 'FRONT_DESK'),
    );
    expect(lodged.errors).toBeUndefined();
    await server.house.database.superuser.query(
      `insert into unit_state (company_id, unit_id, from_day, estate_id, state) values ($1, $2, '2026-07-02', $3, 'VACANT')`,
      [story.harbour.id, e02.units[0].id, e02.id],
    );
    const metrics = ['COMPLAINTS_PER_HUNDRED', 'CONTACTS_PER_HUNDRED'];
    const JULY = { from: '2026-07-01', to: '2026-08-01' };
    const told = (value: string | null, numerator: string, denominator: string) => ({ value, numerator, denominator });
    expect((await card(metrics, { period: JULY })).metrics).toMatchObject([
      told('16.7', '1', '6'),
      told('16.7', '1', '6'),
    ]);
    expect((await card(metrics, { period: JULY, estateIds: [e01.id] })).metrics[0]).toMatchObject(
      told('33.3', '1', '3'),
    );
    expect((await card(metrics, { period: { from: '2026-07-02', to: '2026-08-01' } })).metrics[0]).toMatchObject(
      told('20.0', '1', '5'),
    );
    expect((await card(metrics, { period: { from: '2010-01-01', to: '2010-02-01' } })).metrics[0]).toMatchObject(
      told(null, '0', '0'),
    );
    const SERIES = `query ($interval: MetricInterval!, $by: MetricDimension!) {
      metricSeries(period: { from: "2026-06-01", to: "2026-09-01" }, metric: COMPLAINTS_PER_HUNDRED, interval: $interval) { from metric { value denominator } }
      metricBreakdown(period: { from: "2026-07-01", to: "2026-08-01" }, metric: COMPLAINTS_PER_HUNDRED, by: $by) { estate { code } metric { value } } }`;
    const { data } = await server.query(SERIES, { interval: 'MONTH', by: 'ESTATE' }, quality);
    expect(data.metricSeries).toEqual([
      { from: '2026-06-01', metric: { value: '0.0', denominator: '6' } },
      { from: '2026-07-01', metric: { value: '16.7', denominator: '6' } },
      { from: '2026-08-01', metric: { value: '0.0', denominator: '5' } },
    ]);
    expect(data.metricBreakdown.map((point: { metric: { value: string } }) => point.metric.value).sort()).toEqual([
      '0.0',
      '33.3',
    ]);
    expect(await refused(SERIES, { interval: 'DAY', by: 'ESTATE' })).toBe('INVALID_INPUT interval');
    expect(await refused(SERIES, { interval: 'MONTH', by: 'BUILDING' })).toBe('INVALID_INPUT by');
    expect(await verifyMetrics(pool(), story.harbour.id)).toEqual([]);
    now = START;
  });

  test('M-CMP-09, R-CMP-17, R-MET-04 · a complaint that is resolved counts at once, by its twelve hours; one that is not waits, and counts from the day after its limit with nothing told', async () => {
    const { e01 } = story.harbour;
    const period = { from: '2026-08-01', to: '2026-09-01' };
    const lodge = async (at: string): Promise<string> => {
      now = Date.parse(at);
      const input = { estateId: e01.id, unitId: e01.units[0].id, channel: 'PHONE', subject: 'noise' };
      const { data, errors } = await server.query(
        'mutation ($input: LodgeComplaintInput!) { lodgeComplaint(input: $input) { complaint { id } } }',
        { input: { commandId: newId(), ...input } },
        staffOf(e01, 'FRONT_DESK'),
      );
      expect(errors).toBeUndefined();
      return data.lodgeComplaint.complaint.id as string;
    };
    const reply = async (ticketId: string, at: string): Promise<void> => {
      now = Date.parse(at);
      for (const [verb, input] of [
        ['rectifyComplaint', { measure: 'quiet' }],
        ['reportRectification', {}],
        ['replyToComplaint', { final: true, mode: 'TELEPHONE', text: 'told' }],
      ] as const) {
        const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
        const { errors } = await server.query(
          `mutation ($input: ${type}!) { ${verb}(input: $input) { cursor } }`,
          { input: { commandId: newId(), ticketId, ...input } },
          staffOf(e01, 'SERVICE_MANAGER'),
        );
        expect({ verb, errors }).toEqual({ verb, errors: undefined });
      }
    };
    const [prompt, late] = [await lodge('2026-08-10T01:00:00Z'), await lodge('2026-08-10T01:00:00Z')];
    await lodge('2026-08-10T02:00:00Z');
    const figure = async (more: object = {}) =>
      (await card(['COMPLAINT_RESOLVED_IN_TIME'], { period, ...more })).metrics[0];
    expect(await figure()).toMatchObject({ value: null, denominator: '0', pending: 3 });
    await reply(prompt, '2026-08-10T10:00:00Z');
    expect(await figure()).toMatchObject({ value: '100.0', numerator: '1', denominator: '1', pending: 2 });
    await reply(late, '2026-08-10T13:00:01Z');
    expect(await figure()).toMatchObject({ value: '50.0', numerator: '1', denominator: '2', pending: 1 });
    now = Date.parse('2026-08-11T02:00:00Z');
    expect(await figure()).toMatchObject({ value: '33.3', numerator: '1', denominator: '3', pending: 0 });
    expect(await figure({ asKnownOn: '2026-08-10' })).toMatchObject({ value: '50.0', denominator: '2', pending: 1 });
    const text = `query ($part: MetricPart!) {
      portfolioScorecard(period: { from: "2026-08-01", to: "2026-09-01" }, metrics: [COMPLAINT_RESOLVED_IN_TIME]) { metrics { rows(part: $part) { totalCount } } }
      metricBreakdown(period: { from: "2026-08-01", to: "2026-09-01" }, metric: COMPLAINT_RESOLVED_IN_TIME, by: BUILDING) { metric { denominator pending } } }`;
    for (const [part, count] of [
      ['COUNTED', 3],
      ['PENDING', 0],
    ] as const) {
      const { data } = await server.query(text, { part }, quality);
      expect(data.portfolioScorecard.metrics[0].rows.totalCount).toBe(count);
      expect(data.metricBreakdown).toEqual([{ metric: { denominator: '3', pending: 0 } }]);
    }
    expect(await verifyMetrics(pool(), story.harbour.id)).toEqual([]);
    now = START;
  });

  test('a scorecard is told at once, and again when a figure changes, whoever changes it', async () => {
    const client = await server.socket(quality);
    const events = client.iterate<{ scorecard: { metrics: { value: string }[]; watermark: { cursor: string } } }>({
      query: `subscription { scorecard(period: { from: "2026-03-01", to: "2026-04-01" }, metrics: [REPAIRS_REPORTED], everyMs: 250) {
        metrics { value } watermark { cursor } } }`,
    });
    const told = async () => (await events.next()).value?.data?.scorecard;
    const before = Number((await told())?.metrics[0]?.value);
    await reported(story.harbour.e02);
    expect(Number((await told())?.metrics[0]?.value)).toBe(before + 1);
    await events.return?.();
    const stranger = await server.socket(staffOf(story.harbour.e01, 'SERVICE_MANAGER'));
    const closed = stranger.iterate({
      query: `subscription { scorecard(period: { from: "2026-03-01", to: "2026-04-01" }, estateIds: ["${story.harbour.e02.id}"]) { estates } }`,
    });
    expect(JSON.stringify((await closed.next()).value)).toContain('NOT_FOUND');
  });

  test('an answer has all that the asker has changed, or says that it lacks it', async () => {
    const { watermark } = await card(['REPAIRS_REPORTED']);
    expect(await card(['REPAIRS_REPORTED'], { atLeast: watermark.cursor })).toMatchObject({ estates: 2 });
    expect(await refused(CARD, { period: MARCH, atLeast: 'AAAAAAAAAAAAAAAAAAAAAAAAAA' })).toBe('INVALID_INPUT atLeast');
  });
});
