import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { readPostmasterFile, type PostmasterFile } from './postmaster-file.js';
import { commandLine, isRunning, waitForEnd } from './running-process.js';
import { shutDown } from './shut-down.js';

/**
 * Stops the PostgreSQL that a killed program of ours left running on this cluster, so that the next one runs with the
 * programs and settings of today. Call it under the lock. A `postmaster.pid` whose process id belongs to something else
 * by now is removed, since PostgreSQL would take it for a running server and refuse to start.
 * @throws EmbeddedPostgresError when it cannot be stopped
 */
export async function stopOrphan(cluster: string, log: (message: string) => void): Promise<void> {
  const orphan = await readPostmasterFile(cluster);
  if (orphan === undefined) return;
  if (!(await isServer(orphan))) {
    await rm(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  log(`stopping PostgreSQL process ${orphan.pid}, which an earlier program left running on ${cluster}`);
  if (await shutDown(orphan.pid, (milliseconds) => waitForEnd(orphan.pid, milliseconds))) return;
  throw new EmbeddedPostgresError(
    `PostgreSQL process ${orphan.pid}, left running on ${cluster}, does not stop: end it by hand.`,
  );
}

async function isServer({ pid, cluster }: PostmasterFile): Promise<boolean> {
  const command = await commandLine(pid);
  if (!(await isRunning(pid))) return false;
  if (command !== undefined) return `${command} `.includes(` -D ${cluster} `);
  throw new EmbeddedPostgresError(
    `Process ${pid} may be a PostgreSQL that runs on ${cluster}, and the system does not tell: end it, or remove postmaster.pid there.`,
  );
}
