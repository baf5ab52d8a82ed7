import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'graphql-ws';
import { hashPassword } from '../../../src/tenancy/identity/password.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';

const REPORT = `mutation ($estateId: ID!) {
  reportRepair(input: { estateId: $estateId, channel: PHONE, urgency: ORDINARY, subject: "x" }) { repair { number } }
}`;
const RIGHTS_CHANGED = 4403;
const WITHIN_MS = 1_000;

describe('rights that change while somebody is connected', () => {
  let server: TestServer;
  let story: Story;
  let admin: StoryPerson;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database, { passwordHash: await hashPassword('guanjia-demo') });
    admin = story.harbour.staff['COMPANY_ADMIN']!;
  });
  afterAll(() => server.close());

  const run = async (document: string, variables: Record<string, unknown>, person: StoryPerson | string) => {
    const { data, errors } = await server.query(document, variables, person);
    return errors ? errors.map((error) => error.extensions['code']) : (data as Record<string, unknown>);
  };
  /** Opens a socket, subscribes, and tells with which code it is closed and when. */
  const connect = async (bearer: StoryPerson | string) => {
    let closed!: (event: { code: number; at: number }) => void;
    const closing = new Promise<{ code: number; at: number }>((resolve) => (closed = resolve));
    const client: Client = await server.socket(bearer, { lazy: false, onNonLazyError: () => undefined });
    client.on('closed', (event) => closed({ code: (event as { code: number }).code, at: performance.now() }));
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));
    client.subscribe(
      { query: 'subscription { ticketEvents { cursor } }' },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
    return { closing };
  };
  const roleOf = async (person: StoryPerson): Promise<string> => {
    const document = '{ viewer { roles { id } } }';
    return (await server.query(document, {}, person)).data.viewer.roles[0].id as string;
  };

  test('a withdrawn role is refused on HTTP and closes open sockets with 4403 within a second, and nobody else is disturbed', async () => {
    const [person, colleague] = [story.harbour.e01.staff['FRONT_DESK']!, story.harbour.e01.staff['STEWARD']!];
    const { closing } = await connect(person);
    let disturbed = false;
    void connect(colleague).then((other) => void other.closing.then(() => (disturbed = true)));
    const estateId = story.harbour.e01.id;
    expect(await run(REPORT, { estateId }, person)).toHaveProperty('reportRepair.repair.number');
    const start = performance.now();
    const withdrawn = await run(
      'mutation ($id: ID!) { withdrawRole(input: { assignmentId: $id }) { staff { id roles { role } } } }',
      { id: await roleOf(person) },
      admin,
    );
    expect(withdrawn).toEqual({ withdrawRole: { staff: { id: person.subjectId, roles: [] } } });
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect(await run(REPORT, { estateId }, person)).toEqual(['FORBIDDEN']);
    expect(disturbed).toBe(false);
  });

  test('signing out closes the sockets of that sign-in within a second', async () => {
    const signedIn = await server.query(
      'mutation { signIn(input: { login: "control_room@harbour", password: "guanjia-demo" }) { accessToken } }',
    );
    const token = signedIn.data.signIn.accessToken as string;
    const { closing } = await connect(token);
    const start = performance.now();
    expect(await run('mutation { signOut }', {}, token)).toEqual({ signOut: true });
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
  });

  test('a closed login closes its sockets within a second', async () => {
    const person = story.harbour.e02.staff['TECHNICIAN']!;
    const { closing } = await connect(person);
    const start = performance.now();
    await run(
      'mutation ($id: ID!) { disableAccount(input: { staffId: $id }) { cursor } }',
      { id: person.subjectId },
      admin,
    );
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect(await run(REPORT, { estateId: story.harbour.e02.id }, person)).toEqual(['UNAUTHENTICATED']);
  });

  test('staff and logins are made through the API, and a role then opens the doors', async () => {
    const manager = story.cedar.e01.staff['ESTATE_MANAGER']!;
    const estateId = story.cedar.e01.id;
    const input = { displayName: '李娜', estateId, login: 'li.na', password: 'first-password' };
    const CREATE =
      'mutation ($input: CreateStaffAccountInput!) { createStaffAccount(input: $input) { staff { id displayName roles { role } } cursor } }';
    const created = (await server.query(CREATE, { input }, manager)).data.createStaffAccount;
    expect(created.staff).toMatchObject({ displayName: '李娜', roles: [] });
    const signedIn = await server.query(
      'mutation { signIn(input: { login: "li.na@cedar", password: "first-password" }) { accessToken } }',
    );
    const token = signedIn.data.signIn.accessToken as string;
    expect(await run(REPORT, { estateId }, token)).toEqual(['FORBIDDEN']);
    const ASSIGN =
      'mutation ($input: AssignRoleInput!) { assignRole(input: $input) { staff { roles { role estates { code } } } } }';
    expect(
      await run(ASSIGN, { input: { staffId: created.staff.id as string, role: 'FRONT_DESK', estateId } }, manager),
    ).toEqual({
      assignRole: { staff: { roles: [{ role: 'FRONT_DESK', estates: [{ code: 'E01' }] }] } },
    });
    const start = performance.now();
    while (Array.isArray(await run(REPORT, { estateId }, token)))
      expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    expect(
      (await server.query(CREATE, { input: { ...input, login: 'other', password: 'short' } }, manager)).errors?.[0]
        ?.extensions,
    ).toMatchObject({
      code: 'INVALID_INPUT',
      path: 'input.password',
    });
  });
});
