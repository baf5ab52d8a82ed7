import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { newId } from '../../../src/entities/new-id.js';
import type { Job } from '../../../src/jobs/job/job.js';
import { sweepFiles } from '../../../src/jobs/job/sweep-files.job.js';
import { exportMetricsJob } from '../../../src/jobs/metric-export/export-metrics.job.js';
import { systemPrincipal } from '../../../src/jobs/system-principal.js';
import { tellStory, type Story, type StoryEstate, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Ten in the morning in Shanghai. */
const START = Date.parse('2026-03-10T02:00:00Z');
const MARCH = { from: '2026-03-01', to: '2026-04-01' };

const FILE = `id kind format state rows rowsWritten bytes readyAt expiresAt failure url snapshot { cursor }
  sums { definition { key } numerator denominator pending }`;
const ONE = `query ($id: ID!) { metricExport(id: $id) { ${FILE} } }`;
const CARD = `query ($period: PeriodInput!, $metrics: [MetricKey!]) { portfolioScorecard(period: $period, metrics: $metrics) {
  watermark { cursor } metrics { definition { key } value numerator denominator pending } } }`;
const VERBS = {
  exportEstateScorecards: 'ExportEstateScorecardsInput',
  exportMetricSeries: 'ExportMetricSeriesInput',
  exportMetricRows: 'ExportMetricRowsInput',
} as const;

describe('files of figures', () => {
  let now = START;
  let server: TestServer;
  let story: Story;
  let quality: StoryPerson;

  beforeAll(async () => {
    server = await startTestServer({ clock: { now: () => new Date(now) } });
    story = await tellStory(server.house.database);
    quality = story.harbour.staff['QUALITY_OFFICER'] as StoryPerson;
    const { e01, e02 } = story.harbour;
    for (const [estate, count] of [
      [e01, 3],
      [e02, 2],
    ] as const)
      for (let i = 0; i < count; i += 1) await report(estate, i === 0 ? 'EMERGENCY' : 'ORDINARY');
  });
  beforeEach(() => {
    now = START;
  });
  afterAll(() => server.close());

  const report = async (estate: StoryEstate, urgency: string): Promise<void> => {
    const input = { estateId: estate.id, unitId: estate.units[0].id, channel: 'PHONE', urgency, subject: 'tap' };
    const { errors } = await server.query(
      'mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }',
      { input: { commandId: newId(), ...input } },
      estate.staff['FRONT_DESK'],
    );
    expect(errors).toBeUndefined();
  };
  const ask = (verb: keyof typeof VERBS, input: object, person: StoryPerson = quality) =>
    server.query(
      `mutation ($input: ${VERBS[verb]}!) { ${verb}(input: $input) { cursor metricExport { ${FILE} } } }`,
      { input: { commandId: newId(), period: MARCH, format: 'XLSX', language: 'EN', ...input } },
      person,
    );
  const run = (job: Job, rowId: string, failures = 0): Promise<void> =>
    job.run({
      ...{ house: server.house, principal: systemPrincipal(story.harbour.id), companyId: story.harbour.id, rowId },
      ...{ failures, signal: new AbortController().signal, command: () => Promise.reject(new Error('unused')) },
    });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the test's own document selects
  const fileOf = async (id: string, person: StoryPerson = quality): Promise<any> =>
    (await server.query(ONE, { id }, person)).data.metricExport;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the test's own document selects
  const made = async (verb: keyof typeof VERBS, input: object, person: StoryPerson = quality): Promise<any> => {
    const answer = await ask(verb, input, person);
    expect(answer.errors).toBeUndefined();
    const { id, state } = answer.data[verb].metricExport;
    expect(state).toBe('WAITING');
    await run(exportMetricsJob, id);
    return fileOf(id, person);
  };
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(new URL(path, server.url), { headers });
  const sheetOf = async (url: string, sheet: number) =>
    readSheet(Buffer.from(await (await get(url)).arrayBuffer()), sheet);
  const codeOf = (answer: { readonly errors?: readonly { readonly extensions: object }[] }): string => {
    const { code, path } = (answer.errors?.[0]?.extensions ?? {}) as { code?: string; path?: string };
    return [code, path].filter(Boolean).join(' ');
  };

  test('R-MET-08 · a workbook of items, opened again, has as many rows as the figure has items, and their sums are its sums, in one snapshot', async () => {
    const metrics = ['REPAIRS_REPORTED'];
    const { data } = await server.query(CARD, { period: MARCH, metrics }, quality);
    const figure = data.portfolioScorecard.metrics[0];
    const file = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' });
    expect(file).toMatchObject({ state: 'READY', kind: 'ROWS', rows: 5, rowsWritten: 5, failure: null });
    expect(file.sums).toEqual([
      { definition: { key: 'REPAIRS_REPORTED' }, numerator: figure.numerator, denominator: null, pending: 0 },
    ]);
    const rows = await sheetOf(file.url, 1);
    const [titles, ...items] = rows;
    expect(titles).toEqual([
      'Metric',
      'Catalogue',
      'Title',
      'Estate code',
      'Estate',
      'Date',
      'Number',
      'Item',
      'Part',
      'Numerator',
      'Denominator',
    ]);
    expect(items).toHaveLength(Number(figure.numerator));
    expect(items.reduce((sum, item) => sum + Number(item[9]), 0)).toBe(Number(figure.numerator));
    expect(items.map((item) => item[3])).toEqual(['E01', 'E01', 'E01', 'E02', 'E02']);
    expect(items.every((item) => /\d/.test(String(item[6])))).toBe(true);
    const about = await sheetOf(file.url, 2);
    expect(about.at(-1)).toEqual(['REPAIRS_REPORTED', Number(figure.numerator), null, 0]);
    expect(about.find(([fact]) => fact === 'Rows')?.[1]).toBe(5);
    expect(file.snapshot.cursor).toEqual(expect.any(String));
  });

  test('R-MET-08 · what happens after the snapshot is in none of its rows and sums', async () => {
    const before = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED', format: 'CSV' });
    await report(story.harbour.e02, 'ORDINARY');
    const text = await (await get(before.url)).text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + Number(before.rows));
    const after = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED', format: 'CSV' });
    expect(after.rows).toBe(Number(before.rows) + 1);
    expect(Number(after.sums[0].numerator)).toBe(Number(before.sums[0].numerator) + 1);
  });

  test('R-MET-08, R-MET-13 · figures by estate are those of the scorecards, a row an estate and metric, in their order', async () => {
    const metrics = ['REPAIRS_REPORTED', 'REPAIR_ACCEPTED_IN_TIME'];
    const { data } = await server.query(
      `query ($period: PeriodInput!, $metrics: [MetricKey!]) { estateScorecards(period: $period, metrics: $metrics, rankBy: REPAIRS_REPORTED) {
        nodes { rank estate { code } metrics { definition { key } value numerator denominator pending } dataHealth { silentDays } } } }`,
      { period: MARCH, metrics },
      quality,
    );
    const file = await made('exportEstateScorecards', { metrics, rankBy: 'REPAIRS_REPORTED' });
    const [, ...lines] = await sheetOf(file.url, 1);
    const number = (text: string | null) => (text === null ? null : Number(text));
    expect(lines.map((line) => [line[0], line[1], line[3], line[7], line[8], line[9], line[10]])).toEqual(
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the test's own document selects
      data.estateScorecards.nodes.flatMap((node: any) =>
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
        node.metrics.map((each: any) => [
          ...[node.rank, node.estate.code, each.definition.key, number(each.value), number(each.numerator)],
          ...[number(each.denominator), each.pending],
        ]),
      ),
    );
    const card = await server.query(CARD, { period: MARCH, metrics }, quality);
    expect(file.sums.map((sum: { numerator: string }) => sum.numerator)).toEqual(
      card.data.portfolioScorecard.metrics.map((each: { numerator: string }) => each.numerator),
    );
  });

  test('a series is a row a point, in both formats alike, and its titles in Chinese where nothing is said', async () => {
    const of = { metric: 'REPAIRS_REPORTED', interval: 'WEEK', language: null };
    const [book, csv] = [
      await made('exportMetricSeries', of),
      await made('exportMetricSeries', { ...of, format: 'CSV' }),
    ];
    const lines = (await sheetOf(book.url, 1)).map((line) => line.map((cell) => (cell === null ? '' : String(cell))));
    const text = (await (await get(csv.url)).text()).replace('\uFEFF', '').trimEnd();
    expect(text.split('\r\n').map((line) => line.split(','))).toEqual(lines);
    expect(lines[0]?.slice(0, 3)).toEqual(['指标', '指标编号', '指标名称']);
    expect(lines).toHaveLength(1 + Number(book.rows));
  });

  test('a part of a figure is exported by itself; a part without its dimension is refused', async () => {
    const part = { metric: 'REPAIRS_REPORTED', by: 'URGENCY', segment: 'EMERGENCY' };
    const file = await made('exportMetricRows', part);
    expect(file).toMatchObject({ rows: 2, sums: [{ numerator: '2' }] });
    expect(codeOf(await ask('exportMetricRows', { ...part, by: null }))).toBe('INVALID_INPUT input.by');
    expect(codeOf(await ask('exportMetricRows', { ...part, by: 'CHANNEL' }))).toBe('INVALID_INPUT input.by');
    expect(
      codeOf(await ask('exportMetricRows', { ...part, metric: 'DIRECT_BANKING_FOLLOWED_UP', by: 'CATEGORY' })),
    ).toBe('INVALID_INPUT input.by');
  });

  test('figures of a day to come, or of one before all records, are refused when a file is ordered', async () => {
    const day = (days: number) => new Date(START + days * 86_400_000).toISOString().slice(0, 10);
    for (const asKnownOn of [day(1), day(-1)])
      expect(codeOf(await ask('exportEstateScorecards', { asKnownOn }))).toBe('INVALID_INPUT input.asKnownOn');
    expect(await made('exportEstateScorecards', { asKnownOn: day(0) })).toMatchObject({ state: 'READY' });
  });

  test('the file is fetched whole or by ranges, under a name that says what it is, and nothing on the way keeps it', async () => {
    const { url, bytes } = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' });
    const whole = await get(url);
    const body = Buffer.from(await whole.arrayBuffer());
    expect(body).toHaveLength(bytes);
    expect(whole.headers.get('cache-control')).toBe('no-store');
    expect(whole.headers.get('content-disposition')).toContain('rows-repairs_reported-2026-03-01-2026-04-01.xlsx');
    const range = await get(url, { range: 'bytes=2-9' });
    expect(range.status).toBe(206);
    expect(Buffer.from(await range.arrayBuffer())).toEqual(body.subarray(2, 10));
    const again = await get(url, { range: 'bytes=10-', 'if-range': String(whole.headers.get('etag')) });
    expect(Buffer.from(await again.arrayBuffer())).toEqual(body.subarray(10));
  });

  test('R-ORG-78 · the file is of whoever asked for it alone: nobody else sees it, of the company or another, and an altered link opens nothing', async () => {
    const file = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' });
    const others = [story.harbour.staff['COMPANY_LEADER'], story.cedar.staff['QUALITY_OFFICER']];
    for (const other of others as StoryPerson[]) {
      const answer = await server.query(ONE, { id: file.id }, other);
      expect(codeOf(answer)).toBe('NOT_FOUND');
      const list = await server.query('{ metricExports { nodes { id } } }', {}, other);
      expect(list.data.metricExports.nodes).toEqual([]);
    }
    const own = await server.query('{ metricExports(first: 1) { nodes { id } } }', {}, quality);
    expect(own.data.metricExports.nodes).toEqual([{ id: file.id }]);
    expect((await get(file.url.replace(file.id, newId()))).status).toBe(404);
    expect((await get(file.url.replace(/until=\d+/, 'until=9999999999'))).status).toBe(404);
  });

  test('R-ORG-78 · an estate exports its own figures; estates out of reach, another company’s, are refused; residents may not', async () => {
    const { e01, e02 } = story.harbour;
    const manager = e01.staff['SERVICE_MANAGER'] as StoryPerson;
    const file = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' }, manager);
    expect(file).toMatchObject({ rows: 3, sums: [{ numerator: '3' }] });
    const foreign = { metric: 'REPAIRS_REPORTED', estateIds: [e02.id] };
    expect(codeOf(await ask('exportMetricRows', foreign, manager))).toBe('NOT_FOUND');
    const cedar = story.cedar.staff['QUALITY_OFFICER'] as StoryPerson;
    expect(codeOf(await ask('exportMetricRows', foreign, cedar))).toBe('NOT_FOUND');
    expect(codeOf(await ask('exportMetricRows', { metric: 'REPAIRS_REPORTED' }, e01.resident))).toBe('FORBIDDEN');
  });

  test('R-ORG-70 · amounts are in a file of money for whoever may see them, and in nobody else’s', async () => {
    const file = await made('exportEstateScorecards', { metrics: ['FEE_COLLECTION'] });
    const { data } = await server.query(CARD, { period: MARCH, metrics: ['FEE_COLLECTION'] }, quality);
    expect(file.sums[0].numerator).toBe(data.portfolioScorecard.metrics[0].numerator);
  });

  test('R-ORG-78 · whoever has lost a right that the file was written under opens it no more, by a link of before either', async () => {
    const manager = story.harbour.e02.staff['SERVICE_MANAGER'] as StoryPerson;
    const { id, url } = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' }, manager);
    expect((await get(url)).status).toBe(200);
    await server.house.database.superuser.query('delete from role_assignment where staff_id = $1', [manager.subjectId]);
    server.house.principals.drop(story.harbour.id);
    expect((await get(url)).status).toBe(404);
    const waiting = await server.house.database.superuser.query<{ id: string }>(
      `update metric_export set state = 'WAITING', ready_at = null, expires_at = null, sha256 = null where id = $1 returning id`,
      [id],
    );
    expect(waiting.rows).toHaveLength(1);
    await run(exportMetricsJob, id);
    const { rows } = await server.house.database.superuser.query<{ state: string; failure: string }>(
      'select state, failure from metric_export where id = $1',
      [id],
    );
    expect(rows).toEqual([{ state: 'FAILED', failure: 'FORBIDDEN' }]);
  });

  test('a link is good for minutes, the file for three days; then it is closed and its bytes are gone', async () => {
    const { id, url, expiresAt } = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' });
    expect(Date.parse(expiresAt) - START).toBe(72 * HOUR);
    now = START + 11 * MINUTE;
    expect((await get(url)).status).toBe(404);
    const later = (await fileOf(id)).url;
    expect((await get(later)).status).toBe(200);
    now = START + 72 * HOUR - MINUTE;
    const last = (await fileOf(id)).url;
    expect((await get(last)).status).toBe(200);
    now = START + 72 * HOUR + MINUTE;
    expect((await get(last)).status).toBe(404);
    expect((await fileOf(id)).url).toBeNull();
    await run(sweepFiles, id);
    expect(await fileOf(id)).toMatchObject({ state: 'EXPIRED', url: null });
    // The store tells how old bytes are by the machine's own clock: a sweep of a day that is yet to come finds them all.
    now = Date.now() + 48 * HOUR;
    await run(sweepFiles, id);
    const left: string[] = [];
    for await (const { key } of server.house.files.list(story.harbour.id)) left.push(key);
    expect(left.filter((key) => key.includes(id))).toEqual([]);
  });

  test('a job that is tried again makes the file once; one that has ended is left alone', async () => {
    const { id, bytes, readyAt } = await made('exportMetricRows', { metric: 'REPAIRS_REPORTED' });
    await run(exportMetricsJob, id);
    expect(await fileOf(id)).toMatchObject({ state: 'READY', bytes, readyAt });
    const { rows } = await server.house.database.superuser.query<{ data: unknown }>(
      `select data from pgboss.job where name = 'export-metrics' and data ->> 'rowId' = $1`,
      [id],
    );
    expect(rows).toEqual([{ data: { companyId: story.harbour.id, rowId: id } }]);
  });

  test('five files of one person are under way at once, and no more; one that never ends is given up after a day', async () => {
    const officer = story.harbour.e01.staff['SERVICE_MANAGER'] as StoryPerson;
    const order = () => ask('exportMetricRows', { metric: 'REPAIRS_REPORTED' }, officer);
    const asked = [];
    for (let i = 0; i < 5; i += 1) asked.push((await order()).data.exportMetricRows.metricExport.id as string);
    expect(codeOf(await order())).toBe('LIMIT_EXCEEDED');
    now = START + 25 * HOUR;
    await run(sweepFiles, newId());
    expect(await fileOf(asked[0] ?? '', officer)).toMatchObject({ state: 'FAILED', failure: 'INTERNAL', url: null });
    expect((await order()).errors).toBeUndefined();
  });

  test('events of files hold nothing of what is in them', async () => {
    const { rows } = await server.house.database.superuser.query<{ type: string; facts: object }>(
      `select distinct type, facts from event where type like 'metricExport.%' order by type`,
    );
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['metricExport.READY', 'metricExport.REQUESTED', 'metricExport.STARTED']),
    );
    expect(rows.every(({ facts }) => Object.keys(facts).length === 0)).toBe(true);
  });
});
