import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { startTestServer, type Answer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story } from '../../support/story.js';

const SESSION = `accessToken refreshToken expiresAt
  viewer { id subjectId displayName kind company { code name } roles { role estates { code timeZone } group { name } } actions }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`;
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`;
const VIEWER = `{ viewer { id displayName kind company { code } roles { role estates { code } } actions } }`;

describe('signing in through the API', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database, { passwordHash: await hashPassword('guanjia-demo') });
  });
  afterAll(() => server.close());

  const signIn = (login: string, password = 'guanjia-demo', as: string | null = null) =>
    server.query(SIGN_IN, { input: { login, password } }, as);
  const verdict = ({ data, errors }: Answer) => ({
    data: data as unknown,
    errors: errors?.map(({ message, extensions }) => ({ message, extensions })),
  });

  // The third sighting of a document runs compiled: the answers must not differ.
  test.each([1, 2, 3, 4])('shows who has signed in, read as that person (sighting %i)', async () => {
    const { data, errors } = await signIn(' Front_Desk@HARBOUR ');
    expect(errors).toBeUndefined();
    expect(data.signIn.viewer).toEqual({
      id: story.harbour.e01.staff['FRONT_DESK']!.accountId,
      subjectId: story.harbour.e01.staff['FRONT_DESK']!.subjectId,
      displayName: 'front_desk',
      kind: 'STAFF',
      company: { code: 'harbour', name: 'harbour property' },
      roles: [{ role: 'FRONT_DESK', estates: [{ code: 'E01', timeZone: 'Asia/Shanghai' }], group: null }],
      actions: expect.arrayContaining(['repair.report', 'ticket.read']),
    });
    const again = await server.query(VIEWER, {}, data.signIn.accessToken as string);
    expect(again.data.viewer.id).toBe(data.signIn.viewer.id);
    const next = await server.query(REFRESH, { input: { refreshToken: data.signIn.refreshToken as string } });
    expect(next.data.refreshSession.viewer).toEqual(data.signIn.viewer);
  });

  test('head office holds its roles on all of the company, a resident holds none', async () => {
    const officer = await signIn('quality_officer@cedar');
    expect(officer.data.signIn.viewer.roles).toEqual([{ role: 'QUALITY_OFFICER', estates: null, group: null }]);
    const resident = await signIn('resident1@cedar');
    expect(resident.data.signIn.viewer).toMatchObject({ kind: 'RESIDENT', roles: [], company: { code: 'cedar' } });
  });

  test('a sign-in gives its rights to what is selected below it and to no other field of the request', async () => {
    const document = `mutation ($input: SignInInput!) {
      first: signIn(input: $input) { viewer { company { code } } }
      reportRepair(input: { estateId: "${story.cedar.e01.id}", channel: PHONE, urgency: ORDINARY, subject: "x" }) { cursor }
      signOut
      second: signIn(input: { login: "steward@harbour", password: "guanjia-demo" }) { viewer { company { code } } }
    }`;
    for (let sighting = 1; sighting <= 4; sighting += 1) {
      const { data, errors } = await server.query(document, {
        input: { login: 'company_admin@cedar', password: 'guanjia-demo' },
      });
      expect(data).toEqual({
        first: { viewer: { company: { code: 'cedar' } } },
        reportRepair: null,
        signOut: null,
        second: { viewer: { company: { code: 'harbour' } } },
      });
      expect(errors?.map((error) => [error.path, error.extensions['code']])).toEqual([
        [['reportRepair'], 'UNAUTHENTICATED'],
        [['signOut'], 'UNAUTHENTICATED'],
      ]);
    }
  });

  test('who signs in as another while signed in stays who the token says for the rest of the request', async () => {
    const mine = (await signIn('front_desk@harbour')).data.signIn.accessToken as string;
    const document = `mutation ($input: SignInInput!) {
      signIn(input: $input) { viewer { company { code } } }
      reportRepair(input: { estateId: "${story.harbour.e01.id}", channel: PHONE, urgency: ORDINARY, subject: "x" }) { repair { estate { code } } }
      again: signIn(input: $input) { viewer { displayName } }
    }`;
    const { data, errors } = await server.query(
      document,
      { input: { login: 'steward@cedar', password: 'guanjia-demo' } },
      mine,
    );
    expect(errors).toBeUndefined();
    expect(data.signIn.viewer.company.code).toBe('cedar');
    expect(data.reportRepair.repair.estate.code).toBe('E01');
    expect(data.again.viewer.displayName).toBe('steward');
  });

  test('every token that is not good is answered like none at all', async () => {
    const good = (await signIn('front_desk@harbour')).data.signIn.accessToken as string;
    const [header, payload] = good.split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const nobody = verdict(await server.query(VIEWER));
    expect(nobody.errors).toEqual([{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }]);
    for (const token of [`${none}.${payload!}.`, `${header!}.${payload!}.${'A'.repeat(86)}`, 'x', `${good}A`, '(){}'])
      expect(verdict(await server.query(VIEWER, {}, token))).toEqual(nobody);
  });

  test('bad credentials answer UNAUTHENTICATED, a malformed input INVALID_INPUT with its path', async () => {
    expect(verdict(await signIn('front_desk@harbour', 'wrong-password'))).toEqual({
      data: { signIn: null },
      errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect((await signIn('front\u0000desk@harbour')).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.login',
    });
    expect((await signIn('front_desk@harbour', 'x'.repeat(201))).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.password',
    });
  });

  test('after signing out the token is answered like none at all', async () => {
    const { accessToken, refreshToken } = (await signIn('steward@harbour')).data.signIn as {
      accessToken: string;
      refreshToken: string;
    };
    expect((await server.query('mutation { signOut }', {}, accessToken)).data).toEqual({ signOut: true });
    const nobody = verdict(await server.query(VIEWER));
    expect(verdict(await server.query(VIEWER, {}, accessToken))).toEqual(nobody);
    expect(verdict(await server.query(REFRESH, { input: { refreshToken } })).errors).toEqual(nobody.errors);
  });

  test('the keys are published: anybody verifies a token with them', async () => {
    const token = (await signIn('front_desk@harbour')).data.signIn.accessToken as string;
    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', server.url));
    const { payload } = await jwtVerify(token, keys, { issuer: 'guanjia', audience: 'guanjia-api' });
    expect(payload.sub).toBe(story.harbour.e01.staff['FRONT_DESK']!.accountId);
  });

  test('neither passwords nor tokens are logged', async () => {
    const { data } = await signIn('front_desk@harbour');
    await signIn('front_desk@harbour', 'CANARY-password');
    const log = server.logged.join('\n');
    for (const secret of [
      'CANARY',
      'guanjia-demo',
      data.signIn.accessToken as string,
      data.signIn.refreshToken as string,
    ])
      expect(log).not.toContain(secret);
  });
});
