import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Told {
  readonly status: number;
  readonly type: string | null;
  readonly body: { readonly errors?: readonly { readonly message: string; readonly extensions: { code: string } }[] };
}

async function send(init: RequestInit, search = ''): Promise<Told> {
  const response = await fetch(server.url + search, init);
  const body = (await response.json()) as Told['body'];
  return { status: response.status, type: response.headers.get('content-type'), body };
}

const json = { 'content-type': 'application/json' };
const strict = { ...json, accept: 'application/graphql-response+json' };

describe('GraphQL over HTTP', () => {
  it('all 60 public audits pass', async () => {
    const audits = serverAudits({ url: server.url });
    expect(audits).toHaveLength(60);
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    const failed = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`],
    );
    expect(failed).toEqual([]);
  });

  it('malformed JSON is INVALID_INPUT with 400', async () => {
    const told = await send({ method: 'POST', headers: strict, body: '{ "query": ' });
    expect(told.status).toBe(400);
    expect(told.type).toContain('application/graphql-response+json');
    expect(told.body.errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT' });
  });

  it('a body above 1 MiB is LIMIT_EXCEEDED with 413', async () => {
    const told = await send({
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: '#'.repeat(1024 * 1024) }),
    });
    expect(told.status).toBe(413);
    expect(told.body.errors?.[0]?.extensions).toEqual({ code: 'LIMIT_EXCEEDED', what: 'body', limit: 1024 * 1024 });
  });

  it.each([
    ['a syntax error', { query: '{' }],
    ['an unknown field', { query: '{ nothingOfThisName }' }],
    ['an unknown operation', { query: 'query A { __typename }', operationName: 'B' }],
    ['two operations and no name', { query: 'query A { __typename } query B { __typename }' }],
    ['a variable that is missing', { query: 'query A($id: ID!) { __type(name: $id) { name } }' }],
    ['a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    ['a persisted query with its text', { query: '{ __typename }', extensions: { persistedQuery: { version: 1 } } }],
    ['no document', { query: '' }],
    ['variables that are text', { query: '{ __typename }', variables: '{}' }],
  ])('%s is INVALID_INPUT', async (_what, body) => {
    const told = await send({ method: 'POST', headers: strict, body: JSON.stringify(body) });
    expect(told.body.errors?.map((error) => error.extensions.code)).toEqual(['INVALID_INPUT']);
    expect(told.body).not.toHaveProperty('data');
  });

  it('another media type than JSON is refused with 415', async () => {
    const told = await send({ method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' });
    expect(told.status).toBe(415);
    expect(told.body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a POST that another site could forge (%s) does not run',
    async (type) => {
      const body = type === 'text/plain' ? '{"query":"{__typename}"}' : 'query={__typename}';
      const told = await send({ method: 'POST', headers: { 'content-type': type }, body });
      expect([400, 415]).toContain(told.status);
      expect(told.body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    },
  );

  it('a GET that comes from another site does not run', async () => {
    const search = `?query=${encodeURIComponent('{ __typename }')}`;
    const forged = await send({ headers: { 'sec-fetch-site': 'cross-site' } }, search);
    expect(forged.status).toBe(400);
    expect(forged.body.errors?.[0]?.message).toContain('CSRF');
    const foreign = await send({ headers: { origin: 'https://elsewhere.example' } }, search);
    expect(foreign.status).toBe(400);
    const own = await send({ headers: { 'sec-fetch-site': 'same-origin' } }, search);
    expect(own.status).toBe(200);
  });

  it('a GET runs queries only', async () => {
    const told = await send({}, `?query=${encodeURIComponent('mutation { __typename }')}`);
    expect(told.status).toBe(405);
    expect(told.body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('a subscription is INVALID_INPUT and pointed to the WebSocket', async () => {
    const told = await send({
      method: 'POST',
      headers: json,
      body: '{"query":"subscription { ticketEvents { cursor } }"}',
    });
    expect(told.body.errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT' });
    expect(told.body.errors?.[0]?.message).toContain('WebSocket');
  });

  it('a batch of requests in one body does not run', async () => {
    const told = await send({ method: 'POST', headers: json, body: JSON.stringify([{ query: '{ __typename }' }]) });
    expect(told.status).toBe(400);
  });
});
