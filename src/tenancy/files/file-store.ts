import type { Readable } from 'node:stream';
import type { ByteRange } from '../../domain/attachment/byte-range.js';

/** A file that lies in the store. */
export interface StoredFile {
  readonly key: string;
  readonly bytes: number;
  readonly storedAt: Date;
}

/**
 * Where files lie. Keys are made of ids and hashes (`<company>/<id>/<hash>`), never of what somebody typed. A key is
 * written once with one content, so writing it again changes nothing.
 */
export interface FileStore {
  /** A folder of this node for files that are not whole yet; what is left there by a crash is removed at the start. */
  readonly drafts: string;
  /** Keeps the content of a local file, which may be moved away by it; whole or not at all. */
  put(key: string, path: string, content: { readonly mediaType: string; readonly bytes: number }): Promise<void>;
  /** The file's bytes, or a range of them; null when there is no such file. */
  open(key: string, range?: ByteRange | null): Promise<Readable | null>;
  /** Removes a file; one that is not there is removed already. */
  remove(key: string): Promise<void>;
  /** All files, in no order; those of one company where it is named. */
  list(companyId?: string): AsyncIterable<StoredFile>;
}

/** For programs that touch no files: whoever asks for one has been put together wrongly. */
export const NO_FILES: FileStore = {
  drafts: '',
  put: () => Promise.reject(noFiles()),
  open: () => Promise.reject(noFiles()),
  remove: () => Promise.reject(noFiles()),
  list: () => {
    throw noFiles();
  },
};

const noFiles = (): Error => new Error('This house was opened without a store for files.');
