import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { ClusterHome } from './cluster-home.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runProgram } from './run-program.js';
import type { RunUser } from './run-user.js';
import { hasCode } from './has-code.js';

/** Begins the name of a cluster that is being made; what is left of one is removed at the next start. */
export const DRAFT = 'pg.draft-';

/** pg_trgm takes a letter for a letter by the system's LC_CTYPE, not by the built-in locale; a system has one of these. */
const CHARACTER_TYPES = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'UTF-8', 'C'];

/**
 * Sees to it that `pg` in the home is a whole cluster of the right version, creating it where there is none: UTF-8 with
 * the built-in C.UTF-8 locale whatever the system's is, scram for every connection, superuser `postgres`. It is made
 * beside its place and moved there when done, so an interrupted attempt leaves nothing that counts.
 * @throws EmbeddedPostgresError when it cannot be made, or another version of PostgreSQL wrote the one that is there
 */
export async function initialiseCluster(
  home: ClusterHome,
  binaries: Binaries,
  options: { superuserPassword: string; durable: boolean; log: (message: string) => void },
): Promise<void> {
  const cluster = join(home.directory, 'pg');
  await clearDrafts(home.directory);
  const version = await writtenBy(cluster);
  if (version !== undefined) {
    requireVersion(cluster, version, binaries.majorVersion);
    return;
  }
  await setAside(cluster, options.log);
  options.log(`creating a PostgreSQL ${binaries.majorVersion} cluster in ${cluster}`);

  const draft = join(home.directory, `${DRAFT}${randomBytes(6).toString('hex')}`);
  const passwordFile = join(draft, 'password');
  await mkdir(draft, { mode: 0o700 });
  try {
    await writeFile(passwordFile, `${options.superuserPassword}\n`, { flag: 'wx', mode: 0o600 });
    if (home.runAs !== undefined) {
      await chown(passwordFile, home.runAs.uid, home.runAs.gid);
      await chown(draft, home.runAs.uid, home.runAs.gid);
    }
    const flags = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      `--pgdata=${join(draft, 'pg')}`,
    ];
    await runInitdb(binaries.initdb, options.durable ? flags : [...flags, '--no-sync'], home.runAs);
    await rename(join(draft, 'pg'), cluster);
  } catch (error) {
    throw new EmbeddedPostgresError(`No PostgreSQL cluster can be created in ${home.directory}: ${String(error)}`);
  } finally {
    await remove(draft);
  }
}

async function runInitdb(initdb: string, flags: string[], runAs: RunUser | undefined): Promise<void> {
  for (const characterType of CHARACTER_TYPES) {
    try {
      await runProgram(initdb, [...flags, `--lc-ctype=${characterType}`], runAs);
      return;
    } catch (error) {
      if (!String(error).includes('invalid locale name') || characterType === 'C') throw error;
    }
  }
}

async function clearDrafts(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.startsWith(DRAFT)) await remove(join(directory, name));
  }
}

/** Patient: an initdb that outlived its program may still be writing there. */
async function remove(draft: string): Promise<void> {
  await rm(draft, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

async function writtenBy(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function requireVersion(cluster: string, version: string, majorVersion: number): void {
  if (version === String(majorVersion)) return;
  throw new EmbeddedPostgresError(
    `${cluster} was written by PostgreSQL ${version}, and this program brings PostgreSQL ${majorVersion}: restore a backup into a new DATA_DIR.`,
  );
}

/** A directory in the cluster's place that is none: an empty one goes, anything else is kept under another name. */
async function setAside(cluster: string, log: (message: string) => void): Promise<void> {
  let names: string[];
  try {
    names = await readdir(cluster);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (names.length === 0) return rm(cluster, { recursive: true });
  const aside = `${cluster}.incomplete-${randomBytes(6).toString('hex')}`;
  await rename(cluster, aside);
  log(`${cluster} is no whole cluster (it has no PG_VERSION): moved to ${aside}`);
}
