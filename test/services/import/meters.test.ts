import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readMeterMapping } from '../../../src/domain/import/meter-mapping.js';
import type { ImportCounts, RejectedRow } from '../../../src/services/import/import-file.js';
import { importMeters } from '../../../src/services/import/import-meters.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

interface Done {
  readonly counts: ImportCounts;
  readonly rejected: readonly (readonly [number, string])[];
}
const HEAD = '编号,项目编码,楼栋,房号,表类型,表号,位数,倍率,付费方式,底数,启用日期';

describe('importing meters', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date('2026-07-15T02:00:00Z') } });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const bring = async (...lines: string[]): Promise<Done> => {
    const rejected: RejectedRow[] = [];
    const mapping = readMeterMapping(JSON.parse(await readFile('examples/import/meters.map.json', 'utf8')));
    const counts = await importMeters(house, {
      companyId: story.harbour.id,
      mapping,
      input: Readable.from([Buffer.from([HEAD, ...lines].join('\n'))]),
      onRejected: (found) => Promise.resolve(void rejected.push(...found)),
    });
    return { counts, rejected: rejected.map(({ line, rejection }) => [line, rejection.code]) };
  };
  const rows = [
    'M1,E01,B1,101,水表,w-101,5,,,"1,234.5",2026-06-30',
    'M2,E01,B1,102,电表,e-102,6,40,预付费,0,2026/6/1',
    'M3,E01,B1,,电表,e-lift,6,1,,88,2026-06-30',
    'M4,E01,,,水表,w-garden,5,1,,7,2026-06-30',
  ] as const;
  const accountant = () => story.harbour.e01.staff['ACCOUNTANT']!;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what its own document selects
  const meters = async (): Promise<any[]> =>
    (
      await ask(
        accountant(),
        '{ meters(first: 20) { nodes { id serial kind digits factor prepaid baseValue installedOn version unit { code } building { code } readings { nodes { how value readOn state recordedBy { id } } } } } }',
      )
    ).data.meters.nodes;

  test('R-FEE-07, R-MIN-06 · meters of units, buildings and the estate come with what they show when counting begins; what cannot be is named with its line', async () => {
    const done = await bring(
      ...rows,
      'M5,E01,B1,101,水表,w-101,5,1,,1,2026-06-30',
      'M6,E01,B1,101,水表,w-6,2,1,,1,2026-06-30',
      'M7,E01,B1,101,水表,w-7,5,1,,100000,2026-06-30',
      'M8,E01,B1,101,水表,表八,5,1,,1,2026-06-30',
      'M9,E01,B1,101,气表,w-9,5,1,,1,2026-06-30',
      'M10,E01,B1,101,水表,w-10,5,1,,1,2026-07-16',
      'M11,E01,B1,101,水表,w-11,5,1,,1,',
      'M12,E01,B1,999,水表,w-12,5,1,,1,2026-06-30',
      'M13,E01,B9,101,水表,w-13,5,1,,1,2026-06-30',
      'M14,E77,B1,101,水表,w-14,5,1,,1,2026-06-30',
      'M15,E01,,101,水表,w-15,5,1,,1,2026-06-30',
      'M16,E01,B1,101,水表,w-16,五,1,,1,2026-06-30',
    );
    expect(done.counts).toMatchObject({ rows: 16, imported: 4, rejected: 12 });
    expect(done.rejected).toEqual([
      [6, 'CODE_TAKEN'],
      [7, 'UNREADABLE_NUMBER'],
      [8, 'UNREADABLE_NUMBER'],
      [9, 'UNREADABLE_NUMBER'],
      [10, 'UNKNOWN_VALUE'],
      [11, 'IMPOSSIBLE_TIME'],
      [12, 'NO_FIRST_DAY'],
      [13, 'UNKNOWN_UNIT'],
      [14, 'UNKNOWN_BUILDING'],
      [15, 'UNKNOWN_ESTATE'],
      [16, 'NO_BUILDING'],
      [17, 'UNREADABLE_NUMBER'],
    ]);
    const found = await meters();
    expect(found.map(({ serial }) => serial)).toEqual(['W-101', 'E-102', 'E-LIFT', 'W-GARDEN']);
    expect(found).toMatchObject([
      {
        ...{ kind: 'WATER', digits: 5, factor: 1, prepaid: false, baseValue: '1234.5', installedOn: '2026-06-30' },
        ...{ unit: { code: '101' }, building: null },
        readings: {
          nodes: [{ how: 'INSTALLED', value: '1234.5', readOn: '2026-06-30', state: 'ACCEPTED', recordedBy: null }],
        },
      },
      { kind: 'ELECTRICITY', factor: 40, prepaid: true, unit: { code: '102' } },
      { unit: null, building: { code: 'B1' } },
      { unit: null, building: null },
    ]);
  });

  test('R-FEE-07 · the same file again changes nothing; a corrected row changes its meter until somebody has read it', async () => {
    expect((await bring(...rows)).counts).toMatchObject({ rows: 4, unchanged: 4 });
    expect((await bring(rows[0].replace('1,234.5', '1,235'))).counts).toMatchObject({ rows: 1, updated: 1 });
    const [first] = await meters();
    expect(first).toMatchObject({ baseValue: '1235', version: 2, readings: { nodes: [{ value: '1235' }] } });
    const { refusals } = await ask(
      accountant(),
      'mutation ($input: RecordMeterReadingInput!) { recordMeterReading(input: $input) { cursor } }',
      { input: { meterId: first.id, value: '1240' } },
    );
    expect(refusals).toEqual([]);
    expect((await bring(rows[0])).rejected).toEqual([[2, 'WORKED_ON_HERE']]);
    expect((await bring(rows[1].replace('E01', 'E02'))).rejected).toEqual([[2, 'OTHER_ESTATE']]);
    const { rows: told } = await house.database.superuser.query<{ n: number }>(
      `select count(*)::int as n from event where type = 'meter.METERS_IMPORTED' and facts->>'imported' = '4'`,
    );
    expect(told[0]).toEqual({ n: 1 });
  });
});
