import type { FastifyReply } from 'fastify';
import type { DomainError } from '../../../domain/errors.js';
import { notFound, type ErrorCode } from '../../../domain/errors.js';
import type { Executor } from '../../execution/executor.js';

/** The HTTP status of each code, for routes that are no GraphQL. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 422,
  RULE_REFUSED: 422,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 429,
  RESYNC_REQUIRED: 409,
  INTERNAL: 500,
};

/** A link that is none of ours, was altered, is over, or opens what is gone: always the same. */
export const noSuchLink = (): DomainError => notFound('link');

/** Answers a refusal in the form that GraphQL has: `{"errors": [{"message", "extensions": {"code", …}}]}`. */
export function refuseFile(reply: FastifyReply, executor: Executor, error: unknown): FastifyReply {
  const told = executor.report(error instanceof Error ? error : new Error(String(error)));
  const { code, retryAfter } = told.extensions as { readonly code: ErrorCode; readonly retryAfter?: unknown };
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
  return reply
    .code(STATUS[code])
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [told] }));
}
