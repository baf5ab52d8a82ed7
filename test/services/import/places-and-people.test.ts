import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPeopleMapping } from '../../../src/domain/import/people-mapping.js';
import { readStaffMapping } from '../../../src/domain/import/staff-mapping.js';
import { readUnitMapping } from '../../../src/domain/import/unit-mapping.js';
import { runCommand } from '../../../src/services/command/run-command.js';
import type { ImportCounts, ImportOrder, RejectedRow } from '../../../src/services/import/import-file.js';
import { importPeople } from '../../../src/services/import/import-people.js';
import { importStaff } from '../../../src/services/import/import-staff.js';
import { importUnits } from '../../../src/services/import/import-units.js';
import { endOccupancy } from '../../../src/services/people/end-occupancy.js';
import { updateCustomer } from '../../../src/services/people/update-customer.js';
import { recordUnitState } from '../../../src/services/place/record-unit-state.js';
import { principalOf, tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

interface Done {
  readonly counts: ImportCounts;
  readonly rejected: readonly (readonly [number, string])[];
}

describe('importing places and people', () => {
  let house: TestHouse;
  let story: Story;
  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());

  const stored = async (sql: string, values: unknown[] = [story.harbour.id]): Promise<Record<string, unknown>[]> =>
    (await house.database.superuser.query<Record<string, unknown>>(sql, values)).rows;
  const mapOf = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(`examples/import/${name}.map.json`, 'utf8'));
  const bring = async (run: (order: ImportOrder) => Promise<ImportCounts>, input: Readable): Promise<Done> => {
    const rejected: RejectedRow[] = [];
    const counts = await run({
      companyId: story.harbour.id,
      input,
      onRejected: (found) => Promise.resolve(void rejected.push(...found)),
    });
    expect(counts.imported + counts.updated + counts.unchanged + counts.rejected).toBe(counts.rows);
    return { counts, rejected: rejected.map(({ line, rejection }) => [line, rejection.code]) };
  };
  const text = (...lines: string[]): Readable => Readable.from([Buffer.from(lines.join('\n'))]);
  const fixture = (name: string): Readable => createReadStream(`test/fixtures/${name}`);
  const units = async (input: Readable): Promise<Done> => {
    const mapping = readUnitMapping(await mapOf('units'));
    return bring((order) => importUnits(house, { ...order, mapping }), input);
  };
  const people = async (input: Readable): Promise<Done> => {
    const mapping = readPeopleMapping(await mapOf('people'));
    return bring((order) => importPeople(house, { ...order, mapping }), input);
  };
  const staff = async (input: Readable): Promise<Done> => {
    const mapping = readStaffMapping(await mapOf('staff'));
    return bring((order) => importStaff(house, { ...order, mapping }), input);
  };
  const admin = () => principalOf(house, story.harbour.staff['COMPANY_ADMIN']!);
  const UNIT_HEAD = '房屋编号,项目编码,项目名称,楼栋,房号,房屋性质,计费面积,房屋状态,状态日期';
  const PEOPLE_HEAD = '客户编号,房屋编号,项目编码,楼栋,房号,客户名称,联系电话,客户类型,身份,入住日期,迁出日期';

  test('D-28 · units come from a GB18030 file with title, full-width digits and separators; again nothing changes', async () => {
    const first = await units(fixture('units.gb18030.csv'));
    expect(first.counts).toMatchObject({ rows: 8, imported: 4, rejected: 4, created: { estates: 2, buildings: 2 } });
    expect(first.rejected).toEqual([
      [8, 'UNREADABLE_NUMBER'],
      [9, 'UNREADABLE_DATE'],
      [10, 'NO_ESTATE'],
      [11, 'NO_ESTATE'],
    ]);
    const rows = await stored(
      `select e.code as estate, e.name, b.code as building, u.code, u.use, u.charge_area_milli as area, s.state, s.from_day::text as "from"
         from unit u join building b on b.id = u.building_id join estate e on e.id = u.estate_id
         left join unit_state s on s.unit_id = u.id
        where u.company_id = $1 and e.code like 'H0%' order by 1, 4`,
    );
    expect(rows).toEqual([
      {
        estate: 'H01',
        name: '海湾花园',
        building: '1栋',
        code: '101',
        use: 'RESIDENTIAL',
        area: 88_500,
        state: 'OWNER_OCCUPIED',
        from: '2020-03-01',
      },
      {
        estate: 'H01',
        name: '海湾花园',
        building: '1栋',
        code: '102',
        use: 'RESIDENTIAL',
        area: 1_088_500,
        state: 'LET',
        from: '2021-04-05',
      },
      {
        estate: 'H01',
        name: '海湾花园',
        building: '1栋',
        code: '103',
        use: 'SHOP',
        area: 120_000,
        state: 'VACANT',
        from: '2022-05-06',
      },
      {
        estate: 'H02',
        name: '江畔小区',
        building: '2栋',
        code: '201',
        use: 'PARKING',
        area: null,
        state: 'NOT_TAKEN_OVER',
        from: '2023-01-01',
      },
    ]);
    const again = await units(fixture('units.gb18030.csv'));
    expect(again.counts).toMatchObject({
      imported: 0,
      updated: 0,
      unchanged: 4,
      rejected: 4,
      created: { estates: 0, buildings: 0 },
    });
    const events = await stored(
      `select facts from event where company_id = $1 and type = 'place.UNITS_IMPORTED' order by seq`,
    );
    expect(events.map(({ facts }) => facts)).toEqual([
      { source: 'old-property-system', imported: 3, updated: 0 },
      { source: 'old-property-system', imported: 1, updated: 0 },
    ]);
  });

  test('the same reference is the same unit, also under another room number; what is recorded here stands', async () => {
    const line = (reference: string, room: string, state: string): string =>
      `${reference},H01,海湾花园,1栋,${room},住宅,100,${state},2022-05-06`;
    expect((await units(text('标题', UNIT_HEAD, line('F0003', '103A', '出租')))).counts.updated).toBe(1);
    const of = async (code: string) =>
      stored(
        `select u.id, u.charge_area_milli as area, s.state from unit u join unit_state s on s.unit_id = u.id
          where u.company_id = $1 and u.code = $2`,
        [story.harbour.id, code],
      );
    const [unit] = await of('103A');
    expect(unit).toMatchObject({ area: 100_000, state: 'LET' });
    expect(await of('103')).toEqual([expect.objectContaining({ state: 'OWNER_OCCUPIED' }), expect.anything()]);
    await runCommand(house, await admin(), recordUnitState, {
      ...({ unitId: String(unit?.['id']), state: 'VACANT', fromDay: '2022-05-06' } as const),
    });
    await units(text('标题', UNIT_HEAD, line('F0003', '103A', '自住')));
    expect((await of('103A'))[0]).toMatchObject({ state: 'VACANT' });
    const taken = await units(text('标题', UNIT_HEAD, line('F0003', '101', '自住'), line('F0009', '101', '自住')));
    expect(taken.rejected).toEqual([[3, 'CODE_TAKEN']]);
    expect(taken.counts.updated).toBe(1);
  });

  test('D-05 · a file may say when the developer delivered a unit; what another does not say stays', async () => {
    const map = (await mapOf('units')) as { readonly state: { readonly from: unknown } };
    const mapping = readUnitMapping({ ...map, delivered: map.state.from });
    const line = (use: string): string => `F0011,H01,海湾花园,1栋,111,${use},100,空置,2021-03-04`;
    await bring((order) => importUnits(house, { ...order, mapping }), text('标题', UNIT_HEAD, line('住宅')));
    await units(text('标题', UNIT_HEAD, line('商铺')));
    expect(
      await stored(`select use, delivered_on::text as day from unit where company_id = $1 and code = $2`, [
        story.harbour.id,
        '111',
      ]),
    ).toEqual([{ use: 'SHOP', day: '2021-03-04' }]);
  });

  test('D-30 · people come with what they hold; one reference is one customer, and wrong rows say why', async () => {
    const first = await people(fixture('people.utf8-bom.csv'));
    expect(first.counts).toMatchObject({ rows: 7, imported: 3, rejected: 4, created: { customers: 2 } });
    expect(first.rejected).toEqual([
      [6, 'DAMAGED_NUMBER'],
      [7, 'UNKNOWN_VALUE'],
      [8, 'IMPOSSIBLE_PERIOD'],
      [9, 'UNKNOWN_UNIT'],
    ]);
    const rows = await stored(
      `select c.name, c.phone, c.kind, u.code, o.capacity, o.from_day::text as "from", o.until_day::text as until
         from occupancy o join customer c on c.id = o.customer_id join unit u on u.id = o.unit_id join estate e on e.id = o.estate_id
        where o.company_id = $1 and e.code = 'H01' order by c.name desc, u.code`,
    );
    expect(rows).toEqual([
      {
        name: '王小明',
        phone: '13800011111',
        kind: 'PERSON',
        code: '101',
        capacity: 'OWNER',
        from: '2020-03-01',
        until: null,
      },
      {
        name: '王小明',
        phone: '13800011111',
        kind: 'PERSON',
        code: '102',
        capacity: 'OWNER',
        from: '2020-03-01',
        until: null,
      },
      {
        name: '海湾贸易有限公司',
        phone: '021-55550000',
        kind: 'FIRM',
        code: '102',
        capacity: 'TENANT',
        from: '2021-04-05',
        until: '2026-04-05',
      },
    ]);
    expect((await people(fixture('people.utf8-bom.csv'))).counts).toMatchObject({ unchanged: 3, rejected: 4 });
    const events = await stored(
      `select facts::text as facts from event where company_id = $1 and type like 'identity.OCC%'`,
    );
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toMatch(/王|138/);
  });

  test('D-30 · an import changes days only, never whose an occupancy is, and no work that was done here', async () => {
    const line = (customer: string, unit: string, room: string, name: string, from: string, until = ''): string =>
      `${customer},${unit},H01,1栋,${room},${name},13800011111,个人,业主,${from},${until}`;
    const one = (...lines: string[]) => people(text('标题', PEOPLE_HEAD, ...lines));
    expect((await one(line('K001', 'F0001', '101', '王小明', '2020-04-01'))).counts.updated).toBe(1);
    expect((await one(line('K001', 'F0001', '102', '王小明', '2020-04-01'))).rejected).toEqual([
      [3, 'OTHER_OCCUPANCY'],
    ]);
    expect((await one(line('K001', 'F0001B', '101', '王小明', '2021-01-01'))).rejected).toEqual([
      [3, 'OCCUPANCY_OVERLAPS'],
    ]);
    expect(
      (
        await one(
          line('K010', 'F0001', '101', '孙八', '2019-01-01', '2020-01-01'),
          line('K010', 'F0002', '102', '孙九', '2019-01-01', '2020-01-01'),
        )
      ).rejected,
    ).toEqual([[4, 'DUPLICATE_IN_FILE']]);
    const [row] = await stored(
      `select o.id, o.customer_id as customer from occupancy o join unit u on u.id = o.unit_id join customer c on c.id = o.customer_id
        where o.company_id = $1 and u.code = '101' and c.name = '王小明'`,
    );
    const principal = await admin();
    await runCommand(house, principal, endOccupancy, { occupancyId: String(row?.['id']), untilDay: '2026-01-01' });
    expect((await one(line('K001', 'F0001', '101', '王小明', '2020-05-01'))).rejected).toEqual([[3, 'WORKED_ON_HERE']]);
    await runCommand(house, principal, updateCustomer, {
      ...{ customerId: String(row?.['customer']), expectedVersion: 1, phone: '13866666666' },
    });
    expect((await one(line('K001', 'F0002', '102', '王大明', '2020-03-01'))).rejected).toEqual([[3, 'WORKED_ON_HERE']]);
  });

  test('D-11 · staff come with department, posts and a login that waits for its password', async () => {
    const first = await staff(fixture('staff.gb18030.csv'));
    expect(first.counts).toMatchObject({ rows: 6, imported: 3, rejected: 3, created: { departments: 3, logins: 3 } });
    expect(first.rejected).toEqual([
      [5, 'LOGIN_TAKEN'],
      [6, 'UNKNOWN_VALUE'],
      [7, 'UNKNOWN_ESTATE'],
    ]);
    const rows = await stored(
      `select s.display_name as name, s.phone, e.code as estate, d.code as department, a.login,
              array(select r.role || coalesce('@' || f.code, '') from role_assignment r left join estate f on f.id = r.estate_id
                     where r.staff_id = s.id order by 1) as roles
         from staff s left join estate e on e.id = s.estate_id left join department d on d.id = s.department_id
         left join account a on a.staff_id = s.id
        where s.company_id = $1 and s.phone like '137%' order by s.phone`,
    );
    expect(rows).toEqual([
      {
        name: '陈静',
        phone: '13700001111',
        estate: 'H01',
        department: 'KF',
        login: 'chen.jing',
        roles: ['FRONT_DESK@H01', 'STEWARD@H01'],
      },
      {
        name: '周强',
        phone: '13700002222',
        estate: 'H01',
        department: 'GC',
        login: 'zhou.qiang',
        roles: ['TECHNICIAN@H01'],
      },
      {
        name: '吴敏',
        phone: '13700003333',
        estate: null,
        department: 'PZ',
        login: 'wu.min',
        roles: ['QUALITY_OFFICER'],
      },
    ]);
    expect((await staff(fixture('staff.gb18030.csv'))).counts).toMatchObject({ unchanged: 3, rejected: 3 });
    const moved = await staff(
      text(
        '工号,项目编码,姓名,手机,账号,部门编码,部门名称,岗位',
        'S002,H02,周强,13700002222,zhou.qiang,GC,工程部,维修工、工程主管',
      ),
    );
    expect(moved.counts).toMatchObject({ updated: 1, created: { departments: 1, logins: 0 } });
  });

  test('two imports at once make everything once; another company’s places do not exist', async () => {
    const file = [
      `标题`,
      UNIT_HEAD,
      ...Array.from({ length: 20 }, (_, i) => `G${i},H03,新苑,3栋,${300 + i},住宅,90,自住,2020-01-01`),
    ];
    const [a, b] = await Promise.all([units(text(...file)), units(text(...file))]);
    expect(a.counts.imported + b.counts.imported).toBe(20);
    expect(a.counts.unchanged + b.counts.unchanged).toBe(20);
    const mapping = readPeopleMapping(await mapOf('people'));
    const counts = await importPeople(house, {
      companyId: story.cedar.id,
      mapping,
      input: fixture('people.utf8-bom.csv'),
    });
    expect(counts.reasons).toMatchObject({ UNKNOWN_ESTATE: 4 });
  });
});
