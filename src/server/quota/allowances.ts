/** What one holder has left. */
interface Allowance {
  /** Cost that may be spent now; below zero after a fine. */
  left: number;
  /** When `left` was true, in milliseconds of the monotonic clock. */
  at: number;
  underWay: number;
}

/** How large the allowances of one kind are. */
interface AllowanceSize {
  readonly costPerMinute: number;
  readonly operations: number;
  /** Most holders that are remembered. */
  readonly kept: number;
}

const MINUTE_MS = 60_000;

/**
 * Allowances by holder: a bucket that holds the cost of a minute and fills evenly, and a count of operations under way.
 * Keeps no timer; remembers the holders that were seen last, and all that have operations under way. One that is
 * forgotten starts with a full bucket.
 */
export class Allowances {
  readonly #held = new Map<string, Allowance>();

  constructor(
    readonly size: AllowanceSize,
    private readonly monotonicMs: () => number,
  ) {}

  /** How many holders are remembered. */
  get remembered(): number {
    return this.#held.size;
  }

  /** Milliseconds until so much may be spent, 0 when now. What costs more than a minute's allowance waits for all of it. */
  msUntil(holder: string, cost: number): number {
    const { costPerMinute } = this.size;
    const lacking = Math.min(cost, costPerMinute) - this.#of(holder).left;
    return lacking <= 0 ? 0 : (lacking / costPerMinute) * MINUTE_MS;
  }

  /** Takes a cost, whether it is there or not; what is owed is never more than a minute's allowance. */
  take(holder: string, cost: number): void {
    const allowance = this.#of(holder);
    allowance.left = Math.max(-this.size.costPerMinute, allowance.left - cost);
  }

  /** Whether one more operation may be under way. */
  hasRoom(holder: string): boolean {
    return this.#of(holder).underWay < this.size.operations;
  }

  /** Counts an operation under way. @returns what ends it; only the first call counts */
  enter(holder: string): () => void {
    const allowance = this.#of(holder);
    allowance.underWay += 1;
    let inside = true;
    return () => {
      if (inside) allowance.underWay -= 1;
      inside = false;
    };
  }

  #of(holder: string): Allowance {
    const now = this.monotonicMs();
    const { costPerMinute } = this.size;
    const known = this.#held.get(holder);
    const allowance = known ?? { left: costPerMinute, at: now, underWay: 0 };
    allowance.left = Math.min(costPerMinute, allowance.left + ((now - allowance.at) / MINUTE_MS) * costPerMinute);
    allowance.at = now;
    if (known) this.#held.delete(holder);
    this.#held.set(holder, allowance);
    if (this.#held.size > this.size.kept) this.#forgetOldest();
    return allowance;
  }

  #forgetOldest(): void {
    for (const [holder, allowance] of this.#held)
      if (allowance.underWay === 0) {
        this.#held.delete(holder);
        return;
      }
  }
}
