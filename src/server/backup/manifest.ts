import { createHmac } from 'node:crypto';
import { readKey } from '../../tenancy/files/file-key.js';

/** What a table of a backup holds. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of all its parts, one behind the other; hexadecimal. */
  readonly sha256: string;
}

/** The last entry of a backup: without it the file is not whole. */
export interface Manifest {
  readonly format: 1;
  /** RFC 3339. */
  readonly takenAt: string;
  /** Migrations that the tables are of, in the order in which they were applied. */
  readonly migrations: readonly string[];
  /** Tells whether a secret is the one that sealed the signing keys, and nothing else about it. */
  readonly secretPrint: string;
  readonly tables: readonly BackedUpTable[];
  /** Attachments; absent where they lay in a bucket, which is kept by its own means. */
  readonly files?: BackedUpFiles;
}

/** What the files of a backup are. */
export interface BackedUpFiles {
  readonly count: number;
  readonly bytes: number;
  /** Of all names and contents, one behind the other; hexadecimal. */
  readonly sha256: string;
}

export const MANIFEST = 'manifest.json';

/** The name of a part of a table: `tables/ticket/0001.copy`, in COPY's text format, whole rows. */
export const partName = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(4, '0')}.copy`;

/** The table that an entry is a part of; undefined when it is none. */
export const tableOf = (entry: string): string | undefined => /^tables\/([a-z0-9_]+)\/\d+\.copy$/.exec(entry)?.[1];

const FILES = 'files/';

/** The name of an attachment's bytes: `files/` and their key in the store. */
export const fileEntry = (key: string): string => FILES + key;

/** The key that an entry holds the bytes of; undefined when it is none. */
export const keyOf = (entry: string): string | undefined => {
  const key = entry.startsWith(FILES) ? entry.slice(FILES.length) : '';
  return readKey(key) ? key : undefined;
};

/** Recognises a secret without keeping it. */
export const secretPrint = (secret: string): string =>
  createHmac('sha256', secret).update('guanjia backup').digest('base64url').slice(0, 22);
