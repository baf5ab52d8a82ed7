import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inTransaction } from '../../src/metrics/in-transaction.js';
import { keepEverything } from '../../src/metrics/rebuild-metrics.js';
import { verifyMetrics } from '../../src/metrics/verify/verify-metrics.js';
import { tellStory, type Story } from '../support/story.js';
import { openTestHouse, type TestHouse } from '../support/test-house.js';

const TICKETS = 300;

describe('a company that is written in one transaction', () => {
  let house: TestHouse;
  let story: Story;

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    const { id, e01 } = story.harbour;
    await house.database.superuser.query(
      `insert into ticket (company_id, id, estate_id, unit_id, number, kind, phase, stage, urgency, version, channel, subject, visits, reported_at)
       select $1, gen_random_uuid(), $2, $3, 'W' || n, 'REPAIR', 'OPEN', 'REPORTED', 'ORDINARY', 1, 'PHONE', '-', 1, now() - n * interval '1 hour'
         from generate_series(1, $4::int) n`,
      [id, e01.id, e01.units[0].id, TICKETS],
    );
  });
  afterAll(() => house.close());

  test('R-MET-04 · has all its figures, and holds no lock for each item: a server has room for some thousand', async () => {
    const { id } = story.harbour;
    const locks = await inTransaction(house.pool, id, async ({ execute, startedAt }) => {
      await keepEverything(execute, id, await startedAt);
      const [held] = await execute<{ n: number }>(
        'select count(*)::int as n from pg_locks where pid = pg_backend_pid()',
        [],
      );
      return held?.n;
    });
    expect(locks).toBeLessThan(TICKETS);
    expect(await verifyMetrics(house.pool, id)).toEqual([]);
  });
});
