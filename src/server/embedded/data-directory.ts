import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isRoot } from './run-user.js';

/**
 * Creates the data directory where it is missing and gives its real path. One that root creates can be entered by
 * everybody, so that another user can run PostgreSQL in it; an ordinary user's is that user's alone.
 * @throws EmbeddedPostgresError when it cannot be created or written to
 */
export async function openDataDirectory(dataDir: string): Promise<string> {
  const path = resolve(dataDir);
  try {
    await mkdir(path, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const reason = String(error).replace(/^Error: /, '');
    throw new EmbeddedPostgresError(`The data directory ${path} cannot be used: ${reason}`, { cause: error });
  }
}
