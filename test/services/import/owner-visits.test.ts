import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPeopleMapping } from '../../../src/domain/import/people-mapping.js';
import { readUnitMapping } from '../../../src/domain/import/unit-mapping.js';
import { readVisitMapping } from '../../../src/domain/import/visit-mapping.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import type { ImportCounts, ImportOrder, RejectedRow } from '../../../src/services/import/import-file.js';
import { importPeople } from '../../../src/services/import/import-people.js';
import { importUnits } from '../../../src/services/import/import-units.js';
import { importVisits } from '../../../src/services/import/import-visits.js';
import { drawVisits } from '../../../src/services/owner-visit/draw-visits.js';
import { giveVisitFeedback } from '../../../src/services/owner-visit/give-visit-feedback.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { principalOf, tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

interface Done {
  readonly counts: ImportCounts;
  readonly rejected: readonly (readonly [number, string])[];
}
const NOW = new Date('2026-09-15T02:00:00Z');
const UNITS = '房屋编号,项目编码,项目名称,楼栋,房号,房屋性质,计费面积,房屋状态,状态日期';
const PEOPLE = '客户编号,房屋编号,项目编码,楼栋,房号,客户名称,联系电话,客户类型,身份,入住日期,迁出日期';
const VISITS = '访问编号,项目编码,楼栋,房号,客户编号,访问人账号,访问时间,访问方式,签名,满意度,访问内容,类别,主题';

