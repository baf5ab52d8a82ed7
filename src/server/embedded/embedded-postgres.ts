import { join } from 'node:path';
import { findBinaries, type Binaries } from './binaries.js';
import { locateCluster, type ClusterHome } from './cluster-home.js';
import { lockDataDirectory, type DataDirectoryLock } from './data-directory-lock.js';
import { openDataDirectory } from './data-directory.js';
import { freePort, isPortFree } from './free-port.js';
import { initialiseCluster } from './initialise-cluster.js';
import { Postmaster } from './postmaster.js';
import { loadOrCreateSecrets } from './secrets.js';
import { serverArguments } from './server-settings.js';
import { stopOrphan } from './stop-orphan.js';

/** A PostgreSQL server of this program's own, on the loopback interface only. */
export interface EmbeddedPostgres {
  /** postgres://postgres:…@127.0.0.1:PORT/postgres : superuser, used only to create roles and databases */
  readonly superuserUrl: string;
  /** Another one at each start. */
  readonly port: number;
  /** Orderly stop (fast shutdown), idempotent; releases the lock. */
  stop(): Promise<void>;
}

interface EmbeddedPostgresOptions {
  /** Created when missing. Holds `secrets.json`, the lock, the server's log and, where that is possible, the data. */
  dataDir: string;
  log: (message: string) => void;
  /** PostgreSQL settings, such as `fsync: 'off'` for tests; those of listening and passwords cannot be changed. */
  settings?: Record<string, string>;
}

const PORT_ATTEMPTS = 5;

/**
 * Starts the server on the data of an earlier start, or on a new cluster; resolves when it accepts connections.
 * One program at a time uses a data directory; what a killed one left behind is put in order first.
 * @throws DataDirectoryInUseError when another program lives in the data directory
 * @throws SecretsFileError when `secrets.json` is damaged
 * @throws EmbeddedPostgresError when the server cannot be had; the message says why
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = await openDataDirectory(options.dataDir);
  const locks = [await lockDataDirectory(dataDir)];
  try {
    const home = await locateCluster(dataDir, options.log);
    // The data directory may be a copy that names the same place: then the place has a lock of its own.
    if (home.directory !== dataDir) locks.push(await lockDataDirectory(home.directory));
    return await startUnderLocks(dataDir, home, locks, options);
  } catch (error) {
    await release(locks);
    throw error;
  }
}

async function startUnderLocks(
  dataDir: string,
  home: ClusterHome,
  locks: DataDirectoryLock[],
  { log, settings = {} }: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { superuserPassword } = await loadOrCreateSecrets(dataDir);
  const binaries = await findBinaries(home, log);
  await stopOrphan(join(home.directory, 'pg'), log);
  await initialiseCluster(home, binaries, { superuserPassword, durable: settings.fsync !== 'off', log });
  const { postmaster, superuserUrl, port } = await launch({
    dataDir,
    home,
    binaries,
    superuserPassword,
    settings,
    log,
  });
  log(`PostgreSQL ${binaries.majorVersion} accepts connections on 127.0.0.1:${port}, data in ${home.directory}`);
  let stopped: Promise<void> | undefined;
  return {
    superuserUrl,
    port,
    stop: () => (stopped ??= postmaster.stop().then(() => release(locks))),
  };
}

interface Launch {
  dataDir: string;
  home: ClusterHome;
  binaries: Binaries;
  superuserPassword: string;
  settings: Record<string, string>;
  log: (message: string) => void;
}

/** Tries another port when somebody took the chosen one in between. */
async function launch({ dataDir, home, binaries, superuserPassword, settings, log }: Launch) {
  const cluster = join(home.directory, 'pg');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const superuserUrl = `postgres://postgres:${encodeURIComponent(superuserPassword)}@127.0.0.1:${port}/postgres`;
    const postmaster = await Postmaster.launch({
      postgres: binaries.postgres,
      args: serverArguments(cluster, port, settings),
      runAs: home.runAs,
      cluster,
      port,
      superuserUrl,
      logFile: join(dataDir, 'postgres.log'),
      log,
    });
    try {
      await postmaster.ready();
      return { postmaster, superuserUrl, port };
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || (await isPortFree(port))) throw error;
    }
  }
}

async function release(locks: DataDirectoryLock[]): Promise<void> {
  for (const lock of locks.toReversed()) await lock.release();
}
