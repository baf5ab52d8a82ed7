import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The user that PostgreSQL runs as, when it is not the one that the program runs as. */
export interface RunUser {
  uid: number;
  gid: number;
}

const PREFERRED = ['postgres', '_postgres', 'nobody', 'daemon'];

/** Whether the program is root, under which PostgreSQL refuses to run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * An existing unprivileged user for a new cluster. No user is created.
 * @throws EmbeddedPostgresError when the system has none
 */
export async function unprivilegedUser(): Promise<RunUser> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const name of PREFERRED) {
    const line = lines.find((fields) => fields[0] === name);
    const uid = Number(line?.[2]);
    const gid = Number(line?.[3]);
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and /etc/passwd has none of ${PREFERRED.join(', ')} to run it as: start the program as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether the mode bits let `user` enter this directory and all above it. `directory` is a real path. */
export async function canEnter(directory: string, user: RunUser): Promise<boolean> {
  for (let path = directory; ; path = dirname(path)) {
    if (!maySearch(await stat(path), user)) return false;
    if (path === dirname(path)) return true;
  }
}

function maySearch(stats: Stats, user: RunUser): boolean {
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0;
  return ((stats.mode >> shift) & 1) === 1;
}
