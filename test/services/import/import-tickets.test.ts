import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readMapping } from '../../../src/domain/import/read-mapping.js';
import type { ImportCounts, RejectedRow } from '../../../src/services/import/import-file.js';
import { importTickets } from '../../../src/services/import/import-tickets.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import { forwardRepair } from '../../../src/services/ticket/forward-repair.js';
import { reportRepair } from '../../../src/services/ticket/report-repair.js';
import { COLUMNS, mappingOf } from '../../support/import-mapping.js';
import { principalOf, tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

type Changes = Parameters<typeof mappingOf>[0];
interface Done {
  readonly counts: ImportCounts;
  readonly rejected: (readonly [number, string])[];
}

describe('importing tickets', () => {
  let house: TestHouse;
  let story: Story;
  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());

  const bring = async (rows: readonly string[], changes: Changes = {}, companyId = story.harbour.id): Promise<Done> => {
    const rejected: RejectedRow[] = [];
    const counts = await importTickets(house, {
      companyId,
      mapping: mappingOf(changes),
      input: Readable.from([Buffer.from([COLUMNS, ...rows].join('\n'))]),
      onRejected: (found) => Promise.resolve(void rejected.push(...found)),
    });
    expect(counts.imported + counts.updated + counts.unchanged + counts.rejected).toBe(counts.rows);
    return { counts, rejected: rejected.map(({ line, rejection }) => [line, rejection.code]) };
  };
  const stored = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await house.database.superuser.query<T>(sql, values)).rows;
  const row = (id: string, rest = 'E01,101,Tap drips,new,2020-01-06 09:00,,'): string => `${id},${rest}`;

  test('real records are accounted for row by row, and a second time nothing changes', async () => {
    const mapping = readMapping(JSON.parse(await readFile('examples/import/service-requests.map.json', 'utf8')));
    const once = (): Promise<ImportCounts> =>
      importTickets(house, {
        companyId: story.cedar.id,
        mapping,
        input: createReadStream('test/fixtures/service-requests.csv'),
      });
    const first = await once();
    expect(first).toMatchObject({
      rows: 300,
      imported: 284,
      updated: 0,
      unchanged: 0,
      rejected: 16,
      reasons: { NO_ESTATE: 16 },
    });
    const before = await stored('select * from ticket where company_id = $1 order by id', [story.cedar.id]);
    expect(before).toHaveLength(284);
    expect(await once()).toMatchObject({ rows: 300, imported: 0, updated: 0, unchanged: 284, rejected: 16 });
    expect(await stored('select * from ticket where company_id = $1 order by id', [story.cedar.id])).toEqual(before);
    const [odd] = await stored<{ n: string }>(
      `select count(*)::text as n from ticket where started_at < reported_at or closed_at < started_at
           or closed_at < reported_at or reported_at > now() or (visits > 0) <> (started_at is not null)`,
    );
    expect(odd?.n).toBe('0');
    const [ticket] = await stored(
      `select t.number, t.stage, t.phase, t.channel, t.subject, t.reported_at, t.closed_at, e.name, e.time_zone, u.code, b.code as building
         from ticket t join estate e on e.id = t.estate_id join unit u on u.id = t.unit_id join building b on b.id = u.building_id
        where external_ref = '1-1523590121'`,
    );
    expect(ticket).toEqual({
      number: 'NC19-R20-00001',
      stage: 'CLOSED',
      phase: 'CLOSED',
      channel: 'PHONE',
      subject: 'Illegal Dumping Pickup',
      reported_at: new Date('2020-01-01T00:05:00-08:00'),
      closed_at: new Date('2020-01-02T08:43:00-08:00'),
      name: 'LAKE BALBOA NC',
      time_zone: 'America/Los_Angeles',
      code: '16815 W VANOWEN ST, 91406',
      building: '91406',
    });
  });

  test('history comes in silently: one event an estate and chunk, for staff, with the counts', async () => {
    const [head] = await stored<{ seq: string }>('select seq from company_head where company_id = $1', [
      story.harbour.id,
    ]);
    await bring([row('s1'), row('s2'), row('s3', 'E02,101,Lamp,new,2020-01-06 09:00,,')]);
    const events = await stored(
      'select type, subject_kind, visibility, actor_kind, actor_id, facts from event where company_id = $1 and seq > $2 order by seq',
      [story.harbour.id, head?.seq],
    );
    const told = {
      type: 'ticket.TICKETS_IMPORTED',
      subject_kind: 'estate',
      visibility: 'INTERNAL',
      actor_kind: 'SYSTEM',
      actor_id: null,
    };
    const facts = { source: 'old-system', updated: 0, estateCreated: false, buildingsCreated: 1, unitsCreated: 1 };
    expect(events).toEqual([
      { ...told, facts: { ...facts, imported: 2 } },
      { ...told, facts: { ...facts, imported: 1 } },
    ]);
    await bring([row('s1'), row('s2')]);
    const [after] = await stored<{ seq: string }>('select seq from company_head where company_id = $1', [
      story.harbour.id,
    ]);
    expect(Number(after?.seq)).toBe(Number(head?.seq) + 2);
  });

  test('R-RPR-05, R-MET-09 · clocks follow from the times that a file has, silently, and from no others', async () => {
    const { companyId, clocksOf, times } = {
      companyId: story.cedar.id,
      clocksOf: (reference: string) =>
        stored<{ clock: string }>(
          `select c.milestone || ' ' || c.state || coalesce(' ' || (extract(epoch from c.stopped_at - c.started_at) / 60)::int, '') as clock
             from service_clock c join ticket t on t.company_id = c.company_id and t.id = c.ticket_id
            where t.external_ref = $1 order by c.milestone`,
          [reference],
        ).then((rows) => rows.map(({ clock }) => clock)),
      times: {
        reportedAt: { columns: ['opened'], formats: ['YYYY-MM-DD HH:mm'] },
        acceptedAt: { columns: ['what'], formats: ['YYYY-MM-DD HH:mm'] },
        startedAt: { columns: ['visited'], formats: ['YYYY-MM-DD HH:mm'] },
        closedAt: { columns: ['closed'], formats: ['YYYY-MM-DD HH:mm'] },
      },
    };
    await bring(
      [
        'k1,K01,1,2020-01-06 09:03,done,2020-01-06 09:00,2020-01-06 09:18,2020-01-06 12:00',
        'k2,K01,2,2020-01-06 09:04,done,2020-01-06 09:00,2020-01-06 09:20,2020-01-06 12:00',
        'k3,K01,3,,done,2020-01-06 09:00,,2020-01-06 12:00',
        'k4,K01,4,,new,2020-01-06 09:00,,',
      ],
      { times, source: 'clocked', subject: 'Tap' },
      companyId,
    );
    expect(await clocksOf('k1')).toEqual(['ACCEPTED MET 3', 'AT_THE_DOOR MET 18', 'ON_SITE MET 15']);
    expect(await clocksOf('k2')).toEqual(['ACCEPTED BREACHED 4', 'AT_THE_DOOR BREACHED 20', 'ON_SITE BREACHED 16']);
    expect(await clocksOf('k3')).toEqual([]);
    expect(await clocksOf('k4')).toEqual(['ACCEPTED BREACHED', 'AT_THE_DOOR BREACHED', 'FORWARDED BREACHED']);
    const left = await stored(
      `select kind from timer where company_id = $1 union all select kind from notification where company_id = $1
        union all select type from event where company_id = $1 and type like 'clock.%'`,
      [companyId],
    );
    expect(left).toEqual([]);
  });

  test('M-RPR-10 · an earlier repair of a household did not hold once a later one is brought along, until a file moves that one away', async () => {
    await stored(
      `insert into ticket_category (company_id, id, code, name, name_zh, standard_code, kinds, active_from, version, created_at)
       select company_id, uuidv7(), 'PIPES', 'Pipes', '水管', 'LIFT', '{REPAIR}', date '2000-01-01', 1, created_at
         from estate where company_id = $1 limit 1`,
      [story.cedar.id],
    );
    const changes = {
      ...{ category: 'PIPES', source: 'anew' },
      times: Object.fromEntries(
        [
          ['reportedAt', 'opened'],
          ['startedAt', 'visited'],
          ['completedAt', 'closed'],
          ['closedAt', 'closed'],
        ].map(([milestone, column]) => [milestone, { columns: [column], formats: ['YYYY-MM-DD HH:mm'] }]),
      ),
    };
    const anew = async (rows: readonly string[]): Promise<number> => {
      await bring(rows, changes, story.cedar.id);
      const estates = await stored<{ id: string }>(`select id from estate where company_id = $1 and code = 'K01'`, [
        story.cedar.id,
      ]);
      const scope = { estateIds: estates.map(({ id }) => id), period: null };
      expect(await verifyMetrics(house.pool, story.cedar.id, scope)).toEqual([]);
      const [sum] = await stored<{ n: number }>(
        `select coalesce(sum(numerator), 0)::int as n from metric_fresh where company_id = $1 and metric = 'REPAIR_REWORK'`,
        [story.cedar.id],
      );
      return sum?.n ?? 0;
    };
    const first = 'a1,K01,7,Tap,done,2020-01-06 09:00,2020-01-06 10:00,2020-01-06 12:00';
    expect(await anew([first])).toBe(0);
    expect(await anew(['a2,K01,7,Tap,new,2020-01-20 09:00,,'])).toBe(1);
    expect(await anew(['a2,K01,7,Tap,new,2020-03-20 09:00,,'])).toBe(0);
  });

  test('imported and reported tickets of an estate share one series without gap or twin', async () => {
    const desk = await principalOf(house, story.harbour.e02.staff['FRONT_DESK']!);
    const report = { estateId: story.harbour.e02.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'Lift' } as const;
    await runCommand(house, desk, reportRepair, { ...report, occurredAt: new Date('2021-05-01T00:00:00Z') });
    await bring([row('n1', 'E02,,Tap,new,2021-03-01 09:00,,'), row('n2', 'E02,,Tap,new,2021-02-01 09:00,,')]);
    await runCommand(house, desk, reportRepair, { ...report, occurredAt: new Date('2021-05-02T00:00:00Z') });
    const numbers = await stored<{ number: string }>(
      `select number from ticket where company_id = $1 and number like 'E02-R21-%' order by number`,
      [story.harbour.id],
    );
    expect(numbers.map(({ number }) => number)).toEqual([
      'E02-R21-00001',
      'E02-R21-00002',
      'E02-R21-00003',
      'E02-R21-00004',
    ]);
  });

  test('the year of a number is the local one of the estate', async () => {
    await bring([row('y1', 'YEAR,,Tap,new,2020-12-31 23:30,,')]);
    expect(await stored(`select number from ticket where external_ref = 'y1'`)).toEqual([{ number: 'YEAR-R20-00001' }]);
  });

  test('a changed row updates its ticket, unless somebody has worked on it here', async () => {
    await bring([row('u1'), row('u2')]);
    const done = 'E01,101,Tap drips,done,2020-01-06 09:00,2020-01-06 10:00,2020-01-06 11:00';
    const desk = await principalOf(house, story.harbour.e01.staff['FRONT_DESK']!);
    const [worked] = await stored<{ id: string }>(`select id from ticket where external_ref = 'u2'`);
    await runCommand(house, desk, forwardRepair, { ticketId: worked?.id ?? '' });
    const { counts, rejected } = await bring([row('u1', done), row('u2', done)]);
    expect(counts).toMatchObject({ updated: 1, rejected: 1 });
    expect(rejected).toEqual([[3, 'WORKED_ON_HERE']]);
    expect(
      await stored(
        `select external_ref, stage, version, visits from ticket where external_ref in ('u1', 'u2') order by 1`,
      ),
    ).toEqual([
      { external_ref: 'u1', stage: 'CLOSED', version: 2, visits: 1 },
      { external_ref: 'u2', stage: 'FORWARDED', version: 2, visits: 0 },
    ]);
    expect((await bring([row('u1', done), row('u2')])).counts).toMatchObject({ unchanged: 2 });
  });

  test('a ticket does not move to another estate by import', async () => {
    await bring([row('m1')]);
    const moved = row('m1', 'E02,101,Tap drips,new,2020-01-06 09:00,,');
    expect((await bring([moved])).rejected).toEqual([[2, 'OTHER_ESTATE']]);
  });

  test('of rows with one reference the first counts, however often the file is imported', async () => {
    const filler = Array.from({ length: 1_500 }, (_, i) => row(`fill${i}`));
    const other = 'E01,101,Other words,new,2020-01-06 09:00,,';
    const file = [row('d1'), row('d1'), row('d1', other), ...filler, row('d1', other), row('d1')];
    const first = await bring(file);
    expect(first.counts).toMatchObject({
      imported: 1_501,
      unchanged: 2,
      rejected: 2,
      reasons: { DUPLICATE_IN_FILE: 2 },
    });
    expect(first.rejected.map(([line]) => line)).toEqual([4, 1_505]);
    expect((await bring(file)).counts).toMatchObject({ imported: 0, updated: 0, unchanged: 1_503, rejected: 2 });
    expect(await stored(`select subject, version from ticket where external_ref = 'd1'`)).toEqual([
      { subject: 'Tap drips', version: 1 },
    ]);
  });

  test('the same reference of another source or another company is another ticket', async () => {
    await bring([row('x1')]);
    expect((await bring([row('x1')], { source: 'other-system' })).counts.imported).toBe(1);
    expect((await bring([row('x1')], {}, story.cedar.id)).counts.imported).toBe(1);
    expect(await stored(`select distinct company_id from ticket where external_ref = 'x1'`)).toHaveLength(2);
  });

  test('missing places are created only where the mapping says so', async () => {
    const nothing = { createMissing: {} };
    const [twice, unit] = story.harbour.e01.units;
    await bring([row('p0', `E01,${twice.code},Tap,new,2020-01-06 09:00,,`)]);
    const rows = [
      row('p1', `E01,${unit.code},Tap,new,2020-01-06 09:00,,`),
      row('p2', 'E01,nowhere,Tap,new,2020-01-06 09:00,,'),
      row('p3', 'E77,,Tap,new,2020-01-06 09:00,,'),
      row('p4', 'E01,,Tap,new,2020-01-06 09:00,,'),
    ];
    const found = await bring(rows, { ...nothing, building: { code: 'B1' } });
    expect(found.rejected).toEqual([
      [3, 'UNKNOWN_UNIT'],
      [4, 'UNKNOWN_ESTATE'],
    ]);
    expect(await stored(`select unit_id from ticket where external_ref = 'p1'`)).toEqual([{ unit_id: unit.id }]);
    expect(
      (await bring([row('p5', 'E01,9,Tap,new,2020-01-06 09:00,,')], { ...nothing, building: { code: 'B9' } })).rejected,
    ).toEqual([[2, 'UNKNOWN_BUILDING']]);
    const lenient = { ...nothing, building: { code: 'B9' }, unit: { code: '{unit}', unknown: 'NONE' } };
    expect((await bring([row('p5', 'E01,9,Tap,new,2020-01-06 09:00,,')], lenient)).counts.imported).toBe(1);
    const byName = { ...nothing, estate: { name: '{area}' }, building: undefined };
    const named = await bring(
      [
        row('p6', `E01 gardens,${unit.code},Tap,new,2020-01-06 09:00,,`),
        row('p7', `E01 gardens,${twice.code},Tap,new,2020-01-06 09:00,,`),
        row('p8'),
      ],
      byName,
    );
    expect(named.rejected).toEqual([
      [3, 'AMBIGUOUS_UNIT'],
      [4, 'UNKNOWN_ESTATE'],
    ]);
    expect(await stored(`select unit_id from ticket where external_ref = 'p6'`)).toEqual([{ unit_id: unit.id }]);
  });

  test('what is hostile in a text is stored as text or rejected, and nothing else happens', async () => {
    const { counts, rejected } = await bring([
      row('h1', `E01,"'; drop table ticket; --",=1+1,new,2020-01-06 09:00,,`),
      row('h2', 'E01,101,a\u0000b,new,2020-01-06 09:00,,'),
      row('h3', '"open,101,x,new,2020-01-06 09:00,,'),
      row('h4', `E01,101,${'x'.repeat(201)},new,2020-01-06 09:00,,`),
      row('h5', 'E01,101'),
      '',
      row('h6', 'E01,101,\\N ? ?? $1 :name 你好 😀,new,2020-01-06 09:00,,'),
    ]);
    expect(counts).toMatchObject({ rows: 6, imported: 2 });
    expect(rejected).toEqual([
      [3, 'CONTROL_CHARACTER'],
      [4, 'BROKEN_QUOTE'],
      [5, 'TOO_LONG'],
      [6, 'COLUMN_COUNT'],
    ]);
    expect(await stored(`select subject from ticket where external_ref in ('h1', 'h6') order by external_ref`)).toEqual(
      [{ subject: '=1+1' }, { subject: '\\N ? ?? $1 :name 你好 😀' }],
    );
  });

  test('two imports of one file at once make every ticket once', async () => {
    const file = Array.from({ length: 2_500 }, (_, i) => row(`t${i}`, `TWIN${i % 7},U${i},Tap,new,2020-01-06 09:00,,`));
    const both = await Promise.all([bring(file), bring(file)]);
    expect(both.map(({ counts }) => counts.rejected)).toEqual([0, 0]);
    expect(both.reduce((sum, { counts }) => sum + counts.imported, 0)).toBe(2_500);
    const [found] = await stored(
      `select count(*)::int as tickets, count(distinct external_ref)::int as refs, count(distinct (estate_id, number))::int as numbers,
              count(distinct estate_id)::int as estates from ticket where external_ref ~ '^t[0-9]+$'`,
    );
    expect(found).toEqual({ tickets: 2_500, refs: 2_500, numbers: 2_500, estates: 7 });
    const series = await stored<{ ok: boolean }>(
      `select c.value = max(right(t.number, 5)::int) and c.value = count(*) as ok from ticket t
         join counter c on c.estate_id = t.estate_id and c.series = 'REPAIR-2020' where external_ref ~ '^t[0-9]+$' group by c.estate_id, c.value`,
    );
    expect(series.every(({ ok }) => ok)).toBe(true);
  });

  test('an import that breaks off keeps whole chunks, and the repetition finishes it', async () => {
    const file = Array.from({ length: 3_500 }, (_, i) => row(`b${i}`));
    async function* breaking(): AsyncGenerator<Buffer> {
      await Promise.resolve();
      yield Buffer.from([COLUMNS, ...file.slice(0, 2_300), ''].join('\n'));
      throw new Error('The disk is gone.');
    }
    const order = { companyId: story.harbour.id, mapping: mappingOf() };
    await expect(importTickets(house, { ...order, input: breaking() })).rejects.toThrow('The disk is gone.');
    expect(await stored(`select count(*)::int as n from ticket where external_ref ~ '^b[0-9]+$'`)).toEqual([
      { n: 2_000 },
    ]);
    const stop = new AbortController();
    const input = Readable.from(file.map((line, i) => Buffer.from(i === 0 ? `${COLUMNS}\n${line}\n` : `${line}\n`)));
    const stopped = await importTickets(house, {
      ...order,
      input,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(stopped).toMatchObject({ rows: 1_000, unchanged: 1_000, interrupted: true });
    expect((await bring(file)).counts).toMatchObject({ unchanged: 2_000, imported: 1_500, interrupted: false });
  });

  test('a file that is not what the mapping describes is refused before anything is written', async () => {
    const input = Readable.from([Buffer.from('id,area\n1,NEW\n')]);
    const refused = importTickets(house, { companyId: story.harbour.id, mapping: mappingOf(), input });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', facts: { path: 'subject' } });
    expect(await stored(`select 1 from estate where code = 'NEW'`)).toEqual([]);
  });
});
