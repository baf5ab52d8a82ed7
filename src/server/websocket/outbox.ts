import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import { textFrames } from './text-frames.js';

/** The client reads too slowly, or this node cannot serve now: reconnect, resume. */
export const TRY_AGAIN = 1013;

const AS_TEXT = { binary: false };

/** How often a full outbox is looked at, in milliseconds. */
const LOOK_MS = 20;

/**
 * How much may lie unsent before senders wait, in bytes, and how long a reader may take for so much, in milliseconds: a
 * long message over a narrow line is waited for as long as it moves.
 */
export interface OutboxBounds {
  readonly bytes: number;
  readonly patienceMs: number;
}

export const OUTBOX_BOUNDS: OutboxBounds = { bytes: 1024 * 1024, patienceMs: 10_000 };

/** What lies under the socket: it takes frames as they are. */
export type Wire = Pick<Writable, 'write'>;

/**
 * What a socket still has to send. While more than the bound lies unsent, senders wait, so each operation of the socket
 * holds at most one message more; a reader that takes less than the bound in that time is closed with 1013.
 */
export class Outbox {
  #drained: Promise<void> | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly wire: Wire,
    private readonly bounds: OutboxBounds,
    private readonly close: (code: number, reason: string) => void,
  ) {}

  /** Sends a text message, given as text or as its UTF-8. */
  async send(data: string | Buffer): Promise<void> {
    while (this.socket.readyState === this.socket.OPEN && this.socket.bufferedAmount > this.bounds.bytes)
      await (this.#drained ??= this.#drain().finally(() => (this.#drained = undefined)));
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(data, AS_TEXT);
  }

  /**
   * Sends text messages in one piece, past the library: where senders need not wait, and it is one message or no larger than
   * the bound. Whatever the library sends goes to the same wire at once, since nothing is compressed: the order is kept.
   * @param opening what every message begins with
   * @param closing what every message ends with
   * @returns whether they were sent
   */
  sendAtOnce(opening: Buffer, payloads: readonly Buffer[], closing: Buffer): boolean {
    const { socket, bounds } = this;
    if (socket.readyState !== socket.OPEN || socket.bufferedAmount > bounds.bytes) return false;
    const frames = textFrames(opening, payloads, closing);
    if (payloads.length > 1 && frames.length > bounds.bytes) return false;
    this.wire.write(frames);
    return true;
  }

  #drain(): Promise<void> {
    const { socket, bounds } = this;
    return new Promise((resolve) => {
      const ended = (): void => {
        clearInterval(look);
        socket.off('close', ended);
        resolve();
      };
      // Patience is counted in looks, not by a clock of its own: between two of them the event loop has sent what the
      // reader takes, so that a reader is not called slow because this program was busy.
      // A socket does not tell how far it is within what it was given at once, so that much more has so much more time.
      const looksFor = (bytes: number): number =>
        Math.ceil(bytes / bounds.bytes) * Math.ceil(bounds.patienceMs / LOOK_MS);
      let unsent = socket.bufferedAmount;
      let looksLeft = looksFor(unsent);
      const look = setInterval(() => {
        const now = socket.bufferedAmount;
        if (now <= bounds.bytes || socket.readyState !== socket.OPEN) {
          ended();
          return;
        }
        if (now <= unsent - bounds.bytes) {
          unsent = now;
          looksLeft = looksFor(unsent);
        }
        looksLeft -= 1;
        if (looksLeft > 0) return;
        this.close(TRY_AGAIN, 'Too slow');
        ended();
      }, LOOK_MS);
      socket.once('close', ended);
    });
  }
}
