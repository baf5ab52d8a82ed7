import { limitExceeded } from '../../domain/errors.js';

/** Lets a few through at once and a few more wait; turns away everybody else at once. */
export class Turnstile {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
    private readonly refusal: string,
  ) {}

  /** Runs the work when its turn comes. @throws LIMIT_EXCEEDED with `retryAfter` of one second when the queue is full */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside < this.atOnce) this.#inside += 1;
    else if (this.#waiting.length < this.mayWait) await new Promise<void>((turn) => this.#waiting.push(turn));
    else throw limitExceeded(this.refusal, { retryAfter: 1 });
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
