import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { clientAddress } from './client-address.js';
import { contextMaker } from './context-maker.js';
import { buildApiSchema } from './execution/build-api-schema.js';
import { DocumentGate } from './execution/document-gate.js';
import { Executor } from './execution/executor.js';
import type { OpenHouse } from './house.js';
import { buildHttpServer, type HttpPatience } from './http/http-server.js';
import { Metrics } from './observation/metrics.js';
import { operationLog } from './observation/operation-log.js';
import { USUAL_QUOTA, type QuotaBounds } from './quota/quota-bounds.js';
import { Quota } from './quota/quota.js';
import type { LobbyBounds } from './websocket/lobby.js';
import type { OutboxBounds } from './websocket/outbox.js';
import type { Sockets } from './websocket/sockets.js';
import { attachWebSocketServer } from './websocket/websocket-server.js';

/** How the doors are set. */
export interface ApiSettings {
  readonly introspection: boolean;
  readonly graphiql: boolean;
  readonly metricsToken: string | null;
  /** What callers may use up; the usual quota unless told otherwise. */
  readonly quota?: QuotaBounds;
  /** Origins of web apps that may use the API; none unless told otherwise. */
  readonly corsOrigins?: readonly string[];
  /** One's own reverse proxies; none unless told otherwise. */
  readonly trustedProxies?: readonly string[];
  /** At which sighting an operation is compiled; 3 unless told otherwise. */
  readonly compileAt?: number;
  /** Whether what this node does by itself goes on; not looked at unless told. */
  readonly beats?: () => boolean;
  /** For tests: how long HTTP waits for clients. */
  readonly httpPatience?: HttpPatience;
  /** For tests of sockets: how much may lie unsent, and how long clients may take, in milliseconds. */
  readonly sockets?: {
    readonly outbox?: OutboxBounds;
    readonly keepAliveMs?: number;
    readonly initWaitMs?: number;
    readonly lobby?: LobbyBounds;
  };
}

/** The doors over an open house. */
export interface Api {
  readonly http: FastifyInstance;
  readonly sockets: Sockets;
  readonly executor: Executor;
  readonly gate: DocumentGate;
  readonly metrics: Metrics;
  /** Takes no new connections, lets running operations end, closes sockets with 1012. */
  close(): Promise<void>;
}

/** Longest that running operations may take at a stop, in milliseconds. */
const DRAIN_MS = 5_000;

/** Builds HTTP and WebSocket over a house; the caller listens. */
export async function buildApi(house: OpenHouse, log: Logger, settings: ApiSettings): Promise<Api> {
  const schema = await buildApiSchema();
  const { introspection } = settings;
  const logged = operationLog(log);
  const quota = new Quota(settings.quota ?? USUAL_QUOTA);
  const executor = new Executor(schema, {
    quota,
    sink: (logId, error) => log.error({ err: error, logId }, 'An operation failed'),
    suggestions: introspection,
    ...(settings.compileAt === undefined ? {} : { compileAt: settings.compileAt }),
    observe: (record) => {
      metrics.observe(record);
      logged(record);
    },
  });
  const addressOf = clientAddress(settings.trustedProxies ?? []);
  const gate = new DocumentGate(schema, { introspection });
  const metrics = new Metrics({ pool: house.pool, openSockets: () => door.sockets.size });
  const http = await buildHttpServer({
    introspection,
    graphiql: settings.graphiql,
    metricsToken: settings.metricsToken,
    corsOrigins: settings.corsOrigins ?? [],
    ...(settings.httpPatience ? { patience: settings.httpPatience } : {}),
    ...(settings.beats ? { beats: settings.beats } : {}),
    house,
    schema,
    executor,
    gate,
    quota,
    contextOf: contextMaker(house),
    addressOf,
    log,
    metrics,
  });
  const door = attachWebSocketServer(http.server, {
    ...settings.sockets,
    house,
    executor,
    gate,
    quota,
    addressOf,
    onError: (error) => log.error({ err: error }, 'A socket failed'),
    onClose: (code) => log.info({ code }, 'Closed a socket'),
  });
  house.onPrincipalsChanged((companyId) => void door.sockets.recheck(companyId));
  return {
    http,
    sockets: door.sockets,
    executor,
    gate,
    metrics,
    close: async () => {
      const closing = http.close();
      await Promise.race([executor.running.idle(), pause(DRAIN_MS, undefined, { ref: false })]);
      await door.close();
      const idle = setInterval(() => http.server.closeIdleConnections(), 50);
      await closing.finally(() => clearInterval(idle));
      metrics.close();
    },
  };
}
