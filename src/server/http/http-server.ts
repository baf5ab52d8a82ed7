import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { ContextMaker } from '../context-maker.js';
import type { Executor } from '../execution/executor.js';
import { GRAPHQL_PATH } from '../graphql-path.js';

/** What the HTTP side is built from. */
export interface HttpServerOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly contextOf: ContextMaker;
  readonly log: Logger;
  readonly introspection: boolean;
}

/** Largest request body, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/** Apollo Server on Fastify at `/graphql`; the caller listens and closes. */
export async function buildHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: {
      load: () =>
        Promise.resolve({
          executor: (request) =>
            options.executor.execute(
              {
                document: request.document,
                source: request.source,
                operationName: request.request.operationName ?? null,
                variables: request.request.variables ?? {},
              },
              request.context as unknown as RequestContext,
            ) as never,
        }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: options.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: () => Promise.resolve(),
    },
    introspection: options.introspection,
    formatError: (_formatted, error) => options.executor.report(error).toJSON(),
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
  });
  await apollo.start();
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    disableRequestLogging: true,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
  });
  app.route({
    url: GRAPHQL_PATH,
    method: ['GET', 'POST', 'OPTIONS'],
    handler: fastifyApolloHandler(apollo, {
      context: (request: FastifyRequest) => contextOfRequest(request, options.contextOf),
    }),
  });
  app.addHook('onClose', () => apollo.stop());
  return app;
}

const contextOfRequest = (request: FastifyRequest, contextOf: ContextMaker): Promise<RequestContext> =>
  contextOf(request.headers.authorization, { requestId: request.id, address: request.ip, transport: 'http' });
