import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { locateCluster, type ClusterHome } from './cluster-home.js';
import { lockDataDirectory, type DataDirectoryLock } from './data-directory-lock.js';
import { openDataDirectory } from './data-directory.js';
import { finishExchange } from './exchange-cluster.js';
import { initialiseCluster } from './initialise-cluster.js';
import { KeptServer } from './kept-server.js';
import { launchServer } from './launch-server.js';
import { loadOrCreateSecrets } from './secrets.js';
import { stopOrphan } from './stop-orphan.js';

/** A PostgreSQL server of this program's own, on the loopback interface only. */
export interface EmbeddedPostgres {
  /** postgres://postgres:…@127.0.0.1:PORT/postgres : superuser, used only to create roles and databases */
  readonly superuserUrl: string;
  /** Another one at each start. */
  readonly port: number;
  /** Resolves, with why, when the server has ended by itself and could not be started again. */
  readonly lost: Promise<Error>;
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

/**
 * Starts the server on the data of an earlier start, or on a new cluster; resolves when it accepts connections.
 * A server that ends by itself is started again on its port. One program at a time uses a data directory; what a killed one left behind is put in order first.
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
  await finishExchange(home.directory);
  await stopOrphan(join(home.directory, 'pg'), log);
  await initialiseCluster(home, binaries, { superuserPassword, durable: settings.fsync !== 'off', log });
  const cluster = join(home.directory, 'pg');
  const place = { dataDir, home, binaries, superuserPassword, settings, log };
  const { postmaster, superuserUrl, port } = await launchServer(place);
  const kept = new KeptServer(
    postmaster,
    async () => {
      await stopOrphan(cluster, log);
      return (await launchServer({ ...place, port })).postmaster;
    },
    log,
  );
  log(`PostgreSQL ${binaries.majorVersion} accepts connections on 127.0.0.1:${port}, data in ${home.directory}`);
  let stopped: Promise<void> | undefined;
  return {
    superuserUrl,
    port,
    lost: kept.lost,
    stop: () => (stopped ??= kept.stop().then(() => release(locks))),
  };
}

async function release(locks: DataDirectoryLock[]): Promise<void> {
  for (const lock of locks.toReversed()) await lock.release();
}
