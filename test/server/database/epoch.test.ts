import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openHouse } from '../../../src/server/house.js';
import { tellStory } from '../../support/story.js';
import { openTestHouse, TEST_SECRET, type TestHouse } from '../../support/test-house.js';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await tellStory(house.database);
});
afterAll(() => house.close());

async function epochs(): Promise<number[]> {
  const { rows } = await house.database.superuser.query<{ epoch: number }>('select epoch from company_head');
  return rows.map(({ epoch }) => epoch);
}

async function startAgain(): Promise<void> {
  const { apiUrl } = house.database;
  const other = await openHouse({ apiUrl, secret: TEST_SECRET, poolSize: 2, onError: () => undefined });
  await other.close();
}

/** What a restored physical backup looks like: the rows of before, on a cluster that is not the one they name. */
const restore = (): Promise<unknown> =>
  house.database.superuser.query(
    'update company_head set epoch = 1; update cluster_identity set system_identifier = 1',
  );

test('a start on the same cluster leaves the epochs; after each restore, also of one backup, they are higher than ever', async () => {
  await startAgain();
  expect(await epochs()).toEqual([1, 1]);
  await restore();
  await startAgain();
  const [first = 0] = await epochs();
  expect(first).toBeGreaterThan(1);
  await startAgain();
  expect(await epochs()).toEqual([first, first]);
  // Epochs are told apart by the second, and no restore takes less.
  await house.database.superuser.query('select pg_sleep(1.1)');
  await restore();
  await startAgain();
  const [second = 0] = await epochs();
  expect(second).toBeGreaterThan(first);
});
