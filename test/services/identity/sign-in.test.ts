import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { signIn } from '../../../src/services/identity/sign-in.js';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { tellStory, type Story } from '../../support/story.js';
import { openTestHouse, type TestHouse } from '../../support/test-house.js';

const PASSWORD = 'guanjia-demo';
const REFUSED = { code: 'UNAUTHENTICATED', message: 'Sign in first.', facts: {} };

describe('signing in', () => {
  let house: TestHouse;
  let story: Story;
  let now = new Date('2026-05-01T08:00:00Z');
  let caller = 0;
  const argon2 = jest.spyOn(crypto, 'argon2');

  beforeAll(async () => {
    syncBuiltinESMExports();
    house = await openTestHouse({ clock: { now: () => now } });
    story = await tellStory(house.database, { passwordHash: await hashPassword(PASSWORD) });
  });
  afterAll(async () => {
    argon2.mockRestore();
    syncBuiltinESMExports();
    await house.close();
  });

  const address = (): string => `203.0.113.${String((caller += 1))}`;
  const attempt = (login: string, password: string, from = address()) =>
    signIn(house, { login, password }, from).then(
      () => 'in' as const,
      (error: unknown) => error,
    );
  const later = (minutes: number): void => void (now = new Date(now.getTime() + minutes * 60_000));
  const logged = async (kind: string) =>
    (
      await house.database.superuser.query<{ company_code: string | null; principal_id: string | null; facts: object }>(
        'select company_code, principal_id, facts from security_log where kind = $1 order by id',
        [kind],
      )
    ).rows;

  test('gives a session of the account whose login and password fit, for whatever kind of person', async () => {
    const { principal, expiresAt } = await signIn(
      house,
      { login: 'Quality_Officer@Cedar', password: PASSWORD },
      address(),
    );
    expect(principal).toMatchObject({ companyId: story.cedar.id, kind: 'STAFF' });
    expect(expiresAt).toEqual(new Date(now.getTime() + 15 * 60_000));
    const resident = await signIn(house, { login: 'resident1@harbour', password: PASSWORD }, address());
    expect(resident.principal).toMatchObject({ kind: 'RESIDENT', subjectId: story.harbour.e01.resident.subjectId });
  });

  test('every failure reads alike and costs one argon2 each: nothing tells whether a login exists', async () => {
    await house.database.superuser.query(
      `update account set disabled_at = now() where company_id = $1 and login = 'cashier'`,
      [story.harbour.id],
    );
    const tries: Record<string, [string, string]> = {
      'wrong password': ['steward@harbour', 'wrong-password'],
      'unknown login': ['nobody@harbour', PASSWORD],
      'unknown company': ['steward@nowhere', PASSWORD],
      'login of another company': ['resident9@cedar', PASSWORD],
      'no login at all': ['steward', PASSWORD],
      'an injection': [`' or 1=1 --@harbour`, PASSWORD],
      'disabled account': ['cashier@harbour', PASSWORD],
    };
    for (const [what, [login, password]] of Object.entries(tries)) {
      argon2.mockClear();
      expect([what, await attempt(login, password)]).toEqual([what, expect.objectContaining(REFUSED)]);
      expect([what, argon2.mock.calls.length]).toEqual([what, 1]);
    }
  });

  test('a failure is in the security log, without the login as it was typed, and not in the feed', async () => {
    await attempt('Secret_Name@harbour', 'CANARY-password');
    const entries = await logged('SIGN_IN_FAILED');
    expect(entries.at(-1)).toMatchObject({ company_code: 'harbour', principal_id: null });
    expect(JSON.stringify(entries)).not.toMatch(/secret_name|CANARY/i);
    const { rows } = await house.database.superuser.query('select 1 from event');
    expect(rows).toEqual([]);
  });

  test('ten failures block the login for 15 minutes, also for the right password and from elsewhere', async () => {
    for (let i = 0; i < 10; i += 1)
      expect(await attempt('front_desk@harbour', 'wrong-password')).toMatchObject(REFUSED);
    later(5);
    argon2.mockClear();
    expect(await attempt('FRONT_DESK@harbour', PASSWORD)).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      facts: { retryAfter: 900 },
    });
    later(10);
    expect(await attempt('front_desk@harbour', PASSWORD)).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      facts: { retryAfter: 300 },
    });
    expect(argon2).not.toHaveBeenCalled();
    expect(await logged('SIGN_IN_BLOCKED')).toHaveLength(2);
    expect(await attempt('front_desk@cedar', PASSWORD)).toBe('in');
    later(5);
    expect(await attempt('front_desk@harbour', PASSWORD)).toBe('in');
  });

  test('an unknown login is blocked like a known one', async () => {
    for (let i = 0; i < 10; i += 1) await attempt('ghost@nowhere', 'wrong-password');
    expect(await attempt('ghost@nowhere', 'wrong-password')).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('failures further apart than 15 minutes do not add up, and a success starts afresh', async () => {
    for (let i = 0; i < 9; i += 1) await attempt('technician@harbour', 'wrong-password');
    expect(await attempt('technician@harbour', PASSWORD)).toBe('in');
    for (let i = 0; i < 9; i += 1) await attempt('technician@harbour', 'wrong-password');
    later(15);
    for (let i = 0; i < 9; i += 1) await attempt('technician@harbour', 'wrong-password');
    expect(await attempt('technician@harbour', PASSWORD)).toBe('in');
  });

  test('guesses at once are counted before they are compared: no more than ten are', async () => {
    argon2.mockClear();
    const verdicts = await Promise.all(Array.from({ length: 24 }, () => attempt('security@harbour', 'wrong-password')));
    const codes = verdicts.map((verdict) => (verdict as { code: string }).code);
    expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(10);
    expect(codes.filter((code) => code === 'LIMIT_EXCEEDED')).toHaveLength(14);
    expect(argon2).toHaveBeenCalledTimes(10);
  });

  test('a hundred failures from one network block the network, whatever login it tries', async () => {
    for (let i = 0; i < 100; i += 1)
      await house.throttle.admit(`login${String(i)}@harbour`, '2001:db8::2').catch(() => undefined);
    expect(await attempt('steward.e02@harbour', PASSWORD, '2001:db8::3')).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(await attempt('steward.e02@harbour', PASSWORD)).toBe('in');
  });

  test('who is turned away because too many passwords are being checked has not failed', async () => {
    const forgiven = async (): Promise<number> =>
      (await house.database.superuser.query('select 1 from sign_in_throttle where failures = 0')).rows.length;
    const before = await forgiven();
    const tries = Array.from({ length: 45 }, (_, i) => attempt(`crowd${String(i)}@harbour`, PASSWORD, '198.51.100.1'));
    const verdicts = (await Promise.all(tries)) as { code: string; facts: object }[];
    const turnedAway = verdicts.filter((verdict) => verdict.code === 'LIMIT_EXCEEDED');
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway[0]?.facts).toEqual({ retryAfter: 1 });
    expect((await forgiven()) - before).toBe(turnedAway.length);
  });

  test('the throttle keeps neither logins nor addresses', async () => {
    const { rows } = await house.database.superuser.query<{ key: string }>('select key from sign_in_throttle');
    for (const { key } of rows) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
