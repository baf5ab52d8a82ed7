import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRhythm, type Rhythm } from '../../../src/jobs/rhythm.js';
import { rhythmEar, type RhythmEar } from '../../support/rhythm-ear.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

describe('what is kept for a time only', () => {
  let house: TestHouse;
  let story: Story;
  let ear: RhythmEar;
  const rhythms: Rhythm[] = [];

  beforeAll(async () => {
    house = await openTestHouse();
    story = await tellStory(house.database);
    ear = rhythmEar();
  });
  afterAll(async () => {
    await Promise.all(rhythms.map((rhythm) => rhythm.stop()));
    await house.close();
  });

  const sql = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await house.database.superuser.query<R>(text, values)).rows;
  const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

  /** A sign-in: its tokens by what became of them. */
  const signIn = async (tokens: readonly { expires: number; revoked?: number }[]): Promise<string> => {
    const family = randomUUID();
    for (const { expires, revoked } of tokens)
      await sql('insert into refresh_token values ($1, $2, $3, $4, $5, $6, $7, null, $8)', [
        story.harbour.id,
        randomUUID(),
        story.harbour.e01.resident.accountId,
        family,
        'hash',
        daysAgo(60),
        daysAgo(expires),
        revoked === undefined ? null : daysAgo(revoked),
      ]);
    return family;
  };

  test('every company has its nightly run, with one timer however many nodes see to it', async () => {
    for (let node = 0; node < 2; node += 1) rhythms.push(await startRhythm(house, ear));
    const timers = () => sql<{ company: string }>(`select company_id as company from timer where kind = 'PRUNE_RUN'`);
    await ear.until(async () => (await timers()).length >= 2);
    const companies = (await timers()).map(({ company }) => company).toSorted();
    expect(companies).toEqual([story.harbour.id, story.cedar.id].toSorted());
    expect(ear.stumbles).toEqual([]);
  });

  test('the run removes what is old, keeps what may still be asked for, and sets the next one', async () => {
    const claim = async (days: number): Promise<string> => {
      const id = randomUUID();
      await sql(`insert into command_claim values ($1, $2, $3, 'x', 'h', 'DONE', '{}', $4)`, [
        story.harbour.id,
        story.harbour.e01.resident.accountId,
        id,
        daysAgo(days),
      ]);
      return id;
    };
    await claim(31);
    const kept = await claim(29);
    const code = (days: number) =>
      sql(`insert into one_time_code values ($1, $2, 'PASSWORD', $3, null, null, 'h', 0, now(), $4) returning id`, [
        story.harbour.id,
        randomUUID(),
        story.harbour.e01.resident.accountId,
        daysAgo(days),
      ]);
    await code(2);
    await code(-1);
    await signIn([{ expires: 2 }, { expires: 3 }]);
    await signIn([{ expires: -10, revoked: 2 }]);
    const living = await signIn([{ expires: 2 }, { expires: -10 }]);
    const justEnded = await signIn([{ expires: -10, revoked: 0.5 }]);
    const entry = (companyCode: string | null, days: number) =>
      sql('insert into security_log values ($1, $2, $3, $4, null, $5)', [
        randomUUID(),
        daysAgo(days),
        `${companyCode ?? 'none'} ${days}`,
        companyCode,
        {},
      ]);
    for (const whose of ['harbour', 'cedar', 'gone', null]) for (const days of [201, 199]) await entry(whose, days);
    await sql(`insert into sign_in_throttle values ('old', 3, $1, null), ('new', 3, now(), null)`, [daysAgo(1)]);

    await sql(`update timer set due_at = now() where company_id = $1 and kind = 'PRUNE_RUN'`, [story.harbour.id]);
    await ear.until(async () => (await sql(`select 1 from pgboss.job where state = 'completed'`)).length === 1);

    const of = async (text: string): Promise<unknown[]> => (await sql<{ x: unknown }>(text)).map(({ x }) => x);
    expect(await of('select command_id as x from command_claim')).toEqual([kept]);
    expect(await of('select expires_at > now() as x from one_time_code')).toEqual([true]);
    expect(await of('select distinct family_id as x from refresh_token')).toEqual(
      expect.arrayContaining([living, justEnded]),
    );
    expect(await of('select count(*)::int as x from refresh_token')).toEqual([3]);
    expect(await of('select kind as x from security_log order by kind')).toEqual([
      'cedar 199',
      'cedar 201',
      'gone 199',
      'harbour 199',
      'none 199',
    ]);
    expect(await of('select key as x from sign_in_throttle')).toEqual(['new']);
    const next = await sql<{ ok: boolean }>(
      `select due_at between now() and now() + interval '25 hours' as ok from timer where company_id = $1 and kind = 'PRUNE_RUN'`,
      [story.harbour.id],
    );
    expect(next).toEqual([{ ok: true }]);
    expect([...ear.failures, ...ear.dead]).toEqual([]);
  });

  test('nobody but the program itself, not even staff of all estates, removes verdicts or the security log', async () => {
    const client = await house.pool.connect();
    try {
      const settings = (audience: string, everywhere: string): Promise<unknown> =>
        client.query(
          `select set_config('app.company', $1, true), set_config('app.audience', $2, true), set_config('app.all_estates', $3, true)`,
          [story.cedar.id, audience, everywhere],
        );
      for (const [audience, everywhere] of [
        ['staff', 'on'],
        ['staff', ''],
        ['resident', 'on'],
        ['door', 'on'],
        ['', ''],
      ] as const) {
        await client.query('begin');
        await settings(audience, everywhere);
        const { rows } = await client.query('select prune_command_claims(100) as c, prune_security_log(100) as s');
        expect(rows).toEqual([{ c: 0, s: 0 }]);
        await client.query('rollback');
      }
    } finally {
      client.release();
    }
  });
});
