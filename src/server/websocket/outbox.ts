import type { WebSocket } from 'ws';

/** The client reads too slowly, or this node cannot serve now: reconnect, resume. */
export const TRY_AGAIN = 1013;

/** How much may lie unsent before senders wait, in bytes, and how long they wait, in milliseconds. */
export interface OutboxBounds {
  readonly bytes: number;
  readonly patienceMs: number;
}

export const OUTBOX_BOUNDS: OutboxBounds = { bytes: 1024 * 1024, patienceMs: 10_000 };

/**
 * What a socket still has to send. While more than the bound lies unsent, senders wait, so each operation of the socket
 * holds at most one message more; a reader that does not catch up in time is closed with 1013.
 */
export class Outbox {
  #drained: Promise<void> | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly bounds: OutboxBounds,
    private readonly close: (code: number, reason: string) => void,
  ) {}

  async send(data: string): Promise<void> {
    while (this.socket.readyState === this.socket.OPEN && this.socket.bufferedAmount > this.bounds.bytes)
      await (this.#drained ??= this.#drain().finally(() => (this.#drained = undefined)));
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(data);
  }

  #drain(): Promise<void> {
    const { socket, bounds } = this;
    return new Promise((resolve) => {
      const ended = (): void => {
        clearTimeout(timer);
        clearInterval(look);
        socket.off('close', ended);
        resolve();
      };
      const look = setInterval(() => {
        if (socket.bufferedAmount <= bounds.bytes || socket.readyState !== socket.OPEN) ended();
      }, 20);
      const timer = setTimeout(() => {
        this.close(TRY_AGAIN, 'Too slow');
        ended();
      }, bounds.patienceMs);
      socket.once('close', ended);
    });
  }
}
