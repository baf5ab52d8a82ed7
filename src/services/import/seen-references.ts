import { createHash } from 'node:crypto';

/**
 * The references that a file has had so far, eight bytes each: a million rows take 16 MiB. Two references of a million
 * are taken for one with a probability of 3 in 100 million.
 */
export class SeenReferences {
  #slots = new BigUint64Array(1024);
  #count = 0;

  /** Remembers a reference. @returns whether it was there before */
  add(reference: string): boolean {
    if (this.#count * 2 >= this.#slots.length) this.#grow();
    return !this.#put(createHash('sha256').update(reference).digest().readBigUInt64LE() || 1n);
  }

  #put(key: bigint): boolean {
    const mask = this.#slots.length - 1;
    for (let at = Number(key & 0xffff_ffffn) & mask; ; at = (at + 1) & mask) {
      const held = this.#slots[at];
      if (held === key) return false;
      if (held !== 0n) continue;
      this.#slots[at] = key;
      this.#count += 1;
      return true;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new BigUint64Array(before.length * 2);
    this.#count = 0;
    for (const key of before) if (key !== 0n) this.#put(key);
  }
}
