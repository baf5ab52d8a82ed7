/**
 * The load generator as a process of its own: each connection sends the same request again as soon as the last one was
 * answered, over plain sockets, so that it costs little beside what it measures.
 */
import { connect } from 'node:net';
import { serve } from '../child.mjs';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const ERRORS = Buffer.from('"errors"');

serve({
  /** @returns {requests, seconds, p50, p99} with latencies in milliseconds */
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
    const latencies = [];
    const started = performance.now();
    const until = started + milliseconds;
    await Promise.all(Array.from({ length: connections }, () => oneConnection(port, request, until, latencies)));
    const seconds = (performance.now() - started) / 1_000;
    latencies.sort((a, b) => a - b);
    const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
    return { requests: latencies.length, seconds, p50: at(0.5), p99: at(0.99) };
  },
});

function oneConnection(port, request, until, latencies) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let received = [];
    let missing = null;
    let headSeen = false;
    const send = () => {
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received.push(chunk);
      missing = headSeen ? missing - chunk.length : missingOf(received);
      headSeen = missing !== null;
      if (missing === null || missing > 0) return;
      const whole = received.length === 1 ? received[0] : Buffer.concat(received);
      received = [];
      headSeen = false;
      if (!whole.subarray(0, 12).equals(OK) || whole.includes(ERRORS)) {
        socket.destroy();
        reject(new Error(`Not a good answer: ${whole.toString().slice(0, 2_000)}`));
        return;
      }
      const now = performance.now();
      latencies.push(now - sentAt);
      if (now < until) send();
      else {
        socket.end();
        resolve();
      }
    });
  });
}

const OK = Buffer.from('HTTP/1.1 200');

/** Bytes of the answer that have not come yet; null while its head is incomplete. */
function missingOf(received) {
  const whole = Buffer.concat(received);
  const head = whole.indexOf(END_OF_HEAD);
  if (head < 0) return null;
  const length = /content-length: (\d+)/i.exec(whole.subarray(0, head).toString())?.[1];
  if (length === undefined) throw new Error('An answer without content-length.');
  return head + END_OF_HEAD.length + Number(length) - whole.length;
}
