import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createGunzip } from 'node:zlib';
import { BackupError } from './backup-error.js';
import { FileSum } from './file-sum.js';
import { keyOf, MANIFEST, tableOf, type Manifest } from './manifest.js';
import { readTar, type TarEntry } from './tar.js';

/** The entries of a backup, in their order. */
export async function* entriesOf(file: string): AsyncGenerator<TarEntry> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* readTar(source.pipe(gunzip));
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/**
 * Reads a backup from end to end and compares every table, and the files, with their checksums and counts; changes nothing.
 * @throws BackupError when the file cannot be read, is no backup, or is damaged
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const found = new Map<string, { readonly hash: Hash; rows: number }>();
  const files = new FileSum();
  let manifest: Manifest | undefined;
  try {
    for await (const { name, body } of entriesOf(file)) {
      if (keyOf(name) !== undefined) files.add({ name, body });
      const table = tableOf(name);
      if (table !== undefined) {
        const known = found.get(table) ?? { hash: createHash('sha256'), rows: 0 };
        known.hash.update(body);
        known.rows += body.reduce((lines, byte) => (byte === NEW_LINE ? lines + 1 : lines), 0);
        found.set(table, known);
      } else if (name === MANIFEST) manifest = JSON.parse(body.toString('utf8')) as Manifest;
    }
  } catch (error) {
    throw new BackupError(`${file} cannot be restored: ${error instanceof Error ? error.message : String(error)}`);
  }
  if ((manifest?.format as number | undefined) !== 1 || !manifest)
    throw new BackupError(`${file} is no backup that this program knows.`);
  for (const { name, rows, sha256 } of manifest.tables) {
    const { hash, rows: lines } = found.get(name) ?? { hash: createHash('sha256'), rows: 0 };
    if (hash.digest('hex') !== sha256 || lines !== rows)
      throw new BackupError(`${file} is damaged: the rows of ${name} are not those that were written.`);
  }
  if (manifest.files && !isDeepStrictEqual(files.result(), manifest.files))
    throw new BackupError(`${file} is damaged: the attachments are not those that were written.`);
  return manifest;
}

/** COPY's text format has one line a row; line breaks in values are escaped. */
const NEW_LINE = 0x0a;
