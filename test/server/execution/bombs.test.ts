import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_FRAME } from '../../../src/server/websocket/websocket-server.js';
import { QUERY_BOMBS } from '../../support/query-bombs.js';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.js';
import { tellStory } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

/** What the refusal of a bomb may take of the event loop, in milliseconds, its sender in the same process included. */
const BOUND_MS = 20;
/** The best of several: the first ones run code that was not compiled yet. */
const TRIES = 12;
/**
 * The milliseconds that the yardstick takes on a machine of which the bound speaks. On one that is slower, or busy with
 * something else while this runs, the bound is as much longer as the yardstick is.
 */
const YARDSTICK_MS = 12;
const YARDSTICK = JSON.stringify(
  Array.from({ length: 30_000 }, (_, i) => ({ id: i, name: `name ${i}`, list: [i, -i] })),
);

interface Refusal {
  readonly data?: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

let server: TestServer;
let socket: RawSocket;
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  server = await startTestServer();
  const admin = (await tellStory(server.house.database)).harbour.staff['COMPANY_ADMIN'];
  if (!admin) throw new Error('No such person.');
  socket = await openRawSocket(server.wsUrl);
  await socket.init(await server.tokenOf(admin));
});
afterAll(async () => {
  agent.destroy();
  socket.ws.terminate();
  await server.close();
});

/** CPU time of this thread, in milliseconds. */
async function timed<T>(work: () => T | Promise<T>): Promise<readonly [ms: number, result: T]> {
  const before = process.threadCpuUsage();
  const result = await work();
  const { user, system } = process.threadCpuUsage(before);
  return [(user + system) / 1_000, result];
}

/** The least time that one of several tries took, in milliseconds of the machine of which the bound speaks. */
async function best(send: () => Promise<string>): Promise<{ readonly ms: number; readonly text: string }> {
  let [ms, text] = [Infinity, ''];
  for (let i = 0; i < TRIES && (i === 0 || ms >= BOUND_MS / 2); i += 1) {
    const [yardstick] = await timed(() => JSON.parse(YARDSTICK) as unknown);
    const [took, answer] = await timed(send);
    text = answer;
    ms = Math.min(ms, took / Math.max(1, yardstick / YARDSTICK_MS));
  }
  return { ms, text };
}

function post(body: Buffer): Promise<string> {
  return new Promise((answered, failed) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(server.url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += String(data)));
      response.once('end', () => answered(text));
    });
    sent.once('error', failed);
    sent.end(body);
  });
}

function assertRefused({ errors, data }: Refusal, limit: string | null): void {
  expect(data ?? null).toBeNull();
  expect(errors.length).toBeGreaterThan(0);
  const { code, what } = errors[0]?.extensions ?? {};
  expect([code, what]).toEqual(limit === null ? ['INVALID_INPUT', undefined] : ['LIMIT_EXCEEDED', limit]);
  for (const { message } of errors) expect(message.length).toBeLessThan(600);
}

describe('a query bomb is refused in less than 20 ms of the event loop', () => {
  it.each(QUERY_BOMBS)('on HTTP: $what', async ({ body, limit }) => {
    const bytes = Buffer.from(body);
    expect(bytes.length).toBeLessThan(1024 * 1024 + 1);
    const { ms, text } = await best(() => post(bytes));
    assertRefused(JSON.parse(text) as Refusal, limit);
    expect(text.length).toBeLessThan(16 * 1024);
    expect(ms).toBeLessThan(BOUND_MS);
  });

  const framed = QUERY_BOMBS.filter(({ body }) => body.startsWith('{') && body.length < MAX_FRAME - 100);
  it.each(framed)('on WebSocket: $what', async ({ body, limit }) => {
    let id = 0;
    const { ms, text } = await best(async () => {
      id += 1;
      socket.send(`{"type":"subscribe","id":"${id}","payload":${body}}`);
      const { type, payload } = await socket.next((message) => message.id === String(id));
      if (type === 'next') await socket.next((message) => message.id === String(id));
      return JSON.stringify(Array.isArray(payload) ? { errors: payload as unknown[] } : payload);
    });
    assertRefused(JSON.parse(text) as Refusal, limit);
    expect(ms).toBeLessThan(BOUND_MS);
  });

  it('some are too large for a frame, and some are not', () => {
    expect(framed.length).toBeGreaterThan(8);
    expect(framed.length).toBeLessThan(QUERY_BOMBS.length);
  });
});
