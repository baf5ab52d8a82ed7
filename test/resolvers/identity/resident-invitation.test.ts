import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';

const PASSWORD = 'guanjia-demo';
const NEW_PASSWORD = 'another-password';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }`;
const VIEWER = '{ viewer { id kind } }';
const RESIDENT_CODE = `mutation ($id: ID!) { issueResidentPasswordCode(input: { customerId: $id }) { code } }`;
const RESET = `mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) }`;
const INVITE = `mutation ($id: ID!) { inviteResident(input: { occupancyId: $id }) { code expiresAt } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { accessToken viewer { subjectId kind } } }`;

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

describe('a resident is invited', () => {
  let server: TestServer;
  let story: Story;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database, { passwordHash: await hashPassword(PASSWORD) });
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
  const reset = (login: string, code: string, newPassword = NEW_PASSWORD) =>
    ask(RESET, { input: { login, code, newPassword } });

  /** A customer without a login on unit 103 of the first estate. */
  const moveIn = async (untilDay: string | null = null) => {
    const { id: companyId, e01 } = story.harbour;
    const [customerId, occupancyId] = [randomUUID(), randomUUID()];
    await sql(
      `insert into customer (company_id, estate_id, id, kind, name, created_at, version) values ($1, $2, $3, 'PERSON', 'CANARY 王五', now(), 1)`,
      companyId,
      e01.id,
      customerId,
    );
    await sql(
      `insert into occupancy (company_id, estate_id, id, unit_id, customer_id, capacity, from_day, until_day) values ($1, $2, $3, $4, $5, 'TENANT', '2024-01-01', $6)`,
      companyId,
      e01.id,
      occupancyId,
      e01.units[2].id,
      customerId,
      untilDay,
    );
    return { customerId, occupancyId };
  };
  const invite = async (occupancyId: string): Promise<string> =>
    (await ask(INVITE, { id: occupancyId }, story.harbour.e01.staff['FRONT_DESK'])).inviteResident.code as string;
  const accept = (code: string, login: string, companyCode = 'harbour') =>
    ask(ACCEPT, { input: { companyCode, code, login, password: NEW_PASSWORD } });

  test('D-30 · an invited resident opens an account of the customer of the occupancy, once', async () => {
    const { customerId, occupancyId } = await moveIn();
    const code = await invite(occupancyId);
    expect(await accept(code, 'resident1')).toEqual(['CONFLICT']);
    expect(await accept(code, 'no good login')).toEqual(['input.login']);
    const { acceptInvitation } = await accept(code.toLowerCase(), 'Wang.Wu', ' HARBOUR ');
    expect(acceptInvitation.viewer).toEqual({ subjectId: customerId, kind: 'RESIDENT' });
    expect(await lives(acceptInvitation as Tokens)).toBe(true);
    await signIn('wang.wu@harbour', NEW_PASSWORD);
    expect(await accept(code, 'wang.wu2')).toEqual(['UNAUTHENTICATED']);
    expect(await ask(INVITE, { id: occupancyId }, story.harbour.e01.staff['FRONT_DESK'])).toEqual(['CONFLICT']);
    const again = (await ask(RESIDENT_CODE, { id: customerId }, story.harbour.e01.staff['FRONT_DESK']))
      .issueResidentPasswordCode.code as string;
    expect(await lives(acceptInvitation as Tokens)).toBe(true);
    expect(await reset('wang.wu@harbour', again, 'a-third-password')).toEqual({ resetPassword: true });
    expect(await lives(acceptInvitation as Tokens)).toBe(false);
  });

  test('D-30 · an invitation is good for five tries, until the occupancy ends, in its company and until the next one', async () => {
    const { occupancyId } = await moveIn();
    const code = await invite(occupancyId);
    expect(await accept(code, 'late', 'cedar')).toEqual(['UNAUTHENTICATED']);
    const bad = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    for (let i = 0; i < 5; i += 1) expect(await accept(bad, 'late')).toEqual(['UNAUTHENTICATED']);
    expect(await accept(code, 'late')).toEqual(['UNAUTHENTICATED']);
    const [replaced, fresh] = [await invite(occupancyId), await invite(occupancyId)];
    expect(await accept(replaced, 'late')).toEqual(['UNAUTHENTICATED']);
    await sql(`update occupancy set until_day = '2024-06-01' where id = $1`, occupancyId);
    expect(await accept(fresh, 'late')).toEqual(['UNAUTHENTICATED']);
    expect(await ask(INVITE, { id: occupancyId }, story.harbour.e01.staff['FRONT_DESK'])).toEqual(['CONFLICT']);
    expect(await sql('select 1 from account where login = $1', 'late')).toEqual([]);
  });

  test('D-30 · only who keeps the customers of the estate invites, and nobody of another estate or company', async () => {
    const { occupancyId } = await moveIn();
    const { e01, e02 } = story.harbour;
    expect(await ask(INVITE, { id: occupancyId }, e01.staff['TECHNICIAN'])).toEqual(['FORBIDDEN']);
    for (const stranger of [e02.staff['FRONT_DESK']!, story.cedar.e01.staff['FRONT_DESK']!]) {
      expect(await ask(INVITE, { id: occupancyId }, stranger)).toEqual(['NOT_FOUND']);
      expect(await ask(RESIDENT_CODE, { id: e01.resident.subjectId }, stranger)).toEqual(['NOT_FOUND']);
    }
  });
});
