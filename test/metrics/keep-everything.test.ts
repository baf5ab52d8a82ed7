import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { inTransaction } from '../../src/metrics/in-transaction.js';
import { keepUnseen } from '../../src/metrics/keep-metrics.js';
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

  test('R-MET-04 · may take longer than a command: the books of an estate are one subject, of any number of lines', async () => {
    const { id, e01 } = story.harbour;
    const { superuser } = house.database;
    const blocker = new pg.Client({ connectionString: house.database.superuserUrl });
    await blocker.connect();
    try {
      await blocker.query('begin');
      await blocker.query('lock table metric_journal in access exclusive mode');
      const kept = inTransaction(house.pool, id, async ({ execute }) => {
        await execute(`set local statement_timeout = '50ms'`, []);
        return keepUnseen(execute, id, { subject: 'books', ids: [e01.id] }, new Date());
      });
      kept.catch(() => undefined);
      const long = `select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and now() - query_start > interval '100 ms'`;
      while ((await superuser.query(long)).rows.length === 0);
      await blocker.query('rollback');
      expect(await kept).toBe(0);
    } finally {
      await blocker.end();
    }
  });
});
