import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readLocation } from './cluster-home.js';
import { livingHolder } from './data-directory-lock.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { hasCode } from './has-code.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isRunning } from './running-process.js';
import { loadOrCreateSecrets, type EmbeddedSecrets } from './secrets.js';

/** The embedded server of another living program: used, never stopped. */
interface AttachedPostgres {
  readonly port: number;
  readonly secrets: EmbeddedSecrets;
  /** The program that runs it. */
  readonly holderPid: number;
}

/** How long a program that has just taken the directory may need until its server runs. */
const START_LIMIT_MS = 60_000;

/**
 * Finds the server that another program runs on a data directory, waiting while that program is still starting it.
 * @returns null when no living program uses the directory
 * @throws EmbeddedPostgresError when the program belongs to another user, or its server does not come up
 */
export async function attachEmbeddedPostgres(dataDir: string): Promise<AttachedPostgres | null> {
  const path = resolve(dataDir);
  const deadline = performance.now() + START_LIMIT_MS;
  for (;;) {
    const holderPid = await livingHolder(path);
    if (holderPid === undefined) return null;
    const port = await portOf(path);
    if (port !== undefined) return { port, secrets: await secretsOf(path, holderPid), holderPid };
    if (performance.now() > deadline)
      throw new EmbeddedPostgresError(`Process ${holderPid} uses ${path}, and its database does not come up.`);
    await delay(50);
  }
}

async function portOf(dataDir: string): Promise<number | undefined> {
  const server = await readPostmasterFile(join((await readLocation(dataDir)) ?? dataDir, 'pg'));
  return server !== undefined && (await isRunning(server.pid)) ? server.port : undefined;
}

async function secretsOf(dataDir: string, holderPid: number): Promise<EmbeddedSecrets> {
  try {
    return await loadOrCreateSecrets(dataDir);
  } catch (error) {
    if (!hasCode(error, 'EACCES', 'EPERM')) throw error;
    throw new EmbeddedPostgresError(
      `The data directory ${dataDir} is in use by process ${holderPid} of another user: run this command as that user.`,
      { cause: error },
    );
  }
}
