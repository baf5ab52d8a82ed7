import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import type { ClusterHome } from './cluster-home.js';
import { freePort, isPortFree } from './free-port.js';
import { Postmaster } from './postmaster.js';
import { serverArguments } from './server-settings.js';

/** What a server is started with. */
interface Launch {
  dataDir: string;
  home: ClusterHome;
  binaries: Binaries;
  superuserPassword: string;
  settings: Record<string, string>;
  log: (message: string) => void;
  /** The port that it must have; absent, any free one. */
  port?: number;
}

/** A server that accepts connections. */
interface LaunchedServer {
  readonly postmaster: Postmaster;
  readonly superuserUrl: string;
  readonly port: number;
}

const PORT_ATTEMPTS = 5;

/**
 * Starts a server on the cluster of a home and waits until it accepts connections. Tries another port when somebody took
 * the chosen one in between, unless it must have that one.
 * @throws EmbeddedPostgresError with the end of the server's log
 */
export async function launchServer(options: Launch): Promise<LaunchedServer> {
  const { dataDir, home, binaries, superuserPassword, settings, log } = options;
  const cluster = join(home.directory, 'pg');
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
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
      if (attempt === PORT_ATTEMPTS || options.port !== undefined || (await isPortFree(port))) throw error;
    }
  }
}
