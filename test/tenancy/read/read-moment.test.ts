import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type pg from 'pg';
import { ReadMoment } from '../../../src/tenancy/read/read-moment.js';
import { sqlFor } from '../../../src/tenancy/read/tables.js';
import { houseVariables } from '../../../src/tenancy/session-variables.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';
import { tellStory, type Story } from '../../support/story.js';

let house: TestHouse;
let story: Story;
/** The one connection that moments get here, and what was sent by it. */
let client: pg.PoolClient;
let sent = 0;
let released: unknown[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  story = await tellStory(house.database);
  client = await house.pool.connect();
});
afterAll(async () => {
  client.release();
  await house.close();
});

function moment(waitingCount = 0): ReadMoment {
  sent = 0;
  released = [];
  const query = (...asked: unknown[]): unknown => {
    sent += 1;
    return (client.query as (...args: unknown[]) => unknown)(...asked);
  };
  const lent = { query, release: (error: unknown) => released.push(error), end: () => undefined };
  const pool = { connect: () => Promise.resolve(lent), waitingCount } as unknown as pg.Pool;
  return new ReadMoment(pool, houseVariables(story.harbour.id), story.harbour.id);
}

const DIVIDED = (by: number) => sql<{ found: number }>`select 6 / ${by}::int as found`.compile(sqlFor);

/** Whether the connection stands in a transaction. */
async function inTransaction(): Promise<boolean> {
  const { rows } = await client.query<{ own: boolean }>(
    'select xact_start is distinct from query_start as own from pg_stat_activity where pid = pg_backend_pid()',
  );
  return rows[0]!.own;
}

describe('a moment of the database', () => {
  test('that ends in the turn in which it asks sends begin, questions and commit as one wave, and is answered', async () => {
    const now = moment();
    const [rows, head] = await Promise.all([now.read(DIVIDED(2)), now.head(), now.finish()]);
    expect(rows).toEqual([{ found: 3 }]);
    expect(head?.epoch).toBe(1);
    expect(sent).toBe(1);
    expect(released).toEqual([undefined]);
    expect(await inTransaction()).toBe(false);
  });

  test('that ends so and fails is rolled back, and its connection goes on', async () => {
    const now = moment();
    await expect(Promise.all([now.read(DIVIDED(0)), now.finish()])).rejects.toMatchObject({ code: '22012' });
    await now.finish();
    while (released.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(released).toEqual([undefined]);
    expect(await inTransaction()).toBe(false);
  });

  test.each([0, 1])('that ends later sends its commit then, with %d others who wait', async (waiting) => {
    const now = moment(waiting);
    expect(await now.read(DIVIDED(3))).toEqual([{ found: 2 }]);
    expect(await inTransaction()).toBe(true);
    await now.finish();
    expect(sent).toBe(2);
    expect(await inTransaction()).toBe(false);
    expect(released).toEqual([undefined]);
  });

  test('is asked nothing more once it has ended', async () => {
    const now = moment();
    await now.finish();
    await expect(now.read(DIVIDED(1))).rejects.toThrow('over');
    expect(sent).toBe(0);
  });
});
