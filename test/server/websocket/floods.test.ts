import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { Lobby } from '../../../src/server/websocket/lobby.js';
import { MAX_FRAME, MAX_OPERATIONS } from '../../../src/server/websocket/websocket-server.js';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const WAITING = 5;
let server: TestServer;
let somebody: StoryPerson;
const opened: RawSocket[] = [];
beforeAll(async () => {
  server = await startTestServer({ sockets: { lobby: { ofNetwork: WAITING, all: 100 } } });
  somebody = (await tellStory(server.house.database)).harbour.staff['COMPANY_ADMIN'] as StoryPerson;
});
afterEach(async () => {
  for (const socket of opened.splice(0)) {
    socket.ws.terminate();
    await socket.closed;
  }
});
afterAll(() => server.close());

async function open(): Promise<RawSocket> {
  const socket = await openRawSocket(server.wsUrl);
  opened.push(socket);
  return socket;
}
async function signedIn(): Promise<RawSocket> {
  const socket = await open();
  await socket.init(await server.tokenOf(somebody));
  return socket;
}
/** The status that an upgrade is refused with. */
function refusal(): Promise<number | undefined> {
  return new Promise((told, failed) => {
    const ws = new WebSocket(server.wsUrl, 'graphql-transport-ws');
    ws.once('unexpected-response', (request, response) => {
      request.destroy();
      told(response.statusCode);
    });
    ws.once('open', () => failed(new Error('It was let in.')));
    ws.on('error', () => undefined);
  });
}

describe('sockets that have not said whose they are', () => {
  it('are bounded by network: one more is refused with 429; those that are introduced or gone make room', async () => {
    const waiting: RawSocket[] = [];
    for (let i = 0; i < WAITING; i += 1) waiting.push(await open());
    expect(await refusal()).toBe(429);
    await waiting[0]?.init(await server.tokenOf(somebody));
    await open();
    expect(await refusal()).toBe(429);
    waiting[1]?.ws.close();
    await waiting[1]?.closed;
    await signedIn();
  });

  it('are bounded in all: 503', () => {
    const lobby = new Lobby({ ofNetwork: 2, all: 3 });
    const leave = lobby.enter('192.0.2.1');
    lobby.enter('::ffff:192.0.2.1');
    expect(lobby.refusal('192.0.2.1')).toBe(429);
    expect(lobby.refusal('192.0.2.2')).toBeNull();
    lobby.enter('192.0.2.2');
    expect(lobby.refusal('192.0.2.3')).toBe(503);
    leave();
    leave();
    expect(lobby.refusal('192.0.2.3')).toBeNull();
    expect(lobby.refusal('192.0.2.1')).toBeNull();
  });

  it('1009 · a connection_init above a frame closes', async () => {
    const socket = await open();
    socket.send({ type: 'connection_init', payload: { authorization: 'x'.repeat(MAX_FRAME) } });
    expect((await socket.closed).code).toBe(1009);
  });
});

describe('frames', () => {
  it.each<[string, (socket: RawSocket) => void]>([
    ['messages', (socket) => socket.send({ type: 'ping' })],
    ['pings', (socket) => socket.ws.ping(Buffer.alloc(125))],
    ['pongs that nobody asked for', (socket) => socket.ws.pong(Buffer.alloc(125))],
  ])('4429 · a flood of %s closes its socket, and no other', async (what, send) => {
    const [flooding, quiet] = [await signedIn(), await signedIn()];
    flooding.ws.setMaxListeners(0);
    for (let i = 0; i < 2_000 && flooding.ws.readyState === WebSocket.OPEN; i += 1) send(flooding);
    // Pings that come faster than their pongs leave end the connection at once.
    expect(what === 'pings' ? [4429, 1006] : [4429]).toContain((await flooding.closed).code);
    quiet.send({ type: 'subscribe', id: '1', payload: { query: '{ __typename }' } });
    expect(await quiet.next()).toMatchObject({ type: 'next' });
  });

  it('a flood from a client that answers no close is ended all the same', async () => {
    const socket = await signedIn();
    const before = server.api.sockets.size;
    socket.ws.pause();
    for (let i = 0; i < 2_000; i += 1) socket.send({ type: 'ping' });
    while (server.api.sockets.size >= before) await server.query('{ __typename }');
    socket.ws.resume();
    expect([4429, 1006]).toContain((await socket.closed).code);
  });
});

it('operations that a client has given up count until they have ended', async () => {
  const socket = await signedIn();
  const { superuser } = server.house.database;
  await superuser.query('begin');
  await superuser.query('lock table estate in access exclusive mode');
  const query = '{ estates { nodes { code } } }';
  for (let i = 0; i < MAX_OPERATIONS; i += 1) {
    socket.send({ type: 'subscribe', id: `q${i}`, payload: { query } });
    socket.send({ type: 'complete', id: `q${i}` });
  }
  socket.send({ type: 'subscribe', id: 'more', payload: { query: '{ __typename }' } });
  const refused = await socket.next(({ id }) => id === 'more');
  await superuser.query('rollback');
  expect(refused).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
});
