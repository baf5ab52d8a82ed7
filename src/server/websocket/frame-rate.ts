/** How many frames a socket may send: so many at once, and so many a second after that. */
const AT_ONCE = 500;
const PER_SECOND = 100;

/** Counts what a socket sends: messages, pings and pongs alike. */
export class FrameRate {
  #left = AT_ONCE;
  #at: number;

  constructor(private readonly monotonicMs: () => number = () => performance.now()) {
    this.#at = monotonicMs();
  }

  /** Whether one more frame is within the rate. */
  take(): boolean {
    const now = this.monotonicMs();
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#at) / 1_000) * PER_SECOND);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
