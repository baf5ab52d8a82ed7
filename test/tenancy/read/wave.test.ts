import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { MOST_PREPARED, Wave } from '../../../src/tenancy/read/wave.js';
import { wireTypes } from '../../../src/tenancy/read/wire-types.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

let house: TestHouse;
let client: pg.PoolClient;

beforeAll(async () => {
  house = await openTestHouse();
  client = await house.pool.connect();
});
afterAll(async () => {
  client.release();
  await house.close();
});

/** Sends statements as one wave. @returns rows or error of each */
async function fly(...statements: readonly (readonly [string, ...unknown[]])[]): Promise<unknown[]> {
  const wave = new Wave();
  const answers = statements.map(([text, ...values]) =>
    wave.ask(text, values).catch((error: unknown) => (error as { code: string }).code),
  );
  wave.sendBy(client);
  return Promise.all(answers);
}

const DIVIDE = 'select 6 / $1::int as found';
const DIVISION_BY_ZERO = '22012';

describe('statements that fly together', () => {
  test('each is answered with its own rows, in order, the first time and prepared', async () => {
    for (let time = 0; time < 3; time += 1)
      expect(
        await fly(
          ['select 1 as a'],
          [DIVIDE, 2],
          ['set application_name to default'],
          [DIVIDE, 3],
          ['select 2 as a, null as b'],
        ),
      ).toEqual([[{ a: 1 }], [{ found: 3 }], [], [{ found: 2 }], [{ a: 2, b: null }]]);
  });

  test('two waves in one turn share what the first prepares', async () => {
    const text = 'select $1::text as shared';
    expect(await Promise.all([fly([text, 'a']), fly([text, 'b'])])).toEqual([[[{ shared: 'a' }]], [[{ shared: 'b' }]]]);
  });

  test('behind one that fails nothing is carried out, and the connection goes on with all of them', async () => {
    const [before, behind] = ["select 'before' as place", "select 'behind' as place"] as const;
    for (let time = 0; time < 2; time += 1) {
      expect(await fly([before], [DIVIDE, 0], [behind])).toEqual([
        [{ place: 'before' }],
        DIVISION_BY_ZERO,
        DIVISION_BY_ZERO,
      ]);
      expect(await fly([behind], [DIVIDE, 1], [before])).toEqual([
        [{ place: 'behind' }],
        [{ found: 6 }],
        [{ place: 'before' }],
      ]);
    }
    expect(await fly(['select no_such_column'], ['select 3 as never'])).toEqual(['42703', '42703']);
    expect(await fly(['select 3 as never'])).toEqual([[{ never: 3 }]]);
  });

  test('one that is sent behind a failing one before its answer fails and is prepared anew', async () => {
    const text = 'select $1::int as late';
    const [first, second] = await Promise.all([fly([DIVIDE, 0], [text, 1]), fly([text, 2])]);
    expect(first).toEqual([DIVISION_BY_ZERO, DIVISION_BY_ZERO]);
    expect(second).toHaveLength(1);
    expect(await fly([text, 3])).toEqual([[{ late: 3 }]]);
  });

  test('a connection keeps a bounded number prepared, and answers beyond it what is new and what it knows', async () => {
    const texts = Array.from({ length: MOST_PREPARED + 20 }, (_, i) => [`select ${i} as number`] as const);
    const answers = texts.map((_, number) => [{ number }]);
    expect(await fly(...texts)).toEqual(answers);
    expect(await fly(...texts.toReversed())).toEqual(answers.toReversed());
    expect(await fly(['select count(*) <= $1::int as bounded from pg_prepared_statements', MOST_PREPARED])).toEqual([
      [{ bounded: true }],
    ]);
    expect(await fly(['select no_such_column'], ['select 3 as never'])).toEqual(['42703', '42703']);
    expect(await fly(['select 4 as late'])).toEqual([[{ late: 4 }]]);
  });
});

describe('values on the wire', () => {
  test('parameters arrive as what they are', async () => {
    const texts = ['', 'a', '"q"', 'back\\slash', '{x,y}', 'NULL', '张三', "it's", '\u{1f527}'];
    const instants = [
      new Date('2026-11-22T08:30:00.123Z'),
      new Date('0044-03-15T00:00:00Z'),
      new Date(-62_198_755_200_000),
    ];
    const [[row]] = (await fly([
      `select $1::text[] as texts, $2::int as number, $3::boolean as yes, $4::text as nothing, $5::jsonb ->> 'a' as json,
              array(select extract(epoch from i)::text from unnest($6::timestamptz[]) as i) as seconds`,
      [...texts, null],
      42,
      true,
      undefined,
      { a: 'b' },
      instants,
    ])) as [[Record<string, unknown>]];
    expect(row).toEqual({
      texts: [...texts, null],
      number: 42,
      yes: true,
      nothing: null,
      json: 'b',
      seconds: instants.map((instant) => (instant.getTime() / 1_000).toFixed(6)),
    });
  });

  test('instants are read like the driver reads them, whatever their form', () => {
    const read = wireTypes.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text') as unknown as (text: string) => unknown;
    const usual = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;
    for (const text of [
      '2026-11-22 08:30:00+00',
      '2026-11-22 08:30:00.1+00',
      '2026-11-22 08:30:00.12+00',
      '2026-11-22 08:30:00.123+08',
      '2026-11-22 08:30:00.1234+00',
      '2026-02-28 23:59:59.999999-11',
      '2026-01-01 00:00:00+05:30',
      '1899-12-31 23:00:00+08:05:43',
      '0099-01-01 00:00:00+00',
      '12026-11-22 08:30:00+00',
      '0044-03-15 00:00:00+00 BC',
      'infinity',
      '-infinity',
    ])
      expect([text, read(text)]).toEqual([text, usual(text)]);
  });
});
