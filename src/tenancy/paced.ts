/**
 * Work that is done at once when it is asked for, yet never begun twice within a time nor while it is under way: what is
 * asked for meanwhile is done once more behind it. The work handles its own errors.
 */
export class Paced {
  #nextAt = Number.NEGATIVE_INFINITY;
  #asked = false;
  #busy = false;
  #over = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param everyMs time from one beginning to the next, at least, in milliseconds */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  /** Has the work done. */
  ask(): void {
    this.#asked = true;
    this.#begin();
  }

  /** Begins nothing more. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  #begin(): void {
    if (this.#over || this.#busy || !this.#asked || this.#timer) return;
    const waitMs = this.#nextAt - performance.now();
    if (waitMs > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#begin();
      }, Math.ceil(waitMs));
      return;
    }
    this.#asked = false;
    this.#busy = true;
    this.#nextAt = performance.now() + this.everyMs;
    void this.work().finally(() => {
      this.#busy = false;
      this.#begin();
    });
  }
}
