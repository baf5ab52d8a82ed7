/**
 * Chance that is the same at every run: a stream of numbers that its name alone decides (sfc32 seeded by a hash of the
 * name). Parts of the demo that have streams of their own do not change when another part grows.
 */
export class Random {
  readonly #state: [number, number, number, number];

  constructor(private readonly name: string) {
    this.#state = [hash(name, 1), hash(name, 2), hash(name, 3), 1];
    for (let i = 0; i < 12; i += 1) this.word();
  }

  /** A stream of its own under this one's name. */
  branch(name: string): Random {
    return new Random(`${this.name}/${name}`);
  }

  /** A whole number of 32 bits. */
  word(): number {
    const state = this.#state;
    const sum = (state[0] + state[1] + state[3]) | 0;
    state[3] = (state[3] + 1) | 0;
    state[0] = state[1] ^ (state[1] >>> 9);
    state[1] = (state[2] + (state[2] << 3)) | 0;
    state[2] = ((state[2] << 21) | (state[2] >>> 11)) + sum;
    state[2] |= 0;
    return sum >>> 0;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor((this.word() / 2 ** 32) * (max - min + 1));
  }

  /** True with the probability. */
  chance(probability: number): boolean {
    return this.word() / 2 ** 32 < probability;
  }

  /** One of the list. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.int(0, list.length - 1)];
    if (found === undefined) throw new RangeError('Nothing to pick from.');
    return found;
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries<number>(weights) as [K, number][];
    let rest = this.int(
      1,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [key, weight] of entries) {
      rest -= weight;
      if (rest <= 0) return key;
    }
    throw new RangeError('Nothing to pick from.');
  }

  /** An id in the form of UUIDv7: born at an instant, in milliseconds since 1970. */
  id(bornAtMs: number): string {
    const time = Math.floor(bornAtMs).toString(16).padStart(12, '0');
    const [a, b, c] = [this.word(), this.word(), this.word()].map((word) => word.toString(16).padStart(8, '0'));
    const variant = ((this.word() & 0x3) | 0x8).toString(16);
    const text = `${time}7${String(a).slice(0, 3)}${variant}${String(b).slice(0, 3)}${String(a).slice(4)}${String(c)}`;
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

/** FNV-1a over the characters, finished by murmur3's mix. */
function hash(text: string, salt: number): number {
  let value = 2_166_136_261 ^ salt;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
  value = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  value = Math.imul(value ^ (value >>> 13), 3_266_489_909);
  return (value ^ (value >>> 16)) >>> 0;
}
