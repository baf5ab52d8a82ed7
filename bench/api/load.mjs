/**
 * The load generator as a process of its own: each connection sends its next request as soon as the last one was
 * answered, over plain sockets, so that it costs little beside what it measures.
 */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { serve } from '../child.mjs';
import { FRESH } from './operations.mjs';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const ERRORS = Buffer.from('"errors"');
const OK = Buffer.from('HTTP/1.1 200');

serve({
  /** @returns {requests, refused, refusal, seconds, p50, p99} with latencies of good answers in milliseconds */
  run: async ({ port, path, headers, body, connections, milliseconds }) => {
    const request = Buffer.from(
      [
        `POST ${path} HTTP/1.1`,
        `host: 127.0.0.1:${port}`,
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(body)}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        '',
        body,
      ].join('\r\n'),
    );
    const freshAt = request.indexOf(FRESH);
    const found = { latencies: [], refused: 0, refusal: null };
    const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)));
    const started = performance.now();
    await Promise.all(sockets.map((socket) => keepAsking(socket, request, freshAt, started + milliseconds, found)));
    const seconds = (performance.now() - started) / 1_000;
    const latencies = found.latencies.sort((a, b) => a - b);
    const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
    const { refused, refusal } = found;
    return { requests: latencies.length, refused, refusal, seconds, p50: at(0.5), p99: at(0.99) };
  },
});

function opened(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

function keepAsking(socket, request, freshAt, until, found) {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let received = [];
    let missing = null;
    const send = () => {
      if (freshAt >= 0) request.write(randomUUID(), freshAt);
      sentAt = performance.now();
      socket.write(freshAt < 0 ? request : Buffer.from(request));
    };
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('A connection was closed.')));
    socket.on('data', (chunk) => {
      received.push(chunk);
      missing = missing === null ? missingOf(received) : missing - chunk.length;
      if (missing === null || missing > 0) return;
      const whole = received.length === 1 ? received[0] : Buffer.concat(received);
      received = [];
      missing = null;
      const now = performance.now();
      if (whole.subarray(0, 12).equals(OK) && !whole.includes(ERRORS)) found.latencies.push(now - sentAt);
      else {
        found.refused += 1;
        found.refusal ??= whole.toString().slice(0, 2_000);
      }
      if (now < until) send();
      else {
        socket.removeAllListeners('close').end();
        resolve();
      }
    });
    send();
  });
}

/** Bytes of the answer that have not come yet; null while its head is incomplete. */
function missingOf(received) {
  const whole = Buffer.concat(received);
  const head = whole.indexOf(END_OF_HEAD);
  if (head < 0) return null;
  const length = /content-length: (\d+)/i.exec(whole.subarray(0, head).toString())?.[1];
  if (length === undefined) throw new Error('An answer without content-length.');
  return head + END_OF_HEAD.length + Number(length) - whole.length;
}
