import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_SOCKETS_PER_ACCOUNT } from '../../../src/server/websocket/sockets.js';
import { MAX_FRAME, MAX_OPERATIONS } from '../../../src/server/websocket/websocket-server.js';
import { issueAccessToken } from '../../../src/tenancy/identity/access-token.js';
import { openRawSocket, type Message, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type Story, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let story: Story;
let somebody: StoryPerson;
const opened: RawSocket[] = [];

beforeAll(async () => {
  server = await startTestServer({
    sockets: { initWaitMs: 300, keepAliveMs: 200 },
  });
  story = await tellStory(server.house.database);
  somebody = story.harbour.staff['COMPANY_ADMIN'] as StoryPerson;
});
afterEach(async () => {
  for (const socket of opened.splice(0)) {
    socket.ws.terminate();
    await socket.closed;
  }
});
afterAll(() => server.close());

async function open(...args: Parameters<typeof openRawSocket> extends [string, ...infer Rest] ? Rest : never) {
  const socket = await openRawSocket(server.wsUrl, ...args);
  opened.push(socket);
  return socket;
}
async function signedIn(person: StoryPerson = somebody): Promise<RawSocket> {
  const socket = await open();
  await socket.init(await server.tokenOf(person));
  return socket;
}
const subscribe = (id: string, query: string): Message => ({ type: 'subscribe', id, payload: { query } });
const FEED = 'subscription { ticketEvents { __typename } }';

describe('codes after which a client refreshes and resumes', () => {
  it.each(['', 'Bearer nonsense', 'Basic eDp5'])('4403 · no good token (%p)', async (authorization) => {
    const socket = await open();
    socket.send({ type: 'connection_init', payload: { authorization } });
    expect((await socket.closed).code).toBe(4403);
  });

  it('4403 · the token expires', async () => {
    const bearer = { companyId: somebody.companyId, accountId: somebody.accountId, familyId: null };
    const { token } = await issueAccessToken(server.house.keys, bearer, 1);
    const socket = await open();
    await socket.init(token);
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' });
  });

  it('4403 · the rights change, and others stay open', async () => {
    const technician = story.harbour.e01.staff['TECHNICIAN'] as StoryPerson;
    const [changed, unchanged] = [await signedIn(technician), await signedIn()];
    await server.house.database.superuser.query('delete from role_assignment where staff_id = $1', [
      technician.subjectId,
    ]);
    server.house.principals.drop(technician.companyId);
    await server.api.sockets.recheck(technician.companyId);
    expect(await changed.closed).toEqual({ code: 4403, reason: 'Rights changed' });
    unchanged.send(subscribe('1', '{ __typename }'));
    expect(await unchanged.next()).toMatchObject({ type: 'next', payload: { data: { __typename: 'Query' } } });
  });
});

describe('codes of a fault of the client', () => {
  it('4408 · no connection_init in time', async () => {
    const socket = await open();
    expect((await socket.closed).code).toBe(4408);
  });

  it('4401 · an operation before connection_init', async () => {
    const socket = await open();
    socket.send(subscribe('1', '{ __typename }'));
    expect((await socket.closed).code).toBe(4401);
  });

  it('4406 · no subprotocol', async () => {
    const socket = await open(null);
    expect((await socket.closed).code).toBe(4406);
  });

  it.each(['not json', '{"type":"nothing"}', '{"type":"subscribe","id":"1","payload":{}}'])(
    '4400 · %s',
    async (text) => {
      const socket = await signedIn();
      socket.send(text);
      expect((await socket.closed).code).toBe(4400);
    },
  );

  it('4429 · a second connection_init', async () => {
    const socket = await signedIn();
    socket.send({ type: 'connection_init' });
    expect((await socket.closed).code).toBe(4429);
  });

  it('1009 · a frame above 64 KiB', async () => {
    const socket = await signedIn();
    socket.send(subscribe('1', '#'.repeat(MAX_FRAME)));
    expect((await socket.closed).code).toBe(1009);
  });

  it('4409 · an id that is in use', async () => {
    const socket = await signedIn();
    socket.send(subscribe('1', FEED));
    socket.send(subscribe('1', FEED));
    expect((await socket.closed).code).toBe(4409);
  });

  it('4429 · more than 20 sockets of one account; another account still opens one', async () => {
    for (let i = 0; i < MAX_SOCKETS_PER_ACCOUNT; i += 1) await signedIn();
    const oneMore = await open();
    oneMore.send({
      type: 'connection_init',
      payload: { authorization: `Bearer ${await server.tokenOf(somebody)}` },
    });
    expect(await oneMore.closed).toEqual({ code: 4429, reason: 'Too many sockets' });
    await signedIn(story.cedar.staff['COMPANY_ADMIN']);
    expect(server.api.sockets.size).toBe(MAX_SOCKETS_PER_ACCOUNT + 1);
  });

  it('a socket that answers no ping is ended', async () => {
    const socket = await open('graphql-transport-ws', { autoPong: false });
    await socket.init(await server.tokenOf(somebody));
    expect((await socket.closed).code).toBe(1006);
  });
});

it('more than 50 operations at a time are LIMIT_EXCEEDED, and the socket stays open', async () => {
  const socket = await signedIn();
  const started = (): number => server.logged.filter((line) => line.includes('"type":"subscription"')).length;
  const before = started();
  for (let i = 0; i < MAX_OPERATIONS; i += 1) socket.send(subscribe(`s${i}`, FEED));
  socket.send(subscribe('more', '{ __typename }'));
  const refused = await socket.next(({ id }) => id === 'more');
  expect(refused).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 50 } }] });
  while (started() < before + MAX_OPERATIONS) await pause(5);
  socket.send({ type: 'complete', id: 's0' });
  socket.send(subscribe('again', '{ __typename }'));
  expect(await socket.next(({ id }) => id === 'again')).toMatchObject({ payload: { data: { __typename: 'Query' } } });
});

it('documents pass the same gate as on HTTP', async () => {
  const socket = await signedIn();
  socket.send(subscribe('deep', `{ ${'a{'.repeat(20)}a${'}'.repeat(20)} }`));
  expect(await socket.next()).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'LIMIT_EXCEEDED', what: 'depth' } }],
  });
  socket.send(subscribe('unknown', '{ nothingOfThisName }'));
  expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'INVALID_INPUT' } }] });
  socket.send(subscribe('two', 'query A { __typename } query B { __typename }'));
  expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'INVALID_INPUT' } }] });
});
