/** How long turns are given without a break, in milliseconds. */
const SLICE_MS = 10;

/**
 * Gives each who asks a turn, in the order of asking and once however often it asks meanwhile; between slices of a few
 * milliseconds whatever else waits goes on.
 */
export class Turns {
  readonly #waiting = new Set<() => void>();
  #running = false;

  take(turn: () => void): void {
    this.#waiting.add(turn);
    if (this.#running) return;
    this.#running = true;
    setImmediate(this.#give);
  }

  readonly #give = (): void => {
    const until = performance.now() + SLICE_MS;
    for (const turn of this.#waiting) {
      this.#waiting.delete(turn);
      turn();
      if (performance.now() >= until) break;
    }
    this.#running = this.#waiting.size > 0;
    if (this.#running) setImmediate(this.#give);
  };
}
