import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { AddressOf } from '../client-address.js';
import type { ContextMaker } from '../context-maker.js';
import type { DocumentGate } from '../execution/document-gate.js';
import type { Executor } from '../execution/executor.js';
import type { OpenHouse } from '../house.js';
import type { Metrics } from '../observation/metrics.js';
import type { Quota } from '../quota/quota.js';
import { LentDocuments, startApollo } from './apollo.js';
import { addCrossOrigin } from './cross-origin.js';
import { addGraphiql } from './graphiql.js';
import { addGraphqlRoute } from './graphql-route.js';
import { addDownloadRoute } from './files/download-route.js';
import { addExportRoute } from './files/export-route.js';
import { addFormRoute } from './files/form-route.js';
import { addUploadRoute, type UploadPatience } from './files/upload-route.js';
import { addHealth } from './health.js';
import { addJsonBody } from './json-body.js';
import { addJwks } from './jwks.js';
import { addMetricsRoute } from './metrics-route.js';
import { BODY_LIMIT, errorHandler } from './refusal.js';
import { addRequestPatience } from './request-patience.js';

/** What the HTTP side is built from. */
interface HttpServerOptions {
  readonly house: OpenHouse;
  /** Whether what this node does by itself goes on. */
  readonly beats?: () => boolean;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly gate: DocumentGate;
  readonly quota: Quota;
  readonly contextOf: ContextMaker;
  readonly addressOf: AddressOf;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly introspection: boolean;
  readonly graphiql: boolean;
  /** Who has it may read `/metrics` here; null closes that page. */
  readonly metricsToken: string | null;
  /** Origins whose web apps may use the API. */
  readonly corsOrigins: readonly string[];
  readonly patience?: HttpPatience;
}

/** How long a connection may keep the server waiting, in milliseconds. */
export interface HttpPatience extends Partial<UploadPatience> {
  /** For the headers of its next request, also of its first. */
  readonly headersMs: number;
  /** For a whole request that uploads nothing. */
  readonly requestMs: number;
  /** Between two requests; longer than the minute that load balancers keep connections. */
  readonly idleMs: number;
  /** How often the server looks for those that take too long. */
  readonly lookMs: number;
}

const PATIENCE: HttpPatience = { headersMs: 10_000, requestMs: 30_000, idleMs: 65_000, lookMs: 2_000 };
/** Ten minutes for 50 MiB are 85 KiB a second: the slowest network that a phone still works in. */
const UPLOAD_PATIENCE: UploadPatience = { uploadMs: 600_000, stallMs: 20_000 };
/** Most bytes of the headers of a request, its address included; more are refused with 431. */
const MAX_HEADERS = 16 * 1024;
/** Most connections of a node, WebSockets included; more are closed at once. */
const MAX_CONNECTIONS = 10_000;

/** All that is served over HTTP; the caller listens and closes. */
export async function buildHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const patience = { ...UPLOAD_PATIENCE, ...(options.patience ?? PATIENCE) };
  const documents = new LentDocuments();
  const apollo = await startApollo(options, documents);
  const loggerInstance: FastifyBaseLogger = options.log.child({}, { level: 'error' });
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // The longest of all; shorter ones are kept by route.
    requestTimeout: Math.max(patience.requestMs, patience.uploadMs),
    keepAliveTimeout: patience.idleMs,
    http: {
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.lookMs,
      maxHeaderSize: MAX_HEADERS,
    },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.setErrorHandler(errorHandler(options.executor));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ status: 'not found' }));
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    next();
  });
  addRequestPatience(app, patience.requestMs);
  if (options.corsOrigins.length > 0) addCrossOrigin(app, options.corsOrigins);
  addJsonBody(app);
  addGraphqlRoute(app, { ...options, apollo, documents });
  const { house, executor } = options;
  addDownloadRoute(app, { house, executor });
  addExportRoute(app, { house, executor });
  addFormRoute(app, { house, executor });
  await app.register((files, _options, done) => {
    addUploadRoute(files, { house, executor, patience });
    done();
  });
  addHealth(app, house, options.beats ?? (() => true));
  addJwks(app, house.keys);
  if (options.metricsToken !== null) addMetricsRoute(app, options.metrics, options.metricsToken);
  if (options.graphiql) addGraphiql(app);
  app.addHook('onClose', () => apollo.stop());
  return app;
}
