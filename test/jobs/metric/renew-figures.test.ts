import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { FIGURES_EDITION } from '../../../src/metrics/figures-edition.js';
import { verifyMetrics } from '../../../src/metrics/verify/verify-metrics.js';
import { createCompany } from '../../../src/services/company/create-company.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('figures after an upgrade', () => {
  let house: TestHouse;
  let story: Story;
  let ear: RhythmEar;
  const rhythms: Rhythm[] = [];

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ear = rhythmEar();
    for (const { id, e01 } of [story.harbour, story.cedar])
      await sql(
        `insert into ticket (company_id, id, estate_id, unit_id, number, kind, phase, stage, urgency, version, channel, subject, visits, reported_at)
         select $1, gen_random_uuid(), $2, $3, 'W' || n, 'REPAIR', 'OPEN', 'REPORTED', 'ORDINARY', 1, 'PHONE', '-', 1, now() - n * interval '1 day'
           from generate_series(1, 40) n`,
        [id, e01.id, e01.units[0].id],
      );
  });
  afterAll(async () => {
    await Promise.all(rhythms.map((rhythm) => rhythm.stop()));
    await house.close();
  });

  const sql = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await house.database.superuser.query<R>(text, values)).rows;
  const jobs = () =>
    sql<{ row: string; state: string }>(
      `select data ->> 'rowId' as row, state from pgboss.job where name = 'rebuild-metrics'`,
    );

  test('R-MET-04 · a company whose figures were built by other definitions has them built anew, once however many nodes see it, and others are left alone', async () => {
    await sql(`update company set figures = 'of another version' where id = $1`, [story.harbour.id]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).not.toEqual([]);

    for (let node = 0; node < 2; node += 1) rhythms.push(await startRhythm(house, ear));
    await ear.until(async () => (await jobs()).some(({ state }) => state === 'completed'));

    expect(await jobs()).toEqual([{ row: story.harbour.id, state: 'completed' }]);
    expect(await verifyMetrics(house.pool, story.harbour.id)).toEqual([]);
    expect(await verifyMetrics(house.pool, story.cedar.id)).not.toEqual([]);
    expect(await sql(`select distinct figures from company`)).toEqual([{ figures: FIGURES_EDITION }]);
    expect([...ear.failures, ...ear.dead, ...ear.stumbles]).toEqual([]);
  });

  test('R-MET-04 · a company that is founded has figures of these definitions', async () => {
    await createCompany(house, { code: 'new', name: 'New', timeZone: 'Asia/Shanghai' });
    expect(await sql(`select figures from company where code = 'new'`)).toEqual([{ figures: FIGURES_EDITION }]);
  });
});
