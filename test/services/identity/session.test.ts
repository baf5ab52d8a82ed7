import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refreshSession } from '../../../src/services/identity/refresh-session.js';
import { signIn } from '../../../src/services/identity/sign-in.js';
import { signOut } from '../../../src/services/identity/sign-out.js';
import type { OpenSession } from '../../../src/services/identity/steps/open-session.js';
import { verifyAccessToken } from '../../../src/tenancy/identity/access-token.js';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';
import { tellStory, type Story } from '../../support/story.js';

const REFUSED = { code: 'UNAUTHENTICATED', message: 'Sign in first.', facts: {} };
const DAY_MS = 86_400_000;

describe('a session', () => {
  let house: TestHouse;
  let story: Story;
  let now = new Date('2026-05-01T08:00:00Z');

  beforeAll(async () => {
    house = await openTestHouse({ clock: { now: () => now } });
    story = await tellStory(house.database, { passwordHash: await hashPassword('guanjia-demo') });
  });
  afterAll(() => house.close());

  const begin = (login = 'front_desk@harbour'): Promise<OpenSession> =>
    signIn(house, { login, password: 'guanjia-demo' }, '203.0.113.1');
  const refresh = (token: string) =>
    refreshSession(house, token).catch((error: unknown) => error as OpenSession & Error);
  const lives = async (session: OpenSession): Promise<boolean> =>
    (await house.principals.find(await verifyAccessToken(house.keys, session.accessToken))) !== null;
  const events = async () =>
    (
      await house.database.superuser.query<{
        type: string;
        actor_kind: string;
        facts: object;
        estate_id: string | null;
      }>('select type, actor_kind, facts, estate_id from event order by seq')
    ).rows;

  test('goes on with its refresh token, in the same sign-in, and every token works once', async () => {
    const first = await begin();
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(third.principal.accountId).toBe(first.principal.accountId);
    expect(third.bearer.familyId).toBe(first.bearer.familyId);
    expect(new Set([first, second, third].map((session) => session.refreshToken)).size).toBe(3);
    expect(await lives(third)).toBe(true);
  });

  test('the second use of a refresh token ends the whole sign-in: thief and owner both, and says so', async () => {
    const first = await begin();
    const other = await begin();
    const second = await refresh(first.refreshToken);
    expect(await refresh(first.refreshToken)).toMatchObject(REFUSED);
    expect(await refresh(second.refreshToken)).toMatchObject(REFUSED);
    expect(await lives(first)).toBe(false);
    expect(await lives(second)).toBe(false);
    expect(await lives(other)).toBe(true);
    const { familyId } = first.bearer;
    expect((await events()).at(-1)).toEqual({
      type: 'identity.REFRESH_REUSED',
      actor_kind: 'SYSTEM',
      estate_id: null,
      facts: { familyId },
    });
    const { rows } = await house.database.superuser.query('select kind, principal_id from security_log');
    expect(rows).toEqual([{ kind: 'REFRESH_REUSED', principal_id: first.principal.accountId }]);
  });

  test('two refreshes at once are a reuse too: at most one answers, and the sign-in is over', async () => {
    const first = await begin();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(first.refreshToken)));
    const good = answers.filter((answer) => !(answer instanceof Error));
    expect(good.length).toBeLessThanOrEqual(1);
    for (const session of good) expect(await refresh(session.refreshToken)).toMatchObject(REFUSED);
    expect(await lives(first)).toBe(false);
  });

  test('a refresh token is good for 30 days, and its expired links are cleared away', async () => {
    const start = now;
    const first = await begin('steward@harbour');
    now = new Date(start.getTime() + 30 * DAY_MS - 1_000);
    const second = await refresh(first.refreshToken);
    now = new Date(now.getTime() + 30 * DAY_MS - 1_000);
    const third = await refresh(second.refreshToken);
    const { rows } = await house.database.superuser.query('select 1 from refresh_token where family_id = $1', [
      first.bearer.familyId,
    ]);
    expect(rows).toHaveLength(2);
    now = new Date(now.getTime() + 30 * DAY_MS);
    expect(await refresh(third.refreshToken)).toMatchObject(REFUSED);
    now = start;
  });

  test('whatever is wrong with a refresh token, the refusal is the same and nothing is ended', async () => {
    const session = await begin();
    const [, , , id, secret] = session.refreshToken.split('_');
    const bad = {
      empty: '',
      'an access token': session.accessToken,
      'another secret': session.refreshToken.replace(/.{43}$/, 'A'.repeat(43)),
      'another company': `gj_rt_${story.cedar.id}_${id!}_${secret!}`,
      'no such company': `gj_rt_00000000-0000-7000-8000-000000000000_${id!}_${secret!}`,
      'another id': session.refreshToken.replace(id!, '00000000-0000-7000-8000-000000000000'),
      'a longer secret': `${session.refreshToken}A`,
      'a company in capitals': session.refreshToken.toUpperCase(),
    };
    for (const [what, token] of Object.entries(bad))
      expect([what, await refresh(token)]).toEqual([what, expect.objectContaining(REFUSED)]);
    expect(await lives(await refresh(session.refreshToken))).toBe(true);
  });

  test('the database holds no refresh token, only hashes', async () => {
    const session = await begin();
    const secret = session.refreshToken.slice(-43);
    const { rows } = await house.database.superuser.query('select * from refresh_token');
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('signing out ends this sign-in at once and leaves the others, and the feed names no person', async () => {
    const [here, there] = [await begin(), await begin()];
    const before = (await events()).length;
    expect(await signOut(house, here.principal, here.bearer.familyId)).toBe(true);
    expect(await lives(here)).toBe(false);
    expect(await refresh(here.refreshToken)).toMatchObject(REFUSED);
    expect(await lives(there)).toBe(true);
    expect((await events()).slice(before)).toEqual([
      { type: 'identity.SIGNED_OUT', actor_kind: 'STAFF', estate_id: null, facts: { familyId: here.bearer.familyId } },
    ]);
    expect(await signOut(house, there.principal, null)).toBe(false);
  });

  test('residents and estate staff sign out as well, whatever they may write otherwise', async () => {
    for (const login of ['resident1@harbour', 'security.e02@cedar']) {
      const session = await begin(login);
      expect(await signOut(house, session.principal, session.bearer.familyId)).toBe(true);
      expect(await lives(session)).toBe(false);
    }
  });

  test('a disabled account neither refreshes nor is answered', async () => {
    const session = await begin('control_room@harbour');
    await house.database.superuser.query('update account set disabled_at = now() where id = $1', [
      session.bearer.accountId,
    ]);
    house.principals.drop(story.harbour.id);
    expect(await lives(session)).toBe(false);
    expect(await refresh(session.refreshToken)).toMatchObject(REFUSED);
  });
});
