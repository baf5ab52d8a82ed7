import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announce } from '../../support/files.js';
import { tellStory, type Story } from '../../support/story.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const PATIENCE = { headersMs: 300, requestMs: 600, idleMs: 300, lookMs: 100, uploadMs: 2_000, stallMs: 400 };
let server: TestServer;
let port: number;
let story: Story;
beforeAll(async () => {
  server = await startTestServer({ httpPatience: PATIENCE });
  port = Number(new URL(server.url).port);
  story = await tellStory(server.house.database);
});
afterAll(() => server.close());

/** Sends this, then a byte now and then. @returns what came back when the server has ended the connection */
async function trickle(start: string, byte: string): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (data: Buffer) => (text += String(data)));
  socket.on('error', () => undefined);
  socket.write(start);
  const timer = setInterval(() => byte !== '' && socket.writable && socket.write(byte), 50);
  await new Promise((closed) => socket.once('close', closed));
  clearInterval(timer);
  return text;
}
const POST = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n';

describe('clients that keep the server waiting', () => {
  it.each([
    ['headers that never end', 'GET /healthz HTTP/1.1\r\nhost: x\r\nx: ', 'y', /^HTTP\/1.1 408/],
    ['a body that never ends', POST, ' ', /^HTTP\/1.1 408/],
    ['nothing at all', '', '', /^(HTTP\/1.1 408|$)/],
    ['no second request', 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n', '', /^HTTP\/1.1 200/],
  ])('%s: the connection is ended', async (_what, start, byte, told) => {
    expect(await trickle(start, byte)).toMatch(told);
  });

  describe('uploads', () => {
    const REPORT = `mutation ($input: ReportRepairInput!) { reportRepair(input: $input) { repair { id } } }`;
    /** What a phone sends before the bytes of an announced file. */
    const upload = async (bytes: number): Promise<string> => {
      const desk = story.harbour.e01.staff['FRONT_DESK']!;
      const input = { estateId: story.harbour.e01.id, channel: 'PHONE', urgency: 'ORDINARY', subject: 'x' };
      const { data } = await server.query(REPORT, { input }, desk);
      const { url } = await announce(server, desk, data.reportRepair.repair.id, bytes);
      return `PUT ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${bytes}\r\n\r\n`;
    };
    const drafts = (): Promise<string[]> => readdir(server.house.files.drafts);

    it('one that goes on slowly is taken whole, longer than any other request', async () => {
      // Twenty bytes of a picture that is none take a second.
      expect(await trickle(await upload(20), 'x')).toMatch(/^HTTP\/1.1 422[^]*"path":"type"/);
    });

    it.each([
      ['whose next bytes do not come', ''],
      ['that never ends', 'x'],
    ])('one %s is ended, and nothing of it is left', async (_what, byte) => {
      expect(await trickle(await upload(100_000), byte)).not.toMatch(/^HTTP\/1.1 2/);
      while ((await drafts()).length > 0) await new Promise((wait) => setTimeout(wait, 20));
    });
  });

  it('headers of more than 16 KiB are refused with 431', async () => {
    const many = Array.from({ length: 400 }, (_, i) => `x-${i}: ${'y'.repeat(50)}\r\n`).join('');
    expect(await trickle(`GET /healthz HTTP/1.1\r\nhost: x\r\n${many}\r\n`, '')).toMatch(/^HTTP\/1.1 431/);
    expect(await trickle(`GET /healthz?${'y'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, '')).toMatch(
      /^HTTP\/1.1 431/,
    );
  });

  it('a node holds a bounded number of connections', () => {
    expect(server.api.http.server.maxConnections).toBe(10_000);
  });
});
