import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLog } from '../../../src/server/log.js';
import { safeError } from '../../../src/server/observation/safe-error.js';
import { openRawSocket } from '../../support/raw-socket.js';
import { tellStory, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let admin: StoryPerson;
beforeAll(async () => {
  server = await startTestServer();
  admin = (await tellStory(server.house.database)).harbour.staff['COMPANY_ADMIN'] as StoryPerson;
});
afterAll(() => server.close());

const lines = (): Record<string, unknown>[] => server.logged.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  it('has one line an operation: name, type, company, duration, statements, codes', async () => {
    server.logged.length = 0;
    await server.query('query WhoAmI { viewer { __typename } }', {}, admin);
    await server.query('query WhoAmI { viewer { __typename } }');
    await server.query('{ nothingOfThisName }', {}, admin);
    expect(lines()).toEqual([
      expect.objectContaining({
        msg: 'Operation',
        operation: 'WhoAmI',
        type: 'query',
        transport: 'http',
        company: admin.companyId,
        milliseconds: expect.any(Number),
        statements: expect.any(Number),
      }),
      expect.objectContaining({ operation: 'WhoAmI', company: null, codes: ['UNAUTHENTICATED'] }),
      expect.objectContaining({ operation: null, type: 'unknown', codes: ['INVALID_INPUT'] }),
    ]);
    expect(lines()[0]).not.toHaveProperty('codes');
  });

  it('bounds the name of an operation', async () => {
    server.logged.length = 0;
    await server.query(`query ${'N'.repeat(5_000)} { __typename }`);
    expect(lines()[0]?.['operation']).toBe('N'.repeat(64));
  });

  it('never has variables, literals, passwords or tokens, whatever becomes of the operation', async () => {
    server.logged.length = 0;
    const canary = 'canary-张三-13812345678';
    const token = await server.tokenOf(admin);
    const signIn = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }';
    await server.query(signIn, { input: { login: `${canary}@harbour`, password: canary } });
    await server.query(signIn, { input: { login: canary, password: [canary], phone: canary } });
    await server.query(`{ viewer { ${JSON.stringify(canary)} } }`, {}, token);
    await server.query('query A($x: Canary) { viewer }', { x: canary }, token);
    await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"${canary}` });
    await fetch(`${server.url}?query=${encodeURIComponent(`{ viewer(name: "${canary}") }`)}`);
    const socket = await openRawSocket(server.wsUrl);
    await socket.init(token);
    socket.send({ type: 'subscribe', id: '1', payload: { query: signIn, variables: { input: canary } } });
    await socket.next();
    socket.send(`{"${canary}`);
    await socket.closed;
    const all = server.logged.join('');
    expect(lines().length).toBeGreaterThanOrEqual(7);
    for (const secret of ['canary', '张三', '13812345678', token]) expect(all).not.toContain(secret);
  });
});

describe('an error in the log', () => {
  const database = Object.assign(new Error(`duplicate key: insert into customer values ('canary')`), {
    code: '23505',
    detail: 'Key (phone)=(13812345678) already exists.',
    query: "insert into customer values ('canary')",
    table: 'customer',
    constraint: 'customer_pkey',
    parameters: ['canary'],
  });

  it('of the database: code, table and constraint, never its message, rows or parameters', () => {
    const told = safeError(database);
    expect(told).toMatchObject({ type: 'Error', code: '23505', table: 'customer', constraint: 'customer_pkey' });
    expect(JSON.stringify(told)).not.toMatch(/canary|13812345678|insert/);
  });

  it('of the program: its message without quoted values, long figures and names, and where it happened', () => {
    const error = new Error('No row "canary" for 张三 with 13812345678', { cause: database });
    const told = safeError(error);
    expect(told.message).toBe('No row "…" for … with …');
    expect(told.stack[0]).toContain('log.test');
    expect(told.cause).toMatchObject({ code: '23505' });
    expect(JSON.stringify(told)).not.toMatch(/canary|13812345678|张三/);
  });

  it('is written so by the log itself', () => {
    const written: string[] = [];
    const log = openLog('info', { write: (line: string) => void written.push(line) });
    log.error({ err: database, password: 'canary', request: { authorization: 'canary' } }, 'Failed');
    expect(written.join('')).toContain('customer_pkey');
    expect(written.join('')).not.toMatch(/canary|13812345678/);
  });
});
