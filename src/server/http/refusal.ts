import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { DomainError, limitExceeded } from '../../domain/errors.js';
import type { ReportedError } from '../execution/error-report.js';
import type { Executor } from '../execution/executor.js';
import { codesOf } from '../execution/operation-record.js';
import { answerType, GRAPHQL_RESPONSE_TYPE } from './media-type.js';

/** Largest request body, in bytes. */
export const BODY_LIMIT = 1024 * 1024;

/** Answers a well-formed request whose document may not run: 200 under `application/json`, else 400. */
export function refuseDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly ReportedError[],
): FastifyReply {
  const status = answerType(request.headers.accept) === GRAPHQL_RESPONSE_TYPE ? 400 : 200;
  return refuse(request, reply, status, errors);
}

/** Answers what Fastify itself refused, or what failed before GraphQL: body too large, not JSON, wrong media type. */
export function errorHandler(executor: Executor) {
  return (error: { readonly statusCode?: number } & Error, request: FastifyRequest, reply: FastifyReply) => {
    const tooLarge = error instanceof DomainError && error.code === 'LIMIT_EXCEEDED';
    const status = tooLarge ? 413 : (error.statusCode ?? 500);
    const told = executor.report(status >= 500 || tooLarge ? error : refusalOf(status, error));
    executor.observe({
      type: 'unknown',
      name: null,
      transport: 'http',
      companyId: null,
      milliseconds: reply.elapsedTime,
      statements: 0,
      codes: codesOf([told]),
    });
    return refuse(request, reply, status, [told]);
  };
}

function refusalOf(status: number, error: Error): Error {
  if (status !== 413) return new GraphQLError(error.message);
  return limitExceeded(`A body may have ${BODY_LIMIT} bytes.`, { what: 'body', limit: BODY_LIMIT });
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  errors: readonly ReportedError[],
): FastifyReply {
  const waits = errors.map(({ extensions }) => Number(extensions['retryAfter'] ?? 0));
  const wait = Math.max(0, ...waits);
  if (wait > 0) reply.header('retry-after', wait);
  return reply
    .code(status)
    .type(`${answerType(request.headers.accept)}; charset=utf-8`)
    .send(JSON.stringify({ errors }));
}
