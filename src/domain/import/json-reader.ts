import { invalidInput } from '../errors.js';

/** Allowed in every object of a mapping file, for whoever reads it. */
const COMMENT = '$comment';

/** One value of a JSON file, with the path that errors name; every reader @throws INVALID_INPUT with that path. */
export class JsonReader {
  constructor(
    private readonly value: unknown,
    readonly path: string,
  ) {}

  /** Whether the key was left out. */
  get absent(): boolean {
    return this.value === undefined;
  }

  /** Whether it is one text, and no object. */
  get isText(): boolean {
    return typeof this.value === 'string';
  }

  /** Whether it is this very text. */
  isExactly(text: string): boolean {
    return this.value === text;
  }

  /** The fields of an object that has no others than `allowed`. */
  fields<const K extends readonly string[]>(allowed: K): Record<K[number], JsonReader> {
    const entries = this.entries();
    const strange = entries.find(([key]) => key !== COMMENT && !allowed.includes(key));
    if (strange) throw invalidInput(strange[1].path, `is not known here; known: ${allowed.join(', ')}`);
    const found = new Map(entries);
    const field = (key: string): JsonReader => found.get(key) ?? new JsonReader(undefined, this.#below(key));
    return Object.fromEntries(allowed.map((key) => [key, field(key)])) as Record<K[number], JsonReader>;
  }

  /** All fields of an object, whatever they are called. */
  entries(): [string, JsonReader][] {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      throw this.#wrong('an object');
    return Object.entries(this.value).map(([key, value]) => [key, new JsonReader(value, this.#below(key))]);
  }

  /** The items of a list that has at least one. */
  items(): JsonReader[] {
    if (!Array.isArray(this.value) || this.value.length === 0) throw this.#wrong('a list with at least one item');
    return this.value.map((value, i) => new JsonReader(value, `${this.path}[${i}]`));
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value.trim() === '') throw this.#wrong('a text');
    return this.value;
  }

  textOr<T>(otherwise: T): string | T {
    return this.absent ? otherwise : this.text();
  }

  /** A whole number from 0 to `max`. */
  wholeOr(otherwise: number, max: number): number {
    if (this.absent) return otherwise;
    const { value } = this;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max)
      throw this.#wrong(`a whole number from 0 to ${max}`);
    return value;
  }

  flagOr(otherwise: boolean): boolean {
    if (this.absent) return otherwise;
    if (typeof this.value !== 'boolean') throw this.#wrong('true or false');
    return this.value;
  }

  oneOf<const T extends readonly string[]>(allowed: T, otherwise?: T[number]): T[number] {
    if (this.absent && otherwise !== undefined) return otherwise;
    if (typeof this.value !== 'string' || !allowed.includes(this.value))
      throw this.#wrong(`one of ${allowed.join(', ')}`);
    return this.value;
  }

  /** The value read by `read`; null where the key was left out. */
  maybe<T>(read: (reader: JsonReader) => T): T | null {
    return this.absent ? null : read(this);
  }

  #below(key: string): string {
    const plain = /^\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    return this.path === '' ? plain.replace(/^\./, '') : `${this.path}${plain}`;
  }

  #wrong(wanted: string) {
    const given = this.absent ? 'is missing' : `is ${JSON.stringify(this.value).slice(0, 60)}`;
    return invalidInput(this.path === '' ? 'mapping' : this.path, `${given}; it must be ${wanted}`);
  }
}
