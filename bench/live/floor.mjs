/** The floor: a plain `ws` broadcast of the same bytes. It knows nobody, asks no database and executes nothing. */
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { serve } from '../child.mjs';
import { memoryOf } from './memory.mjs';

const http = createServer();
const wss = new WebSocketServer({ server: http, path: '/graphql', handleProtocols: () => 'graphql-transport-ws' });
const subscribers = new Set();

wss.on('connection', (socket) => {
  socket.on('message', (data) => {
    if (String(data).includes('connection_init')) socket.send('{"type":"connection_ack"}');
    else subscribers.add(socket);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => subscribers.delete(socket));
});

serve({
  start: () => new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve({ port: http.address().port }))),
  tell: (event) => {
    const bytes = Buffer.from(JSON.stringify({ id: '1', type: 'next', payload: { data: { ticketEvents: event } } }));
    for (const socket of subscribers) socket.send(bytes, AS_TEXT);
  },
  cpu: () => process.cpuUsage(),
  memory: memoryOf,
});

const AS_TEXT = { binary: false };
