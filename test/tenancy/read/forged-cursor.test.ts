import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { page, type SortKey } from '../../../src/tenancy/read/page.js';
import { ReadMoment } from '../../../src/tenancy/read/read-moment.js';
import { sqlFor } from '../../../src/tenancy/read/tables.js';
import { houseVariables } from '../../../src/tenancy/session-variables.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const BY_INSTANT: readonly SortKey[] = [
  { column: 'c.created_at', type: 'timestamptz' },
  { column: 'c.id', type: 'uuid' },
];
const BY_DAY: readonly SortKey[] = [
  { column: 'o.from_day', type: 'date' },
  { column: 'o.id', type: 'uuid' },
];

describe('a page cursor with a value put into it', () => {
  let house: TestHouse;
  let story: Story;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
  });
  afterAll(() => house.close());

  const pageAfter = async (keys: readonly SortKey[], after: string | null) => {
    const moment = new ReadMoment(house.pool, houseVariables(story.harbour.id), story.harbour.id);
    const customers = sqlFor.selectFrom('customer as c').select('c.id');
    const occupancies = sqlFor.selectFrom('occupancy as o').select('o.id');
    try {
      return await page(moment, keys === BY_DAY ? occupancies : customers, keys, { first: 1, after });
    } finally {
      await moment.finish();
    }
  };
  /** The first page's own cursor, with another first value. */
  const forged = async (keys: readonly SortKey[], value: unknown): Promise<string> => {
    const cursor = (await pageAfter(keys, null)).pageInfo.endCursor ?? '';
    const [signature, , ...rest] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    return Buffer.from(JSON.stringify([signature, value, ...rest])).toString('base64url');
  };

  test.each([
    [BY_INSTANT, '2026-13-01T00:00:00.000000Z'],
    [BY_INSTANT, '2026-02-30T00:00:00.000000Z'],
    [BY_INSTANT, '2026-01-01T25:00:00.000000Z'],
    [BY_INSTANT, '2026-01-01T23:60:00.000000Z'],
    [BY_INSTANT, '0000-01-01T00:00:00.000000Z'],
    [BY_INSTANT, '999999-01-01T00:00:00.000000Z'],
    [BY_INSTANT, '2026-01-01'],
    [BY_INSTANT, 5],
    [BY_DAY, '2026-02-30'],
    [BY_DAY, '0000-01-01'],
    [BY_DAY, '9999-99-99'],
  ])('is refused as the input that it is: %#', async (keys, value) => {
    await expect(pageAfter(keys, await forged(keys, value))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      facts: { path: 'after' },
    });
  });

  test.each([
    [BY_INSTANT, '0001-01-01T00:00:00.000000Z', 1],
    [BY_INSTANT, '2024-02-29T23:59:59.999999Z', 0],
    [BY_INSTANT, '12345-12-31T23:59:59.999999Z', 0],
    [BY_DAY, '0001-01-01', 1],
    [BY_DAY, '2024-02-29', 0],
  ])('is a place in the list where the value can be: %#', async (keys, value, rows) => {
    expect((await pageAfter(keys, await forged(keys, value))).nodes).toHaveLength(rows);
  });
});
