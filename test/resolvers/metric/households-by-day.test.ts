import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { countHouseholds, type UnitWithStates } from '../../../src/domain/place/household.js';
import { UNIT_STATES } from '../../../src/domain/place/unit-state.js';
import { UNIT_USES } from '../../../src/domain/place/unit-use.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const DAYS = ['2026-01-05', '2026-02-01', '2026-02-10', '2026-05-20', '2026-08-01', '2027-01-01'] as const;

/** Something that is written about some units in one statement. */
const change = fc.oneof(
  fc.record({
    kind: fc.constant('STATE' as const),
    units: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
    day: fc.constantFrom(...DAYS),
    state: fc.constantFrom(...UNIT_STATES),
  }),
  fc.record({
    kind: fc.constant('MOVED' as const),
    units: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
    day: fc.constantFrom(...DAYS),
    to: fc.constantFrom(...DAYS),
  }),
  fc.record({
    kind: fc.constant('GONE' as const),
    units: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
    day: fc.constantFrom(...DAYS),
  }),
  fc.record({
    kind: fc.constant('USE' as const),
    units: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
    use: fc.constantFrom(...UNIT_USES),
  }),
);

describe('how many households are occupied', () => {
  let house: TestHouse;
  let story: Story;
  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());

  const sql = async <R extends object>(text: string, values: unknown[]): Promise<R[]> =>
    (await house.database.superuser.query<R>(text, values)).rows;
  const own = () => [story.harbour.id, story.harbour.e01.id];

  async function write(one: typeof change extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
    const ids = one.units.map((n) => story.harbour.e01.units[n]!.id);
    if (one.kind === 'STATE')
      await sql(
        `insert into unit_state (company_id, unit_id, from_day, estate_id, state) select $1, id, $4, $2, $5 from unnest($3::uuid[]) id
             on conflict (company_id, unit_id, from_day) do update set state = excluded.state`,
        [...own(), ids, one.day, one.state],
      );
    else if (one.kind === 'MOVED')
      await sql(
        `update unit_state s set from_day = $5 where company_id = $1 and estate_id = $2 and unit_id = any($3::uuid[]) and from_day = $4
            and not exists (select from unit_state o where o.company_id = $1 and o.unit_id = s.unit_id and o.from_day = $5)`,
        [...own(), ids, one.day, one.to],
      );
    else if (one.kind === 'GONE')
      await sql(
        'delete from unit_state where company_id = $1 and estate_id = $2 and unit_id = any($3::uuid[]) and from_day = $4',
        [...own(), ids, one.day],
      );
    else
      await sql('update unit set use = $4 where company_id = $1 and estate_id = $2 and id = any($3::uuid[])', [
        ...own(),
        ids,
        one.use,
      ]);
  }

  const kept = async (day: string): Promise<number> => {
    const [row] = await sql<{ n: number }>(
      'select coalesce(sum(occupied), 0)::int as n from household_change where company_id = $1 and estate_id = $2 and day <= $3',
      [...own(), day],
    );
    return row?.n ?? 0;
  };
  const units = (): Promise<UnitWithStates[]> =>
    sql<UnitWithStates>(
      `select u.use, coalesce(json_agg(json_build_object('fromDay', s.from_day, 'state', s.state)) filter (where s.state is not null), '[]') as states
         from unit u left join unit_state s on s.company_id = u.company_id and s.unit_id = u.id
        where u.company_id = $1 and u.estate_id = $2 group by u.id, u.use`,
      own(),
    );

  test('D-28, Q-32 · it is kept with every state and use that is written, in whatever order: on any day what the units themselves say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const one of changes) await write(one);
        const found = await units();
        for (const day of ['2025-01-01', ...DAYS, '2028-01-01'])
          expect({ day, n: await kept(day) }).toEqual({ day, n: countHouseholds(found, day).occupied });
      }),
      { numRuns: 40 },
    );
  });

  test('who writes states of one estate at the same time leaves the count of both', async () => {
    const first = house.database.superuser;
    const second = new pg.Client({ connectionString: house.database.superuserUrl });
    await second.connect();
    const [unit] = story.harbour.e01.units;
    const into = 'insert into unit_state (company_id, unit_id, from_day, estate_id, state) values ($1, $3, $4, $2, $5)';
    await first.query('begin');
    await first.query(into, [...own(), unit.id, '2030-01-01', 'VACANT']);
    const other = second.query(into, [...own(), unit.id, '2030-06-01', 'LET']);
    await first.query('commit');
    await other;
    await second.end();
    const found = await units();
    for (const day of ['2030-01-01', '2030-06-01']) expect(await kept(day)).toBe(countHouseholds(found, day).occupied);
  });

  test('nobody but the database writes it', async () => {
    const { rows } = await house.database.superuser.query<{ may: boolean }>(
      `select has_table_privilege('guanjia_api', 'household_change', 'insert, update, delete') as may`,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
