import type { Logger } from 'pino';
import { buildApi } from './api.js';
import { openDatabase, type Database } from './database/open-database.js';
import type { Environment } from './env.js';
import { openFileStore } from './files/open-file-store.js';
import { openHouse, type OpenHouse } from './house.js';
import { startRhythm, type Rhythm } from '../jobs/rhythm.js';
import { rhythmFigures } from './observation/rhythm-figures.js';
import { listenForMetrics } from './http/metrics-server.js';
import { portTaken } from './port-taken.js';

/** The running product. */
export interface Program {
  readonly house: OpenHouse;
  readonly database: Database;
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  /**
   * Stops in order, within 10 seconds but for the database's own shut-down: no new connections, running operations end,
   * sockets close with 1012, then the database.
   */
  stop(): Promise<void>;
}

/** Readies an open house before anybody is answered. */
type Preparation = (house: OpenHouse, database: Database) => Promise<unknown>;

/** One thing that was started, and how long its end may take, in milliseconds. */
interface Undo {
  readonly what: string;
  readonly withinMs: number;
  readonly end: () => Promise<unknown>;
}

/** The database is waited for: it must not outlive the program. */
const PATIENTLY = 90_000;

/**
 * Starts the product: database, house, API, HTTP and WebSocket. Whatever started is stopped again when a later part fails.
 * @throws Error naming PORT or METRICS_PORT when that port is taken
 */
export async function startProgram(
  environment: Environment,
  log: Logger,
  prepare: Preparation = () => Promise.resolve(),
): Promise<Program> {
  const database = await openDatabase(environment, log);
  const undo: Undo[] = [{ what: 'database', withinMs: PATIENTLY, end: () => database.close() }];
  try {
    const house = await openHouse({
      apiUrl: database.apiUrl,
      secret: database.secret,
      files: await openFileStore(environment),
      outboundLoopback: !environment.production,
      mail: environment.mail,
      onError: (error) => log.error({ err: error }, 'A background task failed'),
    });
    undo.unshift({ what: 'house', withinMs: 1_500, end: () => house.close() });
    await prepare(house, database);
    const rhythms: Rhythm[] = [];
    const beats = (): boolean => rhythms.every((rhythm) => rhythm.beats);
    const api = await buildApi(house, log, { ...environment, beats });
    undo.unshift({ what: 'API', withinMs: 7_000, end: () => api.close() });
    const rhythm = await startRhythm(house, rhythmFigures(api.metrics.registry, log));
    rhythms.push(rhythm);
    // It is told to stop first and waited for behind the API: the two end side by side.
    undo.splice(1, 0, { what: 'rhythm', withinMs: 4_500, end: () => rhythm.stop() });
    const { host, port, metricsPort } = environment;
    if (metricsPort !== null) {
      const metrics = await listenForMetrics(api.metrics, metricsPort).catch(portTaken('METRICS_PORT', metricsPort));
      undo.unshift({ what: 'metrics', withinMs: 500, end: () => closed(metrics) });
    }
    undo.unshift({ what: 'rhythm', withinMs: 500, end: () => Promise.resolve(void rhythm.stop()) });
    const address = await api.http.listen({ host, port }).catch(portTaken('PORT', port));
    return { house, database, address, stop: () => stopAll(undo, log) };
  } catch (error) {
    await stopAll(undo, log);
    throw error;
  }
}

async function stopAll(undo: readonly Undo[], log: Logger): Promise<void> {
  for (const { what, withinMs, end } of undo) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((done) => {
      timer = setTimeout(() => {
        log.error({ what }, 'Did not stop in time');
        done();
      }, withinMs);
    });
    const ending = end().catch((error: unknown) => log.error({ err: error, what }, 'Did not stop in order'));
    await Promise.race([ending, late]);
    clearTimeout(timer);
  }
}

const closed = (server: { close(done: () => void): unknown; closeAllConnections(): void }): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
