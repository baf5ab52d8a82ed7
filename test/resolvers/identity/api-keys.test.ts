import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTestServer, type TestServer } from '../../support/test-server.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';

const RIGHTS_CHANGED = 4403;
const WITHIN_MS = 1_000;
const DAY_MS = 86_400_000;
const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { key cursor apiKey { id name expiresAt revokedAt lastUsedAt staff { id displayName roles { role estates { code } } } } }
}`;
const REVOKE = `mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { key apiKey { id revokedAt } } }`;
const LIST = `{ apiKeys { nodes { id name lastUsedAt revokedAt } } }`;
const VIEWER = '{ viewer { id kind displayName company { code } roles { role estates { code } } } }';
const REPORT = `mutation ($estateId: ID!) {
  reportRepair(input: { estateId: $estateId, channel: PHONE, urgency: ORDINARY, subject: "x" }) { repair { number } }
}`;

describe('keys of integrations', () => {
  let server: TestServer;
  let story: Story;
  let admin: StoryPerson;
  let manager: StoryPerson;

  beforeAll(async () => {
    server = await startTestServer();
    story = await tellStory(server.house.database);
    admin = story.harbour.staff['COMPANY_ADMIN']!;
    manager = story.harbour.e01.staff['ESTATE_MANAGER']!;
  });
  afterAll(() => server.close());

  const ask = async (document: string, variables: Record<string, unknown>, who: StoryPerson | string | null) => {
    const { data, errors } = await server.query(document, variables, who);
    return errors ? errors.map(({ extensions }) => extensions['path'] ?? extensions['code']) : data;
  };
  const expiresAt = (ms = 30 * DAY_MS): string => new Date(Date.now() + ms).toISOString();
  const input = (more: Record<string, unknown> = {}) => ({
    name: 'CANARY accounting',
    roles: ['FRONT_DESK'],
    estateIds: [story.harbour.e01.id],
    expiresAt: expiresAt(),
    ...more,
  });
  const create = async (who = manager, more: Record<string, unknown> = {}) => {
    const { data, errors } = await server.query(CREATE, { input: input(more) }, who);
    expect(errors).toBeUndefined();
    return data.createApiKey as { key: string; apiKey: { id: string; staff: { id: string } } };
  };

  test('D-11 · a key signs in as itself, with exactly the roles on the estates that it was given', async () => {
    const { key, apiKey } = await create();
    expect(key).toBe(`gj_ak_${story.harbour.id}_${apiKey.id}_${key.slice(-43)}`);
    expect(apiKey).toMatchObject({
      name: 'CANARY accounting',
      revokedAt: null,
      lastUsedAt: null,
      staff: { displayName: 'CANARY accounting', roles: [{ role: 'FRONT_DESK', estates: [{ code: 'E01' }] }] },
    });
    expect(await ask(VIEWER, {}, key)).toEqual({
      viewer: {
        id: apiKey.id,
        kind: 'INTEGRATION',
        displayName: 'CANARY accounting',
        company: { code: 'harbour' },
        roles: [{ role: 'FRONT_DESK', estates: [{ code: 'E01' }] }],
      },
    });
    expect(await ask(REPORT, { estateId: story.harbour.e01.id }, key)).toHaveProperty('reportRepair.repair.number');
    expect(await ask(REPORT, { estateId: story.harbour.e02.id }, key)).toEqual(['NOT_FOUND']);
    const { rows } = await server.house.database.superuser.query(
      `select actor_kind, actor_id from event where type not like 'identity.%' order by seq desc limit 1`,
    );
    expect(rows).toEqual([{ actor_kind: 'INTEGRATION', actor_id: apiKey.staff.id }]);
  });

  test('D-11 · nobody gives a key more than they may give to a person', async () => {
    const { e01, e02 } = story.harbour;
    const refused = (more: Record<string, unknown>, who = manager) => ask(CREATE, { input: input(more) }, who);
    for (const role of ['COMPANY_ADMIN', 'QUALITY_OFFICER'])
      expect(await refused({ roles: ['STEWARD', role] })).toEqual(['FORBIDDEN']);
    expect(await refused({ estateIds: null })).toEqual(['FORBIDDEN']);
    expect(await refused({ estateIds: [e02.id] })).toEqual(['NOT_FOUND']);
    expect(await refused({ estateIds: [e01.id, story.cedar.e01.id] }, admin)).toEqual(['NOT_FOUND']);
    expect(await refused({}, e01.staff['FRONT_DESK'])).toEqual(['FORBIDDEN']);
    expect(await refused({}, e01.resident)).toEqual(['FORBIDDEN']);
    const everywhere = await create(admin, { roles: ['COMPANY_LEADER'], estateIds: null });
    expect(await ask(VIEWER, {}, everywhere.key)).toHaveProperty('viewer.roles', [
      { role: 'COMPANY_LEADER', estates: null },
    ]);
    expect(await ask(REVOKE, { id: everywhere.apiKey.id }, manager)).toEqual(['FORBIDDEN']);
  });

  test('a key names what it may do and when it ends', async () => {
    const refused = (more: Record<string, unknown>) => ask(CREATE, { input: input(more) }, admin);
    expect(await refused({ roles: [] })).toEqual(['input.roles']);
    expect(await refused({ estateIds: [] })).toEqual(['input.estateIds']);
    expect(await refused({ expiresAt: expiresAt(-1_000) })).toEqual(['input.expiresAt']);
    expect(await refused({ expiresAt: expiresAt(367 * DAY_MS) })).toEqual(['input.expiresAt']);
    expect(await refused({ name: ' ' })).toEqual(['input.name']);
  });

  test('whatever is wrong with a key, it is nobody', async () => {
    const { key, apiKey } = await create();
    const other = await create();
    const bad = [
      key.slice(0, -43) + 'A'.repeat(43),
      key.slice(0, -43) + other.key.slice(-43),
      key.replace(story.harbour.id, story.cedar.id),
      key.replace(apiKey.id, randomUUID()),
      key.replace('gj_ak', 'gj_rt'),
      `${key}A`,
      'gj_ak_',
    ];
    for (const text of bad) expect([text, await ask(VIEWER, {}, text)]).toEqual([text, ['UNAUTHENTICATED']]);
    expect(await ask(VIEWER, {}, key)).toHaveProperty('viewer.id', apiKey.id);
  });

  test('a key ends at its time', async () => {
    const { key, apiKey } = await create(manager, { expiresAt: expiresAt(700) });
    const client = await server.socket(key, { lazy: false, onNonLazyError: () => undefined });
    const closed = new Promise((resolve) => client.on('closed', (event) => resolve((event as { code: number }).code)));
    expect(await closed).toBe(RIGHTS_CHANGED);
    expect(await ask(VIEWER, {}, key)).toEqual(['UNAUTHENTICATED']);
    expect(apiKey.id).toBeDefined();
  });

  test('a revoked key is refused and its sockets are closed within a second, for good', async () => {
    const { key, apiKey } = await create();
    const client = await server.socket(key, { lazy: false, onNonLazyError: () => undefined });
    const closing = new Promise<{ code: number; at: number }>((resolve) =>
      client.on('closed', (event) => resolve({ code: (event as { code: number }).code, at: performance.now() })),
    );
    await new Promise<void>((resolve) => client.on('connected', () => resolve()));
    const start = performance.now();
    expect(await ask(REVOKE, { id: apiKey.id }, manager)).toMatchObject({
      revokeApiKey: { key: null, apiKey: { revokedAt: expect.any(String) } },
    });
    const { code, at } = await closing;
    expect(code).toBe(RIGHTS_CHANGED);
    expect(at - start).toBeLessThan(WITHIN_MS);
    expect(await ask(VIEWER, {}, key)).toEqual(['UNAUTHENTICATED']);
    expect(await ask(REVOKE, { id: apiKey.id }, manager)).toEqual(['CONFLICT']);
    const reactivate = 'mutation ($id: ID!) { reactivateAccount(input: { staffId: $id }) { cursor } }';
    expect(await ask(reactivate, { id: apiKey.staff.id }, manager)).toEqual(['NOT_FOUND']);
    expect(await ask(VIEWER, {}, key)).toEqual(['UNAUTHENTICATED']);
  });

  test('R-ORG-78 · another company and another estate neither see nor revoke a key', async () => {
    const { apiKey } = await create();
    for (const stranger of [story.cedar.staff['COMPANY_ADMIN']!, story.harbour.e02.staff['ESTATE_MANAGER']!]) {
      expect(await ask(REVOKE, { id: apiKey.id }, stranger)).toEqual(['NOT_FOUND']);
      expect(JSON.stringify(await ask(LIST, {}, stranger))).not.toContain(apiKey.id);
    }
    expect(await ask(REVOKE, { id: 'x' }, manager)).toEqual(['NOT_FOUND']);
  });

  test('the list tells when a key was last used, to the hour, and never a secret', async () => {
    const { key, apiKey } = await create();
    const used = async () => {
      const { apiKeys } = (await ask(LIST, {}, manager)) as {
        apiKeys: { nodes: { id: string; lastUsedAt: string | null }[] };
      };
      expect(JSON.stringify(apiKeys)).not.toContain(key.slice(-43));
      return apiKeys.nodes.find((node) => node.id === apiKey.id)?.lastUsedAt;
    };
    expect(await used()).toBeNull();
    await ask(VIEWER, {}, key);
    const start = performance.now();
    let at = await used();
    while (at === null && performance.now() - start < WITHIN_MS) at = await used();
    expect(at).toMatch(/:00:00\.000Z$/);
    expect(Date.now() - Date.parse(String(at))).toBeLessThan(3_600_000);
  });

  test('a repeated command makes one key and shows it once; nothing that is kept holds the secret or the name', async () => {
    const commandId = randomUUID();
    const repeatable = { commandId, expiresAt: expiresAt() };
    const first = await create(manager, repeatable);
    const again = await create(manager, repeatable);
    expect(again.apiKey.id).toBe(first.apiKey.id);
    expect(again.key).toBeNull();
    const secret = first.key.slice(-43);
    const { superuser } = server.house.database;
    for (const table of ['event', 'command_claim', 'api_key', 'account', 'security_log']) {
      const { rows } = await superuser.query(`select t::text as row from ${table} t`);
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(rows)).not.toContain('CANARY');
    }
    expect(server.logged.join()).not.toContain(secret);
  });

  test('nobody signs in with the login of a key, and it has no password to change', async () => {
    const { key, apiKey } = await create();
    const signIn = 'mutation ($login: String!) { signIn(input: { login: $login, password: "x" }) { accessToken } }';
    expect(await ask(signIn, { login: `key:${apiKey.id}@harbour` }, null)).toEqual(['UNAUTHENTICATED']);
    const change = 'mutation { changePassword(input: { oldPassword: "x", newPassword: "a-new-password" }) }';
    expect(await ask(change, {}, key)).toEqual(['input.oldPassword']);
    const code = 'mutation ($id: ID!) { issuePasswordCode(input: { staffId: $id }) { code } }';
    expect(await ask(code, { id: apiKey.staff.id }, manager)).toEqual(['NOT_FOUND']);
  });
});
