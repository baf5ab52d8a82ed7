import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { Outbox, TRY_AGAIN } from '../../../src/server/websocket/outbox.js';

const BOUNDS = { bytes: 100, patienceMs: 100 };

/** A connection whose other side takes so many bytes between any two looks at what is unsent. */
class Line extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  readonly sent: string[] = [];

  constructor(
    private unsent: number,
    private readonly takes: number,
  ) {
    super();
  }

  get bufferedAmount(): number {
    this.unsent = Math.max(0, this.unsent - this.takes);
    return this.unsent;
  }

  send(data: string): void {
    this.sent.push(data);
  }

  write(data: Buffer): boolean {
    this.sent.push(data.toString('latin1'));
    return true;
  }
}

function outboxOver(line: Line): { readonly outbox: Outbox; readonly closed: number[] } {
  const closed: number[] = [];
  const outbox = new Outbox(line as unknown as WebSocket, line, BOUNDS, (code) => {
    closed.push(code);
    line.readyState = 3;
  });
  return { outbox, closed };
}

test('a long message over a narrow line is waited for as long as it moves', async () => {
  const line = new Line(BOUNDS.bytes * 20, BOUNDS.bytes / 4);
  const { outbox, closed } = outboxOver(line);
  await outbox.send('next');
  expect(closed).toEqual([]);
  expect(line.sent).toEqual(['next']);
});

test('what is taken as one piece has the time of all its stretches', async () => {
  const line = new Line(0, 0);
  let looks = 0;
  Object.defineProperty(line, 'bufferedAmount', { get: () => (++looks < 20 ? BOUNDS.bytes * 8 : 0) });
  const { outbox, closed } = outboxOver(line);
  await outbox.send('next');
  expect(closed).toEqual([]);
  expect(line.sent).toEqual(['next']);
});

test('1013 · a reader that only sips holds nothing for long', async () => {
  const line = new Line(BOUNDS.bytes * 20, 1);
  const { outbox, closed } = outboxOver(line);
  await outbox.send('next');
  expect(closed).toEqual([TRY_AGAIN]);
  expect(line.sent).toEqual([]);
});

test('a rush is sent in one piece, unless the reader lags or the piece is larger than what may lie unsent', () => {
  const [opening, a, b, closing] = ['<', 'a', 'b', '>'].map((text) => Buffer.from(text)) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ];
  const rush = [a, b];
  const idle = new Line(0, 0);
  expect(outboxOver(idle).outbox.sendAtOnce(opening, rush, closing)).toBe(true);
  expect(idle.sent).toEqual(['\x81\x03<a>\x81\x03<b>']);
  const lagging = new Line(BOUNDS.bytes + 1, 0);
  expect(outboxOver(lagging).outbox.sendAtOnce(opening, rush, closing)).toBe(false);
  expect(outboxOver(idle).outbox.sendAtOnce(opening, [...rush, Buffer.alloc(BOUNDS.bytes)], closing)).toBe(false);
  expect([...lagging.sent, ...idle.sent.slice(1)]).toEqual([]);
});
