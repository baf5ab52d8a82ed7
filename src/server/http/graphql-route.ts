import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { AddressOf } from '../client-address.js';
import type { ContextMaker } from '../context-maker.js';
import type { DocumentGate } from '../execution/document-gate.js';
import type { Executor } from '../execution/executor.js';
import { admit } from '../quota/admit.js';
import { callerOf, type Quota } from '../quota/quota.js';
import { codesOf } from '../execution/operation-record.js';
import { GRAPHQL_PATH } from '../graphql-path.js';
import type { Carried, LentDocuments } from './apollo.js';
import { isHarmlessGet, PREFLIGHT_HEADER } from './cross-site.js';
import { refuseDocument } from './refusal.js';

/** What the route works with. */
interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<Carried>;
  readonly documents: LentDocuments;
  readonly executor: Executor;
  readonly gate: DocumentGate;
  readonly quota: Quota;
  readonly contextOf: ContextMaker;
  readonly addressOf: AddressOf;
}

/** GraphQL over HTTP: documents pass the gate first, all else is Apollo's. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  app.route({
    url: GRAPHQL_PATH,
    method: ['GET', 'POST', 'OPTIONS'],
    handler: async (request, reply) => {
      const text = documentOf(request);
      const context = await contextFor(request, options);
      if (text === undefined) return throughApollo(request, reply, options, context);
      const admission = admit(text, callerOf(context), options);
      if ('document' in admission)
        return options.documents.during(admission.hash, admission.document, () =>
          throughApollo(request, reply, options, context),
        );
      const errors = admission.errors.map((error) => options.executor.report(error));
      options.executor.observe({
        type: 'unknown',
        name: null,
        transport: 'http',
        companyId: context.principal?.companyId ?? null,
        milliseconds: reply.elapsedTime,
        statements: 0,
        codes: codesOf(errors),
      });
      return refuseDocument(request, reply, errors);
    },
  });
}

/** The document of a request; undefined where Apollo has to say what is wrong with its form. */
function documentOf(request: FastifyRequest): string | undefined {
  const holder = request.method === 'GET' ? request.query : request.body;
  if (typeof holder !== 'object' || holder === null) return undefined;
  const { query, extensions } = holder as { readonly query?: unknown; readonly extensions?: unknown };
  const persisted = typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions;
  return typeof query === 'string' && query !== '' && !persisted ? query : undefined;
}

function contextFor(request: FastifyRequest, { contextOf, addressOf }: GraphqlRouteOptions): Promise<RequestContext> {
  const facts = { requestId: request.id, address: addressOf(request.raw), transport: 'http' } as const;
  return contextOf(request.headers.authorization, facts);
}

async function throughApollo(
  request: FastifyRequest,
  reply: FastifyReply,
  { apollo }: GraphqlRouteOptions,
  requestContext: RequestContext,
): Promise<FastifyReply> {
  const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: asApolloHas(request),
    context: () => Promise.resolve({ requestContext }),
  });
  if (body.kind !== 'complete') throw new Error('Answers in parts are not served.');
  reply.header('cache-control', 'no-store');
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status ?? 200).send(body.string);
}

function asApolloHas(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  if (isHarmlessGet(request)) headers.set(PREFLIGHT_HEADER, 'same-site');
  const at = request.url.indexOf('?');
  return { body: request.body, method: request.method, headers, search: at < 0 ? '' : request.url.slice(at) };
}
