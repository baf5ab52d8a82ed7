import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';

const RIGHTS_CHANGED = 4403;
const WITHIN_MS = 1_000;
const PASSWORD = 'guanjia-demo';
const NEW_PASSWORD = 'another-password';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }`;
const REFRESH = `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { accessToken } }`;
const VIEWER = '{ viewer { id kind } }';
const SESSIONS = '{ sessions { id startedAt lastRefreshedAt expiresAt current } }';
const CHANGE = `mutation ($old: String!, $new: String!) { changePassword(input: { oldPassword: $old, newPassword: $new }) }`;
const CODE = `mutation ($input: IssuePasswordCodeInput!) { issuePasswordCode(input: $input) { code expiresAt cursor } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }`;
const OF_STAFF = (verb: string) => `mutation ($id: ID!) { ${verb}(input: { staffId: $id }) { staff { id } cursor } }`;

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

describe('the life of an account', () => {
  let server: TestServer;
  let story: Story;
  let admin: StoryPerson;
  let manager: StoryPerson;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database, { passwordHash: await hashPassword(PASSWORD) });
    admin = story.harbour.staff['COMPANY_ADMIN']!;
    manager = story.harbour.e01.staff['ESTATE_MANAGER']!;
  });
  afterAll(() => server.close());

  const sql = async <T>(text: string, ...values: unknown[]): Promise<T[]> =>
    (await server.house.database.superuser.query(text, values)).rows as T[];
  const ask = async (document: string, variables: Record<string, unknown>, who: StoryPerson | string | null = null) => {
    const { data, errors } = await server.query(document, variables, who);
    return errors ? errors.map(({ extensions }) => extensions['path'] ?? extensions['code']) : data;
  };
  const signIn = async (login: string, password = PASSWORD): Promise<Tokens> => {
    const { data, errors } = await server.query(SIGN_IN, { input: { login, password } });
    expect(errors).toBeUndefined();
    return data.signIn as Tokens;
  };
  const lives = async ({ accessToken }: Tokens): Promise<boolean> => !Array.isArray(await ask(VIEWER, {}, accessToken));
  const connect = async (token: string) => {
    const client = await server.socket(token, { lazy: false, onNonLazyError: () => undefined });
    const closing = new Promise<{ code: number; at: number }>((resolve) =>
      client.on('closed', (event) => resolve({ code: (event as { code: number }).code, at: performance.now() })),
    );
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));
    return { closing };
  };
  const codeFor = async (person: StoryPerson, by = manager): Promise<string> =>
    (await ask(CODE, { input: { staffId: person.subjectId } }, by)).issuePasswordCode.code as string;
  const reset = (login: string, code: string, newPassword = NEW_PASSWORD) =>
    ask(RESET, { input: { login, code, newPassword } });
  const wrong = (code: string): string => (code.startsWith('0') ? '1' : '0') + code.slice(1);

  test('a password is changed by who knows the old one; this sign-in goes on, all others end within a second', async () => {
    const { login } = story.harbour.e01.staff['STEWARD']!;
    const [here, there] = [await signIn(login), await signIn(login)];
    const { closing } = await connect(there.accessToken);
    expect(await ask(CHANGE, { old: 'not-the-password', new: NEW_PASSWORD }, here.accessToken)).toEqual([
      'input.oldPassword',
    ]);
    expect(await ask(CHANGE, { old: PASSWORD, new: 'short' }, here.accessToken)).toEqual(['input.newPassword']);
    expect([await lives(here), await lives(there)]).toEqual([true, true]);
    const start = performance.now();
    expect(await ask(CHANGE, { old: PASSWORD, new: NEW_PASSWORD }, here.accessToken)).toEqual({ changePassword: true });
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect([await lives(here), await lives(there)]).toEqual([true, false]);
    expect(await ask(REFRESH, { token: there.refreshToken })).toEqual(['UNAUTHENTICATED']);
    expect(await ask(REFRESH, { token: here.refreshToken })).toHaveProperty('refreshSession.accessToken');
    expect(await ask(SIGN_IN, { input: { login, password: PASSWORD } })).toEqual(['UNAUTHENTICATED']);
    await signIn(login, NEW_PASSWORD);
  });

  test('the old password is not guessed with a stolen token: ten failures, and the account waits', async () => {
    const { login } = story.harbour.e02.staff['STEWARD']!;
    const { accessToken } = await signIn(login);
    for (let i = 0; i < 10; i += 1)
      expect(await ask(CHANGE, { old: `guess-${i}`, new: NEW_PASSWORD }, accessToken)).toEqual(['input.oldPassword']);
    expect(await ask(CHANGE, { old: PASSWORD, new: NEW_PASSWORD }, accessToken)).toEqual(['LIMIT_EXCEEDED']);
  });

  test('a one-time code sets a new password once and ends every sign-in within a second', async () => {
    const person = story.harbour.e01.staff['CASHIER']!;
    const session = await signIn(person.login);
    const { closing } = await connect(session.accessToken);
    const code = await codeFor(person);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await lives(session)).toBe(true);
    const start = performance.now();
    expect(await reset(person.login, code.toLowerCase().replace('-', ' '))).toEqual({ resetPassword: true });
    const closed = await closing;
    expect(closed.code).toBe(RIGHTS_CHANGED);
    expect(closed.at - start).toBeLessThan(WITHIN_MS);
    expect(await lives(session)).toBe(false);
    await signIn(person.login, NEW_PASSWORD);
    expect(await reset(person.login, code, 'a-third-password')).toEqual(['UNAUTHENTICATED']);
  });

  test('a code is good for five tries, for an hour, until the next one, and for nobody else', async () => {
    const [person, other] = [story.harbour.e01.staff['TREASURER']!, story.harbour.e01.staff['ACCOUNTANT']!];
    const tried = await codeFor(person);
    for (let i = 0; i < 5; i += 1) expect(await reset(person.login, wrong(tried))).toEqual(['UNAUTHENTICATED']);
    expect(await reset(person.login, tried)).toEqual(['UNAUTHENTICATED']);
    const [replaced, last] = [await codeFor(other), await codeFor(other)];
    expect(await reset(other.login, replaced)).toEqual(['UNAUTHENTICATED']);
    expect(await reset('security@harbour', last)).toEqual(['UNAUTHENTICATED']);
    await sql(`update one_time_code set expires_at = now() where account_id = $1`, other.accountId);
    expect(await reset(other.login, last)).toEqual(['UNAUTHENTICATED']);
    const fresh = await codeFor(other);
    for (let i = 0; i < 4; i += 1) await reset(other.login, wrong(fresh));
    expect(await reset(other.login, fresh)).toEqual({ resetPassword: true });
  });

  test('tries at once count as well', async () => {
    const person = story.harbour.e01.staff['CLEANING_HEAD']!;
    const code = await codeFor(person);
    await Promise.all(Array.from({ length: 5 }, () => reset(person.login, wrong(code))));
    expect(await reset(person.login, code)).toEqual(['UNAUTHENTICATED']);
  });

  test('whatever is wrong, the answer is the same, and tries are counted with those of signing in', async () => {
    const answers = new Set<string>();
    for (const login of ['nobody@harbour', 'security.e02@nowhere', 'security.e02@harbour', 'no login'])
      for (const code of ['00000-00000', 'x']) {
        const { text } = await server.query(RESET, { input: { login, code, newPassword: NEW_PASSWORD } });
        answers.add(text);
      }
    expect(answers.size).toBe(1);
    for (let i = 0; i < 8; i += 1) await reset('security.e02@harbour', '00000-00000');
    expect(await reset('security.e02@harbour', '00000-00000')).toEqual(['LIMIT_EXCEEDED']);
    expect(await ask(SIGN_IN, { input: { login: 'security.e02@harbour', password: PASSWORD } })).toEqual([
      'LIMIT_EXCEEDED',
    ]);
  });

  test('D-11 · who could not give every role of a person makes no code for them, ends nothing and opens nothing', async () => {
    const leader = story.harbour.staff['COMPANY_LEADER']!;
    const { e01, e02 } = story.harbour;
    const desk = e01.staff['FRONT_DESK']!;
    for (const verb of ['reactivateAccount', 'endSessionsOf']) {
      expect(await ask(OF_STAFF(verb), { id: leader.subjectId }, manager)).toEqual(['FORBIDDEN']);
      expect(await ask(OF_STAFF(verb), { id: e02.staff['STEWARD']!.subjectId }, manager)).toEqual(['NOT_FOUND']);
      expect(await ask(OF_STAFF(verb), { id: desk.subjectId }, desk)).toEqual(['FORBIDDEN']);
      expect(await ask(OF_STAFF(verb), { id: desk.subjectId }, story.cedar.staff['COMPANY_ADMIN'])).toEqual([
        'NOT_FOUND',
      ]);
    }
    expect(await ask(CODE, { input: { staffId: leader.subjectId } }, manager)).toEqual(['FORBIDDEN']);
    expect(await ask(CODE, { input: { staffId: desk.subjectId } }, story.cedar.staff['COMPANY_ADMIN'])).toEqual([
      'NOT_FOUND',
    ]);
    expect(await codeFor(leader, admin)).toMatch(/-/);
  });

  test('a closed login is opened again with its password and roles; what was ended stays ended', async () => {
    const person = story.harbour.e01.staff['TECHNICIAN']!;
    const session = await signIn(person.login);
    const code = await codeFor(person);
    await ask(OF_STAFF('disableAccount'), { id: person.subjectId }, manager);
    expect(await lives(session)).toBe(false);
    expect(await reset(person.login, code)).toEqual(['UNAUTHENTICATED']);
    expect(await ask(CODE, { input: { staffId: person.subjectId } }, manager)).toEqual(['CONFLICT']);
    expect(await ask(OF_STAFF('reactivateAccount'), { id: person.subjectId }, manager)).toHaveProperty(
      'reactivateAccount.staff.id',
      person.subjectId,
    );
    expect(await ask(OF_STAFF('reactivateAccount'), { id: person.subjectId }, manager)).toEqual(['CONFLICT']);
    expect(await lives(session)).toBe(false);
    expect(await lives(await signIn(person.login))).toBe(true);
  });

  test('an administrator ends the sign-ins of somebody within a second; the password stays', async () => {
    const person = story.harbour.e01.staff['CONTROL_ROOM']!;
    const session = await signIn(person.login);
    const { closing } = await connect(session.accessToken);
    const start = performance.now();
    await ask(OF_STAFF('endSessionsOf'), { id: person.subjectId }, manager);
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect(await lives(session)).toBe(false);
    await signIn(person.login);
  });

  test('everybody sees the own sign-ins, and only those, and ends one or all', async () => {
    const { resident, next } = story.harbour.e01;
    const [phone, tablet, stranger] = [
      await signIn(resident.login),
      await signIn(resident.login),
      await signIn(next.login),
    ];
    const rows = (await ask(SESSIONS, {}, tablet.accessToken)).sessions as {
      id: string;
      current: boolean;
      startedAt: string;
      lastRefreshedAt: string;
    }[];
    expect(rows.map(({ current }) => current).sort()).toEqual([false, true]);
    for (const { startedAt, lastRefreshedAt } of rows) {
      expect(Math.abs(Date.parse(startedAt) - Date.now())).toBeLessThan(60_000);
      expect(Math.abs(Date.parse(lastRefreshedAt) - Date.now())).toBeLessThan(60_000);
    }
    const other = rows.find(({ current }) => !current)!.id;
    const REVOKE = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) }';
    for (const id of [other, 'x', randomUUID()])
      expect(await ask(REVOKE, { id }, stranger.accessToken)).toEqual(['NOT_FOUND']);
    const { closing } = await connect(phone.accessToken);
    const start = performance.now();
    expect(await ask(REVOKE, { id: other }, tablet.accessToken)).toEqual({ revokeSession: true });
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect([await lives(phone), await lives(tablet)]).toEqual([false, true]);
    expect(await ask(REVOKE, { id: other }, tablet.accessToken)).toEqual(['NOT_FOUND']);
    const third = await signIn(resident.login);
    expect(await ask('mutation { revokeAllSessions }', {}, tablet.accessToken)).toEqual({ revokeAllSessions: 2 });
    expect([await lives(tablet), await lives(third), await lives(stranger)]).toEqual([false, false, true]);
  });

  test('a repeated command shows no code twice, and neither claims, events nor logs hold codes, passwords or names', async () => {
    const person = story.harbour.e01.staff['DOCUMENT_CONTROLLER']!;
    const input = { staffId: person.subjectId, commandId: randomUUID() };
    const first = (await ask(CODE, { input }, manager)).issuePasswordCode;
    const again = (await ask(CODE, { input }, manager)).issuePasswordCode;
    expect(again).toEqual({ ...first, code: null });
    expect(await reset(person.login, first.code as string, 'CANARY-password')).toEqual({ resetPassword: true });
    const kept = [
      ...(await sql('select e::text as row from event e')),
      ...(await sql('select c::text as row from command_claim c')),
      ...(await sql('select s::text as row from security_log s')),
      ...(await sql('select o::text as row from one_time_code o')),
      server.logged.join('\n'),
    ];
    const text = JSON.stringify(kept);
    for (const secret of [
      'CANARY',
      first.code as string,
      (first.code as string).replace('-', ''),
      NEW_PASSWORD,
      PASSWORD,
    ])
      expect(text).not.toContain(secret);
  });

  test('keys rotate without logging anybody out', async () => {
    const { login } = story.harbour.staff['QUALITY_OFFICER']!;
    const before = await signIn(login);
    const { closing } = await connect(before.accessToken);
    let closed = false;
    void closing.then(() => (closed = true));
    const kidOf = ({ accessToken }: Tokens) =>
      JSON.parse(Buffer.from(accessToken.split('.')[0]!, 'base64url').toString()).kid as string;
    const kid = await server.house.keys.rotate();
    expect(kidOf(before)).not.toBe(kid);
    const after = await signIn(login);
    expect(kidOf(after)).toBe(kid);
    expect([await lives(before), await lives(after)]).toEqual([true, true]);
    const jwks = (await (await fetch(new URL('/.well-known/jwks.json', server.url))).json()) as {
      keys: { kid: string }[];
    };
    expect(jwks.keys.map((key) => key.kid)).toEqual(expect.arrayContaining([kidOf(before), kid]));
    const next = (await ask(REFRESH, { token: before.refreshToken })).refreshSession as Tokens;
    expect(kidOf(next)).toBe(kid);
    expect(await lives(next)).toBe(true);
    expect(closed).toBe(false);
  });
});
