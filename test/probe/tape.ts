/** A run of numbers from which choices are made; where it ends, every choice is the first one. */
export class Tape {
  #at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number {
    const number = this.numbers[this.#at] ?? 0;
    this.#at += 1;
    return number % Math.max(1, bound);
  }

  /** Whether something happens that happens so often in a hundred; never where the tape has ended. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[this.below(from.length)]!;
  }
}
