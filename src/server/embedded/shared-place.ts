import { lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { canEnter, type RunUser } from './run-user.js';

const LASTING = '/var/lib/guanjia';

/**
 * A directory of root's that `user` can enter, for what that user cannot reach where it is: /var/lib/guanjia, or
 * `guanjia` in the system's temporary directory where the former cannot be had.
 * @throws EmbeddedPostgresError when neither can be had
 */
export async function sharedPlace(user: RunUser, log: (message: string) => void): Promise<string> {
  for (const candidate of [LASTING, join(tmpdir(), 'guanjia')]) {
    const place = await prepare(candidate, user);
    if (place === undefined) continue;
    if (candidate !== LASTING)
      log(`${LASTING} cannot be used; ${place} is, which the system may empty when it restarts`);
    return place;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and user id ${user.uid} can be given no place of its own: neither ${LASTING} nor ${tmpdir()} will do. Start the program as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Refuses a place that someone else made or may write to: in a temporary directory anybody could have. */
async function prepare(candidate: string, user: RunUser): Promise<string | undefined> {
  try {
    await mkdir(candidate, { recursive: true, mode: 0o711 });
    const stats = await lstat(candidate);
    if (!stats.isDirectory() || stats.uid !== 0 || (stats.mode & 0o022) !== 0) return undefined;
    const place = await realpath(candidate);
    return (await canEnter(place, user)) ? place : undefined;
  } catch {
    return undefined;
  }
}
