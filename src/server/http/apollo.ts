import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { Executor } from '../execution/executor.js';
import { answerType, JSON_TYPE } from './media-type.js';

/** Documents that the gate has admitted for requests under way: Apollo neither parses nor validates them again. */
export class LentDocuments {
  readonly #documents = new Map<string, DocumentNode>();

  async during<T>(hash: string, document: DocumentNode, work: () => Promise<T>): Promise<T> {
    this.#documents.set(hash, document);
    try {
      return await work();
    } finally {
      this.#documents.delete(hash);
    }
  }

  /** Apollo asks by `<hash of the schema>:<SHA-256 of the text>`. */
  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.#documents.get(key.slice(key.lastIndexOf(':') + 1)));
  }

  set(): Promise<void> {
    return Promise.resolve();
  }

  delete(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** What Apollo hands through to the executor; it copies the object itself. */
export interface Carried {
  readonly requestContext: RequestContext;
}

/** What Apollo is built from. */
interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly introspection: boolean;
  readonly log: Logger;
}

/** Apollo Server over our executor and our documents; started. */
export async function startApollo(options: ApolloOptions, documents: LentDocuments): Promise<ApolloServer<Carried>> {
  const { schema, executor } = options;
  const tell = (text: unknown): void => options.log.warn({ apollo: String(text).slice(0, 200) }, 'Apollo says');
  const apollo = new ApolloServer<Carried>({
    gateway: {
      load: () =>
        Promise.resolve({
          executor: ({ document, queryHash, request, context }) =>
            executor.execute(
              {
                document,
                hash: queryHash,
                length: request.query?.length ?? 0,
                operationName: request.operationName ?? null,
                variables: request.variables ?? {},
              },
              (context as unknown as Carried).requestContext,
            ) as never,
        }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: () => Promise.resolve(),
    },
    documentStore: documents,
    introspection: options.introspection,
    formatError: (_formatted, error) => executor.report(error).toJSON(),
    // The one for cache hints puts a resolver around every field.
    plugins: [ApolloServerPluginCacheControlDisabled(), statusOfJson],
    logger: { debug: () => undefined, info: () => undefined, warn: tell, error: tell },
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
  });
  await apollo.start();
  return apollo;
}

/** Under `application/json` a well-formed request that could not run is answered with 200. */
const statusOfJson: ApolloServerPlugin<Carried> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ source, request, response }) => {
        const json = answerType(request.http?.headers.get('accept')) === JSON_TYPE;
        // Without a document the form itself is wrong, whatever the types say of `source` here.
        const formed = (source as string | undefined) !== undefined;
        if (formed && json && response.http.status === 400) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
