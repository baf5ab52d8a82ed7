import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chown, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { canEnter, isRoot, unprivilegedUser, type RunUser } from './run-user.js';
import { sharedPlace } from './shared-place.js';
import { hasCode } from './has-code.js';

/** Where the cluster lies and who runs it. */
export interface ClusterHome {
  /** The directory that holds `pg`: the data directory, or the place that its `pg-location.txt` names. */
  directory: string;
  /** Undefined: the program's own user. */
  runAs: RunUser | undefined;
}

/**
 * Finds the cluster of a data directory, or decides where a new one goes: into the data directory, unless the program
 * is root and the user that must run PostgreSQL cannot reach it; then into a directory of that user's own, which
 * `pg-location.txt` in the data directory names from then on. `dataDir` is a real path.
 * @throws EmbeddedPostgresError when the recorded place is gone or the cluster belongs to a user that cannot run it
 */
export async function locateCluster(dataDir: string, log: (message: string) => void): Promise<ClusterHome> {
  const recorded = await readLocation(dataDir);
  const directory = recorded ?? dataDir;
  const cluster = await statOrUndefined(join(directory, 'pg'));
  if (!isRoot()) {
    if (cluster !== undefined) requireOwn(join(directory, 'pg'), cluster);
    return { directory, runAs: undefined };
  }
  if (cluster !== undefined && (await statOrUndefined(join(directory, 'pg', 'PG_VERSION'))) !== undefined) {
    return { directory, runAs: await ownerOf(directory, cluster) };
  }
  if (recorded !== undefined) {
    const home = await stat(recorded);
    return { directory, runAs: { uid: home.uid, gid: home.gid } };
  }
  const runAs = await unprivilegedUser();
  if (await canEnter(dataDir, runAs)) return { directory, runAs };
  return { directory: await moveOut(dataDir, runAs, log), runAs };
}

function requireOwn(path: string, cluster: Stats): void {
  if (cluster.uid === process.getuid?.()) return;
  throw new EmbeddedPostgresError(
    `${path} belongs to user id ${cluster.uid}: start the program as that user or as root.`,
  );
}

/** Root lets the owner of a cluster run it: PostgreSQL accepts no other. */
async function ownerOf(directory: string, cluster: Stats): Promise<RunUser> {
  const path = join(directory, 'pg');
  if (cluster.uid === 0) {
    throw new EmbeddedPostgresError(
      `${path} belongs to root, which PostgreSQL does not run as: give it with all that it holds to an ordinary user (chown -R).`,
    );
  }
  const owner = { uid: cluster.uid, gid: cluster.gid };
  if (await canEnter(directory, owner)) return owner;
  throw new EmbeddedPostgresError(
    `User id ${owner.uid}, to whom ${path} belongs, may not enter ${directory} or a directory above it: permit that (chmod o+x), or start the program as that user.`,
  );
}

/** Named after the data directory's path; numbered, so that what an earlier directory of that path left stays untouched. */
async function moveOut(dataDir: string, user: RunUser, log: (message: string) => void): Promise<string> {
  const place = await sharedPlace(user, log);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  for (let number = 1; ; number++) {
    const directory = join(place, number === 1 ? name : `${name}-${number}`);
    if (!(await makeOrReuseEmpty(directory))) continue;
    await chown(directory, user.uid, user.gid);
    await writeFile(join(dataDir, 'pg-location.txt'), `${directory}\n`, { flag: 'wx', mode: 0o644 });
    log(`user id ${user.uid}, which PostgreSQL runs as, cannot reach ${dataDir}: the database lies in ${directory}`);
    return directory;
  }
}

async function makeOrReuseEmpty(directory: string): Promise<boolean> {
  try {
    await mkdir(directory, { mode: 0o700 });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return (await readdir(directory)).length === 0;
  }
}

/**
 * The place that `pg-location.txt` of a data directory names; undefined when the cluster lies in the directory itself.
 * @throws EmbeddedPostgresError when the recorded place is gone
 */
export async function readLocation(dataDir: string): Promise<string | undefined> {
  const file = join(dataDir, 'pg-location.txt');
  let location: string;
  try {
    location = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  if ((await statOrUndefined(location))?.isDirectory() === true) return location;
  throw new EmbeddedPostgresError(
    `${file} says that the database lies in ${location}, and there is no such directory: bring it back, or remove that file to begin with an empty database.`,
  );
}

async function statOrUndefined(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
