import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const TOKEN = 'a-token-for-the-metrics';
let server: TestServer;
let bare: TestServer;
let base: string;
beforeAll(async () => {
  server = await startTestServer({ metricsToken: TOKEN });
  bare = await startTestServer({ graphiql: false, introspection: false });
  base = new URL(server.url).origin;
});
afterAll(async () => {
  await server.close();
  await bare.close();
});

const page = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('GraphiQL', () => {
  it('is served at / with scripts of this program only', async () => {
    const { status, headers, text } = await page(`${base}/`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(text).toContain('"subscriptionEndpoint": "/graphql"');
    expect(text).not.toMatch(/https?:\/\//);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    const scripts = text.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect((await page(`${base}/`)).headers.get('content-security-policy')).not.toBe(policy);
  });

  it('finds all that its page names', async () => {
    const { text } = await page(`${base}/`);
    const named = [...text.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(1);
    for (const path of [...named, '/graphiql/graphqlWorker.js', '/graphiql/editorWorker.js']) {
      const { status, headers } = await page(base + String(path));
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const again = await fetch(base + String(path), { headers: { 'if-none-match': headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    }
  });

  it.each(['/graphiql/../package.json', '/graphiql/%2e%2e/package.json', '/graphiql/', '/graphiql/__proto__'])(
    '%s is not a page',
    async (path) => {
      expect((await page(base + path)).status).toBe(404);
    },
  );

  it('can be switched off', async () => {
    expect((await page(`${new URL(bare.url).origin}/`)).status).toBe(404);
  });
});

describe('introspection', () => {
  it('can be switched off on HTTP', async () => {
    const answer = await bare.query('{ __schema { types { name } } }');
    expect(answer.errors?.[0]?.extensions['code']).toBe('INVALID_INPUT');
    expect((await server.query('{ __schema { types { name } } }')).errors).toBeUndefined();
  });
});

describe('health', () => {
  it('/healthz answers while the process lives', async () => {
    const { status, text } = await page(`${base}/healthz`);
    expect([status, text]).toEqual([200, '{"status":"ok"}']);
  });

  it('/readyz names what is missing', async () => {
    const ready = await page(`${base}/readyz`);
    expect(JSON.parse(ready.text)).toEqual({
      status: 'ok',
      database: 'ok',
      migrations: 'ok',
      relay: 'ok',
      rhythm: 'ok',
    });
    expect(ready.status).toBe(200);
    const { superuser } = bare.house.database;
    const at = `${new URL(bare.url).origin}/readyz`;
    await superuser.query("update mikro_orm_migrations set name = 'renamed'");
    const pending = await page(at);
    expect(pending.status).toBe(503);
    expect(JSON.parse(pending.text)).toMatchObject({ status: 'unavailable', database: 'ok', migrations: 'pending' });
    await superuser.query('begin');
    await superuser.query('lock table mikro_orm_migrations in access exclusive mode');
    const silent = await page(at);
    await superuser.query('rollback');
    expect(silent.status).toBe(503);
    expect(JSON.parse(silent.text)).toMatchObject({ database: 'no answer' });
  });

  it('/readyz is 503 when the relay does not hear', async () => {
    const deaf = await startTestServer();
    await deaf.house.relay.stop();
    const at = `${new URL(deaf.url).origin}/readyz`;
    let last = await page(at);
    while (last.status === 200) last = await page(at);
    expect(JSON.parse(last.text)).toEqual({
      status: 'unavailable',
      database: 'ok',
      migrations: 'ok',
      relay: 'does not hear',
      rhythm: 'ok',
    });
    await deaf.close();
  });
});

describe('/metrics', () => {
  it('is there for whoever has the token, and for nobody else', async () => {
    const shown = await page(`${base}/metrics`, { authorization: `Bearer ${TOKEN}` });
    expect(shown.status).toBe(200);
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: TOKEN }])
      expect((await page(`${base}/metrics`, headers as Record<string, string>)).status).toBe(404);
    const closed = await page(`${new URL(bare.url).origin}/metrics`, { authorization: `Bearer ${TOKEN}` });
    expect(closed.status).toBe(404);
  });

  it('counts operations by type and code, and gauges sockets, pool and event loop', async () => {
    await server.query('query AmongFriends { __typename }');
    await server.query('{ nothingOfThisName }');
    const { text } = await page(`${base}/metrics`, { authorization: `Bearer ${TOKEN}` });
    expect(text).toMatch(/guanjia_operations_total\{type="query",transport="http",code="OK"\} \d+/);
    expect(text).toMatch(/guanjia_operations_total\{type="unknown",transport="http",code="INVALID_INPUT"\} \d+/);
    for (const name of ['guanjia_operation_seconds_bucket', 'guanjia_sockets_open', 'guanjia_pool_connections'])
      expect(text).toContain(name);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).not.toContain('AmongFriends');
  });
});
