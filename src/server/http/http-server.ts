import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ContextMaker } from '../context-maker.js';
import type { DocumentGate } from '../execution/document-gate.js';
import type { Executor } from '../execution/executor.js';
import type { OpenHouse } from '../house.js';
import type { Metrics } from '../observation/metrics.js';
import { LentDocuments, startApollo } from './apollo.js';
import { addGraphiql } from './graphiql.js';
import { addGraphqlRoute } from './graphql-route.js';
import { addHealth } from './health.js';
import { addJsonBody } from './json-body.js';
import { addJwks } from './jwks.js';
import { addMetricsRoute } from './metrics-route.js';
import { BODY_LIMIT, errorHandler } from './refusal.js';

/** What the HTTP side is built from. */
interface HttpServerOptions {
  readonly house: OpenHouse;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly gate: DocumentGate;
  readonly contextOf: ContextMaker;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly introspection: boolean;
  readonly graphiql: boolean;
  /** Who has it may read `/metrics` here; null closes that page. */
  readonly metricsToken: string | null;
}

/** Longest that a request's headers and body may take to arrive, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;

/** All that is served over HTTP; the caller listens and closes. */
export async function buildHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const documents = new LentDocuments();
  const apollo = await startApollo(options, documents);
  const loggerInstance: FastifyBaseLogger = options.log.child({}, { level: 'error' });
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
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
  addJsonBody(app);
  addGraphqlRoute(app, { ...options, apollo, documents });
  addHealth(app, options.house);
  addJwks(app, options.house.keys);
  if (options.metricsToken !== null) addMetricsRoute(app, options.metrics, options.metricsToken);
  if (options.graphiql) addGraphiql(app);
  app.addHook('onClose', () => apollo.stop());
  return app;
}