describe('importing visits to households', () => {
  let house: TestHouse;
  let story: Story;
  let now = NOW;
  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(now) } });
    story = await tellStory(house.database);
    const units = readUnitMapping(await mapOf('units'));
    await bring(
      (order) => importUnits(house, { ...order, mapping: units }),
      'title',
      UNITS,
      ...[1, 2, 3, 4].map((i) => `U${i},E01,E01,9栋,90${i},住宅,80,自住,2020-01-01`),
    );
    const people = readPeopleMapping(await mapOf('people'));
    await bring(
      (order) => importPeople(house, { ...order, mapping: people }),
      'title',
      PEOPLE,
      'C1,U1,E01,9栋,901,张三,13700000001,个人,业主,2020-01-01,',
    );
  });
  afterAll(() => house.close());

  const mapOf = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(`examples/import/${name}.map.json`, 'utf8'));
  const bring = async (run: (order: ImportOrder) => Promise<ImportCounts>, ...lines: string[]): Promise<Done> => {
    const rejected: RejectedRow[] = [];
    const counts = await run({
      companyId: story.harbour.id,
      input: Readable.from([Buffer.from(lines.join('\n'))]),
      onRejected: (found) => Promise.resolve(void rejected.push(...found)),
    });
    return { counts, rejected: rejected.map(({ line, rejection }) => [line, rejection.code]) };
  };
  const visits = async (...lines: string[]): Promise<Done> => {
    const mapping = readVisitMapping(await mapOf('owner-visits'));
    return bring((order) => importVisits(house, { ...order, mapping }), '走访登记', VISITS, ...lines);
  };
  const stored = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await house.database.superuser.query<Record<string, unknown>>(sql, [story.harbour.id])).rows;

  const login = (): string => story.harbour.e01.staff['STEWARD']!.login.split('@')[0]!;
  const first = (text = '希望加装座椅'): string =>
    `V1,E01,9栋,901,C1,${login()},2026-03-04 10:30,上门,已签,满意,${text},需求,绿化`;

  test('R-VIS-15, D-03, D-30 · a file of visits comes in as history, silently, with what was said; what cannot be read is named with its line and reason', async () => {
    const rows = [
      first(),
      'V2,E01,9栋,902,,,2026/3/5 21:40,电话,拒签,,,,',
      'V3,E01,9栋,999,,,2026-03-05 10:00,上门,,,,,',
      'V4,E01,9栋,901,C9,,2026-03-05 10:00,上门,,,,,',
      'V5,E01,9栋,901,,nobody,2026-03-05 10:00,上门,,,,,',
      'V6,E01,9栋,901,,,,上门,,,,,',
      'V7,E01,9栋,901,,,2027-03-05 10:00,上门,,,,,',
      'V8,E01,9栋,901,,,2026-03-05 10:00,上门,,极好,,,',
      'V9,E01,9栋,,,,2026-03-05 10:00,上门,,,,,',
      'V10,E01,9栋,901,,,5 March,上门,,,,,',
    ];
    const { counts, rejected } = await visits(...rows);
    expect(counts).toMatchObject({ rows: 10, imported: 2, updated: 0, unchanged: 0, rejected: 8 });
    expect(rejected).toEqual([
      ...[
        [5, 'UNKNOWN_UNIT'],
        [6, 'UNKNOWN_CUSTOMER'],
        [7, 'UNKNOWN_STAFF'],
        [8, 'NO_VISIT_TIME'],
        [9, 'IMPOSSIBLE_TIME'],
      ],
      ...[
        [10, 'UNKNOWN_VALUE'],
        [11, 'NO_UNIT'],
        [12, 'UNREADABLE_TIME'],
      ],
    ]);
    const found = await stored(
      `select u.code, v.stage, v.mode, v.signature, v.satisfaction, v.sampled, v.counts, v.in_quiet_hours as quiet, v.visited_at as at,
              v.visitor_id as visitor, o.id is not null as held, i.text, i.kind, i.topic, i.route
         from owner_visit v join unit u on u.id = v.unit_id left join visit_item i on i.visit_id = v.id
         left join occupancy o on o.id = v.occupancy_id and o.customer_id = v.customer_id
        where v.company_id = $1 order by 1`,
    );
    const past = { stage: 'REVIEWED', sampled: false, counts: false };
    expect(found).toEqual([
      {
        ...{
          ...past,
          code: '901',
          mode: 'HOME',
          signature: 'SIGNED',
          satisfaction: 'SATISFIED',
          quiet: false,
          held: true,
        },
        ...{ at: new Date('2026-03-04T02:30:00Z'), visitor: story.harbour.e01.staff['STEWARD']!.subjectId },
        ...{ text: '希望加装座椅', kind: 'NEED', topic: 'LANDSCAPING', route: 'NOTED' },
      },
      {
        ...{
          ...past,
          code: '902',
          mode: 'TELEPHONE',
          signature: 'REFUSED',
          satisfaction: null,
          quiet: true,
          held: false,
        },
        ...{ at: new Date('2026-03-05T13:40:00Z'), visitor: null, text: null, kind: null, topic: null, route: null },
      },
    ]);
    const events = await stored(
      `select type, facts from event where company_id = $1 and type like 'visit.%' order by seq`,
    );
    expect(events).toEqual([
      { type: 'visit.VISITS_IMPORTED', facts: { source: 'old-property-system', imported: 2, updated: 0 } },
    ]);
    expect(await stored(`select 1 from obligation where company_id = $1 and subject_kind = 'OWNER_VISIT'`)).toEqual([]);
  });

  test('the same file changes nothing; what it says otherwise is changed; what somebody has worked on here stays', async () => {
    expect((await visits(first())).counts).toMatchObject({ imported: 0, updated: 0, unchanged: 1, rejected: 0 });
    expect((await visits(first('希望加装路灯'))).counts).toMatchObject({ updated: 1 });
    const items = await stored(`select id, text from visit_item where company_id = $1`);
    expect(items).toMatchObject([{ text: '希望加装路灯' }]);
    const steward = await principalOf(house, story.harbour.e01.staff['STEWARD']!);
    await runCommand(house, steward, giveVisitFeedback, {
      ...{ itemId: String(items[0]!['id']), inPerson: true, text: '已报价' },
    });
    const { counts, rejected } = await visits(first('希望加装滑梯'));
    expect([counts.updated, rejected]).toEqual([0, [[3, 'WORKED_ON_HERE']]]);
  });

  test('M-VIS-04, R-VIS-15 · visits from a file are figures at once, known since they took place', async () => {
    expect(
      await stored(
        `select count(*)::int as visits, bool_and(recorded_at < '2026-09-15') as since from metric_fresh where company_id = $1 and metric = 'VISITS_MADE'`,
      ),
    ).toMatchObject([{ visits: expect.any(Number), since: true }]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
  });

  test('R-VIS-09 · what took place before the first draw keeps nobody from being drawn, but whoever was visited this month is not drawn this month', async () => {
    expect((await visits('V20,E01,9栋,903,,,2026-09-10 10:00,上门,,,,,')).counts).toMatchObject({ imported: 1 });
    const supervisor = await principalOf(house, story.harbour.e01.staff['SERVICE_SUPERVISOR']!);
    await runCommand(house, supervisor, drawVisits, { estateId: story.harbour.e01.id });
    expect(
      await stored(`select number, ended_at is null as open from visit_cycle where company_id = $1 order by 1`),
    ).toEqual([
      { number: 0, open: false },
      { number: 1, open: true },
    ]);
    const drawn = await stored(
      `select u.code from owner_visit v join unit u on u.id = v.unit_id where v.company_id = $1 and v.sampled and u.code like '90%' order by 1`,
    );
    expect(drawn).toEqual([{ code: '901' }, { code: '902' }, { code: '904' }]);
  });

  test('R-VIS-09, Q-35 · a file of visits from within a cycle counts in it: nobody of it is drawn in it again, and it ends when everybody was visited', async () => {
    const supervisor = await principalOf(house, story.harbour.e01.staff['SERVICE_SUPERVISOR']!);
    const cycles = () =>
      stored(`select number, ended_at is not null as over from visit_cycle where company_id = $1 order by 1`);
    await house.database.superuser.query(`update visit_cycle set started_at = '2026-09-01T00:00:00Z' where number = 1`);
    // As if 904 had not been drawn: it was visited a fortnight ago, as a file says only now.
    await house.database.superuser.query(
      `with gone as (delete from owner_visit v using unit u where u.id = v.unit_id and u.code = '904' and v.sampled returning v.id)
       delete from obligation o using gone where o.subject_id = gone.id`,
    );
    expect((await visits('V30,E01,9栋,904,,,2026-09-02 10:00,上门,,,,,')).counts).toMatchObject({ imported: 1 });
    expect(
      await stored(
        `select c.number from owner_visit v join visit_cycle c on c.id = v.cycle_id join unit u on u.id = v.unit_id
          where v.company_id = $1 and u.code = '904'`,
      ),
    ).toEqual([{ number: 1 }]);
    now = new Date('2026-10-05T02:00:00Z');
    await runCommand(house, supervisor, drawVisits, { estateId: story.harbour.e01.id });
    expect(
      await stored(
        `select 1 from owner_visit v join unit u on u.id = v.unit_id join visit_cycle c on c.id = v.cycle_id
          where v.company_id = $1 and u.code = '904' and v.sampled and c.number = 1`,
      ),
    ).toEqual([]);
    const waiting = await stored(
      `select b.code as building, u.code from owner_visit v join unit u on u.id = v.unit_id join building b on b.id = u.building_id
        where v.company_id = $1 and v.sampled and v.visited_at is null`,
    );
    expect(await cycles()).toEqual([
      { number: 0, over: true },
      { number: 1, over: false },
    ]);
    const rows = waiting.map(
      ({ building, code }, i) => `V4${i},E01,${String(building)},${String(code)},,,2026-10-04 10:00,上门,,,,,`,
    );
    expect((await visits(...rows)).counts).toMatchObject({ imported: rows.length, rejected: 0 });
    now = new Date('2026-11-05T02:00:00Z');
    await runCommand(house, supervisor, drawVisits, { estateId: story.harbour.e01.id });
    expect((await cycles()).slice(1)).toEqual([
      { number: 1, over: true },
      { number: 2, over: false },
    ]);
  });
});
