/**
 * What became known while something was read for many at once: for whom alone it would have read otherwise.
 */
export class Crowd {
  readonly #personalTo = new Set<string>();
  #everybody = false;

  /** The reading depends on who each one is. */
  dependOnEach(): void {
    this.#everybody = true;
  }

  /** The reading would be another one for this person. */
  dependOn(personId: string): void {
    this.#personalTo.add(personId);
  }

  /** Whether what was read is what any of them would have read. */
  get holdsForAll(): boolean {
    return !this.#everybody && this.#personalTo.size === 0;
  }

  /** Whether what was read is what this person would have read. */
  holdsFor(personId: string): boolean {
    return !this.#everybody && !this.#personalTo.has(personId);
  }
}
