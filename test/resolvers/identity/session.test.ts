import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story } from '../../support/story.js';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    accessToken refreshToken expiresAt
    viewer { id displayName kind company { code name } roles { role estates { code timeZone } group { name } } actions }
  }
}`;

const VIEWER = '{ viewer { id displayName kind company { code } roles { role estates { code } } actions } }';

describe('a session', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database, { passwordHash: await hashPassword('guanjia-demo') });
  });
  afterAll(() => server.close());

  const signIn = async (login: string, password = 'guanjia-demo') =>
    server.query(SIGN_IN, { input: { login, password } });

  test('signs in with login and password, and shows who has signed in', async () => {
    const { data, errors } = await signIn(' Front_Desk@HARBOUR ');
    expect(errors).toBeUndefined();
    expect(data.signIn.viewer).toMatchObject({
      id: story.harbour.e01.staff['FRONT_DESK']!.accountId,
      displayName: 'front_desk',
      kind: 'STAFF',
      company: { code: 'harbour' },
      roles: [{ role: 'FRONT_DESK', estates: [{ code: 'E01', timeZone: 'Asia/Shanghai' }], group: null }],
    });
    const again = await server.query(VIEWER, {}, data.signIn.accessToken as string);
    expect(again.data.viewer.id).toBe(data.signIn.viewer.id);
  });
});
