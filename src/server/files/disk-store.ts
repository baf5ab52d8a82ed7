import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../../domain/attachment/byte-range.js';
import { readKey } from '../../tenancy/files/file-key.js';
import type { FileStore, StoredFile } from '../../tenancy/files/file-store.js';
import { hasCode } from '../embedded/has-code.js';
import { draftsFolder } from './drafts-folder.js';

/**
 * Files below a folder of this machine, `<company>/<id>/<hash>`, mode 0600. A file appears whole: it is written beside
 * the store on the same disk, flushed, and renamed into its place.
 */
export class DiskStore implements FileStore {
  readonly #root: string;

  /** Opens the store in a folder that it makes. */
  static async open(folder: string): Promise<DiskStore> {
    return new DiskStore(folder, await draftsFolder(folder));
  }

  private constructor(
    folder: string,
    readonly drafts: string,
  ) {
    this.#root = keptFolder(folder);
  }

  async put(key: string, path: string): Promise<void> {
    const place = this.#placeOf(key);
    const folder = dirname(place);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await flush(path);
    await rename(path, place);
    await flush(folder);
  }

  async open(key: string, range: ByteRange | null = null): Promise<Readable | null> {
    try {
      const file = await open(this.#placeOf(key));
      return file.createReadStream(range ? { start: range.first, end: range.last } : {});
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#placeOf(key), { force: true });
  }

  async *list(companyId?: string): AsyncGenerator<StoredFile> {
    for (const company of companyId === undefined ? await namesIn(this.#root) : [companyId])
      for (const id of await namesIn(join(this.#root, company)))
        for (const name of await namesIn(join(this.#root, company, id))) {
          const key = `${company}/${id}/${name}`;
          const found = readKey(key) ? await stat(this.#placeOf(key)).catch(() => null) : null;
          if (found) yield { key, bytes: found.size, storedAt: found.mtime };
        }
  }

  /** @throws Error for anything but a key of ours: no path is ever made of another text */
  #placeOf(key: string): string {
    if (!readKey(key)) throw new Error('No key of a file.');
    return join(this.#root, key);
  }
}

/** Where whole files lie, below the folder of a store. */
export const keptFolder = (folder: string): string => join(folder, 'kept');

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
