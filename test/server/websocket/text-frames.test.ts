import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrames } from '../../../src/server/websocket/text-frames.js';

test('messages of every length come to a client of the library each by itself, in order, among those that the library sends', async () => {
  const [opening, closing] = [Buffer.from('{"名":'), Buffer.from('}')];
  const around = opening.length + closing.length;
  const payloads = [0, 1, 125 - around, 126 - around, 65_535 - around, 65_536 - around, 200_000].map((length, i) =>
    Buffer.alloc(length, String(i)),
  );
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket, { socket: wire }) => {
    socket.send('before');
    wire.write(textFrames(opening, payloads, closing));
    socket.send('after');
    socket.close(1000, 'done');
  });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const read: string[] = [];
  client.on('message', (data, isBinary) => read.push(`${isBinary}${(data as Buffer).toString()}`));
  const [code, reason] = (await once(client, 'close')) as [number, Buffer];
  server.close();
  const messages = payloads.map((payload) => Buffer.concat([opening, payload, closing]).toString());
  expect(read).toEqual(['before', ...messages, 'after'].map((text) => `false${text}`));
  expect([code, reason.toString()]).toEqual([1000, 'done']);
});
