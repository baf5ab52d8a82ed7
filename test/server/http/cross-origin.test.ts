import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../../src/server/env.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const DESK = 'https://desk.example';
let open: TestServer;
let closed: TestServer;
beforeAll(async () => {
  open = await startTestServer({ corsOrigins: [DESK, 'https://app.example:8443'] });
  closed = await startTestServer();
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

type Init = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };
const ask = (server: TestServer, origin: string | null, init: Init = {}): Promise<Response> =>
  fetch(server.url, {
    method: 'POST',
    body: '{"query":"{ __typename }"}',
    ...init,
    headers: { 'content-type': 'application/json', ...(origin === null ? {} : { origin }), ...init.headers },
  });
const preflight = (server: TestServer, origin: string): Promise<Response> =>
  ask(server, origin, {
    method: 'OPTIONS',
    body: null,
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
const told = ({ headers }: Response, name: string): string | null => headers.get(`access-control-${name}`);

describe('web apps of other origins', () => {
  it('that are named may ask before and then ask, by exactly their name', async () => {
    for (const origin of [DESK, 'https://app.example:8443']) {
      const before = await preflight(open, origin);
      expect(before.status).toBe(204);
      expect(told(before, 'allow-origin')).toBe(origin);
      expect(told(before, 'allow-methods')).toContain('POST');
      expect(told(before, 'allow-headers')).toContain('authorization');
      const answer = await ask(open, origin);
      expect(told(answer, 'allow-origin')).toBe(origin);
      expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
    }
  });

  it.each(['https://desk.example.evil.example', 'http://desk.example', 'https://desk.example:444', 'null', '*'])(
    '%s is not named and may not',
    async (origin) => {
      for (const response of [await preflight(open, origin), await ask(open, origin)])
        expect(told(response, 'allow-origin')).toBeNull();
    },
  );

  it('credentials are never allowed, and caches are told that answers differ by origin', async () => {
    for (const origin of [null, DESK, 'https://other.example']) {
      const answer = await ask(open, origin);
      expect(told(answer, 'allow-credentials')).toBeNull();
      expect(told(answer, 'allow-origin')).not.toBe('*');
      expect(answer.headers.get('vary')).toMatch(/\bOrigin\b/);
    }
    expect((await preflight(open, DESK)).headers.get('vary')).toMatch(/\bOrigin\b/);
  });

  it('where none is named, none may', async () => {
    for (const response of [await preflight(closed, DESK), await ask(closed, DESK)])
      expect(told(response, 'allow-origin')).toBeNull();
  });

  it('a refusal before GraphQL can be read by a named one as well', async () => {
    expect(told(await ask(open, DESK, { body: '{' }), 'allow-origin')).toBe(DESK);
  });
});

describe('CORS_ORIGINS', () => {
  it.each(['*', 'desk.example', 'https://desk.example/', 'https://*.example', 'https://desk.example/app', 'null'])(
    '%s is refused',
    (value) => {
      expect(() => readEnvironment({ CORS_ORIGINS: value })).toThrow(/^CORS_ORIGINS must be origins/);
    },
  );

  it('is a list of exact origins, none where nothing is said', () => {
    expect(readEnvironment({}).corsOrigins).toEqual([]);
    expect(readEnvironment({ CORS_ORIGINS: ` ${DESK}, https://b.example ` }).corsOrigins).toEqual([
      DESK,
      'https://b.example',
    ]);
  });
});
