import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { MAX_OPERATIONS } from '../../../src/server/websocket/websocket-server.js';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory, type StoryPerson } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const PATIENCE_MS = 500;
let server: TestServer;
let somebody: StoryPerson;
beforeAll(async () => {
  server = await startTestServer({ sockets: { outbox: { bytes: 1024 * 1024, patienceMs: PATIENCE_MS } } });
  somebody = (await tellStory(server.house.database)).harbour.staff['COMPANY_ADMIN'] as StoryPerson;
});
afterAll(() => server.close());

/** Asks for far more than lies between two ends of a connection. */
async function askForMuch(): Promise<RawSocket> {
  const socket = await openRawSocket(server.wsUrl);
  await socket.init(await server.tokenOf(somebody));
  socket.ws.pause();
  for (let i = 0; i < MAX_OPERATIONS; i += 1)
    socket.send({ type: 'subscribe', id: String(i), payload: { query: getIntrospectionQuery() } });
  return socket;
}

describe('a client that reads slowly', () => {
  it('gets every answer when it catches up in time: senders wait for it', async () => {
    const socket = await askForMuch();
    socket.ws.resume();
    const ids = new Set<string | undefined>();
    while (ids.size < MAX_OPERATIONS) ids.add((await socket.next(({ type }) => type === 'next')).id);
    expect(ids.size).toBe(MAX_OPERATIONS);
    socket.ws.close(1000);
    expect((await socket.closed).code).toBe(1000);
  });

  it('1013 · is closed when it does not catch up in time', async () => {
    const socket = await askForMuch();
    const tooSlow = (): boolean => server.logged.some((line) => line.includes('"code":1013'));
    expect(tooSlow()).toBe(false);
    while (!tooSlow()) await pause(50);
    socket.ws.resume();
    expect(await socket.closed).toEqual({ code: 1013, reason: 'Too slow' });
  });
});
