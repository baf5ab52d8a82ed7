import { createHash } from 'node:crypto';
import type { BackedUpFiles } from './manifest.js';
import type { TarEntry } from './tar.js';

/** Adds up the files of a backup, while they are written or read. */
export class FileSum {
  readonly #hash = createHash('sha256');
  #count = 0;
  #bytes = 0;

  add({ name, body }: TarEntry): void {
    this.#hash.update(`${name}\n`).update(body);
    this.#count += 1;
    this.#bytes += body.length;
  }

  /** Once, at the end. */
  result(): BackedUpFiles {
    return { count: this.#count, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
