import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amissIn } from '../../bench/faults/audit.mjs';
import { SCENARIOS } from '../../bench/faults/scenarios.mjs';
import { Stage } from '../../bench/faults/stage.mjs';
import { cloneDatabase, type TestDatabase } from '../support/test-database.js';

/** Drawn anew in every run; `FAULTS_SEED` draws the same lots again. */
const SEED = Number(process.env['FAULTS_SEED'] ?? randomInt(1_000_000));
/** What a pulled cable leaves behind on the server ends sooner here than the 10 s of the product. */
const HELD_MS = 700;

let database: TestDatabase;
let stage: Stage;

beforeAll(async () => {
  database = await cloneDatabase();
  const { rows } = await database.superuser.query<{ name: string }>('select current_database() as name');
  await database.superuser.query(
    `alter role guanjia_api in database ${String(rows[0]?.name)} set idle_in_transaction_session_timeout = '${HELD_MS}ms'`,
  );
  stage = await Stage.open({ ...database, seed: SEED });
}, 60_000);
afterAll(async () => {
  await stage.close();
  await database.drop();
}, 30_000);

describe(`two nodes, commands to either, followers of both, seed ${SEED}: nothing acknowledged is lost, every follower has every event once, in order`, () => {
  it.each(SCENARIOS)(
    '$name',
    async (scenario) => {
      const row = await stage.play(scenario, scenario.small);
      expect(amissIn(row)).toEqual({});
      expect(row.events).toBeGreaterThan(0);
      expect(row.sockets).toBeGreaterThanOrEqual(stage.followers.length);
    },
    60_000,
  );
});
