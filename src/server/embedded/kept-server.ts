import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Postmaster } from './postmaster.js';

/** How long each further attempt waits, in milliseconds: what a killed server left behind needs a moment to end. */
const PAUSES_MS = [50, 250, 1_000, 2_000, 4_000];
/** A server that ends by itself more often than this within the window is not brought back. */
const MOST_FALLS = 5;
const WINDOW_MS = 600_000;

type Kept = Pick<Postmaster, 'ended' | 'stop'>;

/**
 * A server that is started again, on the same port, when it ends by itself: five attempts each time, five times in ten
 * minutes. PostgreSQL recovers what was committed; nobody connected but finds its connections lost.
 */
export class KeptServer {
  /** Resolves, with why, when the server has ended and is not brought back. */
  readonly lost: Promise<Error>;
  #giveUp: (error: Error) => void = () => undefined;
  #reviving: Promise<void> = Promise.resolve();
  #stopping = false;
  #falls: number[] = [];

  /**
   * @param postmaster runs already
   * @param again starts the server on its cluster and port, and gives it when it accepts connections
   */
  constructor(
    private postmaster: Kept,
    private readonly again: () => Promise<Kept>,
    private readonly log: (message: string) => void,
    private readonly pausesMs: readonly number[] = PAUSES_MS,
  ) {
    this.lost = new Promise((resolve) => (this.#giveUp = resolve));
    this.#watch();
  }

  /** Orderly stop; a start that is under way ends first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#reviving;
    await this.postmaster.stop();
  }

  #watch(): void {
    void this.postmaster.ended.then((how) => {
      if (!this.#stopping) this.#reviving = this.#revive(how);
    });
  }

  async #revive(how: string): Promise<void> {
    const now = performance.now();
    this.#falls = [...this.#falls.filter((at) => now - at < WINDOW_MS), now];
    if (this.#falls.length > MOST_FALLS) {
      this.#lose(`${how}, for the ${this.#falls.length}th time in ten minutes`);
      return;
    }
    let reason: unknown;
    for (const pause of this.pausesMs) {
      await delay(pause);
      if (this.#stopping) return;
      try {
        this.postmaster = await this.again();
        this.log('the embedded PostgreSQL runs again');
        this.#watch();
        return;
      } catch (error) {
        reason = error;
      }
    }
    this.#lose(`${how}, and does not start again: ${String(reason)}`);
  }

  #lose(why: string): void {
    this.#giveUp(new EmbeddedPostgresError(`The embedded PostgreSQL stopped by itself: ${why}`));
  }
}
