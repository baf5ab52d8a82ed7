import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readBalanceMapping } from '../../../src/domain/import/balance-mapping.js';
import type { ImportCounts, RejectedRow } from '../../../src/services/import/import-file.js';
import { importBalances } from '../../../src/services/import/import-balances.js';
import { askThrough, type Ask } from '../../support/ask.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

interface Done {
  readonly counts: ImportCounts;
  readonly rejected: readonly (readonly [number, string])[];
}
const NOW = new Date('2026-07-15T02:00:00Z');
const HEAD = '编号,项目编码,楼栋,房号,类型,收费项目,金额,账期,应缴日期';

describe('importing opening balances', () => {
  let house: TestHouse;
  let story: Story;
  let ask: Ask;
  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => new Date(NOW) } });
    story = await tellStory(house.database);
    ask = await askThrough(house);
  });
  afterAll(() => house.close());

  const bring = async (...lines: string[]): Promise<Done> => {
    const rejected: RejectedRow[] = [];
    const mapping = readBalanceMapping(JSON.parse(await readFile('examples/import/balances.map.json', 'utf8')));
    const counts = await importBalances(house, {
      companyId: story.harbour.id,
      mapping,
      input: Readable.from([Buffer.from([HEAD, ...lines].join('\n'))]),
      onRejected: (found) => Promise.resolve(void rejected.push(...found)),
    });
    return { counts, rejected: rejected.map(({ line, rejection }) => [line, rejection.code]) };
  };
  const unit = (at: number) => story.harbour.e01.units[at]!.code;
  const rows = () => [
    `O1,E01,B1,${unit(0)},欠费,物业费,"1,200.50",2025-11-01,2025-11-30`,
    `O2,E01,B1,${unit(0)},欠费,水费,30,2026-05-17,`,
    `O3,E01,B1,${unit(1)},预存,,500,,`,
  ];

  test('R-FEE-01, R-FEE-11, Q-31 · what was owed and paid ahead stands on the accounts from the day on which the books begin', async () => {
    const done = await bring(
      ...rows(),
      `O4,E01,B1,${unit(0)},欠费,物业费,0,2025-11-01,`,
      `O5,E01,B1,${unit(0)},欠费,物业费,-5,2025-11-01,`,
      `O6,E01,B1,${unit(0)},欠费,物业费,1.005,2025-11-01,`,
      `O7,E01,B1,${unit(0)},欠费,物业费,5,2026-08-01,`,
      `O8,E01,B1,999,欠费,物业费,5,2025-11-01,`,
      `O9,E77,B1,${unit(0)},欠费,物业费,5,2025-11-01,`,
      `O10,E01,B1,${unit(2)},欠费,物业费,5,2025-11-01,`,
      `O11,E01,B1,${unit(0)},退款,物业费,5,2025-11-01,`,
      `O12,E01,B1,${unit(0)},欠费,物业费,5,2025-02-30,`,
    );
    expect(done.counts).toMatchObject({ rows: 12, imported: 3, rejected: 9 });
    expect(done.rejected).toEqual([
      [5, 'UNREADABLE_NUMBER'],
      [6, 'UNREADABLE_NUMBER'],
      [7, 'UNREADABLE_NUMBER'],
      [8, 'IMPOSSIBLE_TIME'],
      [9, 'UNKNOWN_UNIT'],
      [10, 'UNKNOWN_ESTATE'],
      [11, 'UNKNOWN_CUSTOMER'],
      [12, 'UNKNOWN_VALUE'],
      [13, 'UNREADABLE_DATE'],
    ]);
    const accountant = story.harbour.e01.staff['ACCOUNTANT']!;
    const balances = async (id: string, on: string | null = null) =>
      (
        await ask(
          accountant,
          `query ($id: ID!, $on: LocalDate) { customer(id: $id) { balances(on: $on) { owed { amount } overdue { amount } prepaid { amount } } } }`,
          { id, on },
        )
      ).data.customer.balances as unknown;
    const { resident, next } = story.harbour.e01;
    expect(await balances(resident.subjectId)).toEqual([
      { owed: { amount: '1230.50' }, overdue: { amount: '1230.50' }, prepaid: { amount: '0.00' } },
    ]);
    expect(await balances(resident.subjectId, '2026-06-29')).toEqual([]);
    expect(await balances(next.subjectId)).toMatchObject([{ prepaid: { amount: '500.00' } }]);
    const { data } = await ask(
      accountant,
      `query ($id: ID!) { charges(filter: { payerId: $id }) { nodes { source kind fromDay untilDay dueDay bookedDay recordedBy { id } } } }`,
      { id: resident.subjectId },
    );
    expect(data.charges.nodes).toEqual(
      expect.arrayContaining([
        {
          ...{ source: 'OPENING', kind: 'WATER', fromDay: '2026-05-01', untilDay: '2026-06-01', dueDay: '2026-05-31' },
          ...{ bookedDay: '2026-06-30', recordedBy: null },
        },
      ]),
    );
  });

  test('R-FEE-11 · the same file again changes nothing; another sum under a reference is refused', async () => {
    expect((await bring(...rows())).counts).toMatchObject({ rows: 3, unchanged: 3, imported: 0 });
    const other = await bring(rows()[0]!.replace('200.50', '200.51'));
    expect(other).toMatchObject({ counts: { rejected: 1 }, rejected: [[2, 'WORKED_ON_HERE']] });
    const { rows: counted } = await house.database.superuser.query<{ n: number }>(
      `select (select count(*) from charge)::int + (select count(*) from payment)::int as n`,
    );
    expect(counted[0]!.n).toBe(3);
  });
});
