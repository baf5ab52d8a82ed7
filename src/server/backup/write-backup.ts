import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { FileStore } from '../../tenancy/files/file-store.js';
import { asOnlyMigrator } from '../database/migrate.js';
import { hasCode } from '../embedded/has-code.js';
import { BackupError } from './backup-error.js';
import { copyOut } from './copy.js';
import { FileSum } from './file-sum.js';
import {
  fileEntry,
  MANIFEST,
  partName,
  secretPrint,
  type BackedUpFiles,
  type BackedUpTable,
  type Manifest,
} from './manifest.js';
import { copied, tablesOf } from './tables.js';
import { TAR_END, tarEntry, type TarEntry } from './tar.js';

interface BackupOrder {
  /** Sees through the fence: a backup by a role that does not would silently lack rows. */
  readonly superuserUrl: string;
  /** Seals the signing keys; only its print goes into the backup. */
  readonly secret: string;
  /** Where attachments lie; null leaves them out. */
  readonly files: FileStore | null;
  /** Must not exist yet. */
  readonly file: string;
  readonly now: Date;
}

/**
 * Writes every row of one snapshot into a compressed archive (`tar.gz`, mode 0600), while the program goes on, and behind
 * them the attachments: those of the snapshot, and what has come since, but for what was removed since. No migration
 * runs meanwhile. The file appears when it is whole, or not at all.
 * @throws BackupError when the file exists
 */
export async function writeBackup({ superuserUrl, secret, files, file, now }: BackupOrder): Promise<Manifest> {
  const draft = `${file}.draft`;
  const gzip = createGzip();
  const writing = pipeline(gzip, createWriteStream(draft, { flags: 'w', mode: 0o600, flush: true }));
  writing.catch(() => undefined);
  const write = async (bytes: Buffer): Promise<void> => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), writing]);
  };
  const add = (entry: TarEntry): Promise<void> => write(tarEntry(entry, now));
  try {
    const content = await asOnlyMigrator(superuserUrl, () => copyTables(superuserUrl, add));
    const manifest: Manifest = {
      format: 1,
      takenAt: now.toISOString(),
      secretPrint: secretPrint(secret),
      ...content,
      ...(files ? { files: await copyFiles(files, add) } : {}),
    };
    await add({ name: MANIFEST, body: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) });
    await write(TAR_END);
    gzip.end();
    await writing;
    await link(draft, file);
    return manifest;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new BackupError(`${file} exists already: name another file.`);
    throw error;
  } finally {
    gzip.destroy();
    await rm(draft, { force: true });
  }
}

async function copyFiles(files: FileStore, add: (entry: TarEntry) => Promise<void>): Promise<BackedUpFiles> {
  const sum = new FileSum();
  for await (const { key } of files.list()) {
    const source = await files.open(key);
    if (!source) continue;
    const entry = { name: fileEntry(key), body: Buffer.concat((await source.toArray()) as Buffer[]) };
    sum.add(entry);
    await add(entry);
  }
  return sum.result();
}

async function copyTables(
  superuserUrl: string,
  add: (entry: TarEntry) => Promise<void>,
): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'guanjia backup' });
  await client.connect();
  try {
    await client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'`);
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ name: string }>('select name from mikro_orm_migrations order by id');
    const tables: BackedUpTable[] = [];
    for (const table of await tablesOf(client)) {
      const hash = createHash('sha256');
      let parts = 0;
      const count = await copyOut(client, `copy ${copied(table)} to stdout`, async (body) => {
        hash.update(body);
        parts += 1;
        await add({ name: partName(table.name, parts), body });
      });
      tables.push({ ...table, rows: count, sha256: hash.digest('hex') });
    }
    await client.query('commit');
    return { migrations: rows.map(({ name }) => name), tables };
  } finally {
    await client.end();
  }
}
