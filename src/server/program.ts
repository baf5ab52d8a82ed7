import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { contextMaker } from './context-maker.js';
import { openDatabase, type Database } from './database/open-database.js';
import type { Environment } from './env.js';
import { buildApiSchema } from './execution/build-api-schema.js';
import { DocumentGate } from './execution/document-gate.js';
import { Executor } from './execution/executor.js';
import { LIMIT_RULES } from './execution/limits.js';
import { openHouse, type OpenHouse } from './house.js';
import { buildHttpServer } from './http/http-server.js';
import { attachWebSocketServer } from './websocket/websocket-server.js';
import type { Sockets } from './websocket/sockets.js';

/** The running product. */
export interface Program {
  readonly house: OpenHouse;
  readonly database: Database;
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Stops in order: no new connections, running operations end, sockets close with 1012, then the database. */
  stop(): Promise<void>;
}

/** Longest that an orderly stop may take, in milliseconds. */
const STOP_WITHIN_MS = 10_000;

/** Starts the product: database, house, API, HTTP and WebSocket. Whatever started is stopped again when a later part fails. */
export async function startProgram(environment: Environment, log: Logger): Promise<Program> {
  const database = await openDatabase(environment, log);
  const undo: (() => Promise<unknown>)[] = [() => database.close()];
  try {
    const house = await openHouse({
      apiUrl: database.apiUrl,
      secret: database.secret,
      onError: (error) => log.error({ err: error }, 'A background task failed'),
    });
    undo.unshift(() => house.close());
    const api = await buildApi(house, log, environment.introspection);
    undo.unshift(() => api.close());
    const address = await api.http.listen({ host: environment.host, port: environment.port });
    return { house, database, address, stop: () => stopAll(undo) };
  } catch (error) {
    await stopAll(undo);
    throw error;
  }
}

/** The doors over an open house. */
export interface Api {
  readonly http: FastifyInstance;
  readonly sockets: Sockets;
  readonly executor: Executor;
  close(): Promise<void>;
}

/** Builds HTTP and WebSocket over a house; the caller listens. */
export async function buildApi(house: OpenHouse, log: Logger, introspection: boolean): Promise<Api> {
  const schema = await buildApiSchema();
  const executor = new Executor(schema, (logId, error) => log.error({ err: error, logId }, 'An operation failed'));
  const gate = new DocumentGate(schema, { introspection, rules: LIMIT_RULES });
  const http = await buildHttpServer({ schema, executor, contextOf: contextMaker(house), log, introspection });
  const sockets = attachWebSocketServer(http.server, { house, executor, gate });
  house.onPrincipalsChanged((companyId) => void sockets.recheck(companyId));
  return {
    http,
    sockets,
    executor,
    close: async () => {
      const closing = http.close();
      await sockets.close();
      await closing;
    },
  };
}

async function stopAll(undo: readonly (() => Promise<unknown>)[]): Promise<void> {
  const patience = new Promise<void>((done) => setTimeout(done, STOP_WITHIN_MS).unref());
  const orderly = (async () => {
    for (const step of undo) await step();
  })();
  await Promise.race([orderly, patience]);
}
