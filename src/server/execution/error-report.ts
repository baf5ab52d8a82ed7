import { randomUUID } from 'node:crypto';
import { ValidationError } from 'class-validator';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { DomainError, invalidInput, limitExceeded } from '../../domain/errors.js';

/** Where internal errors go: with an id that the client is told, and nothing else. */
export type ErrorSink = (logId: string, error: unknown) => void;

const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
const TRANSACTION_TIMEOUT = '25P04';

/** What a client is told of an error: a code of the closed set; the cause of an internal one stays in the log. */
export function reportError(error: GraphQLError, sink: ErrorSink): GraphQLError {
  const original = rootCause(error);
  const told = original === undefined ? requestError(error) : domainErrorOf(original);
  if (told)
    return new GraphQLError(told.message, {
      nodes: error.nodes ?? null,
      source: error.source ?? null,
      positions: error.positions ?? null,
      path: error.path ?? null,
      extensions: { code: told.code, ...told.facts },
    });
  const logId = randomUUID();
  sink(logId, original ?? error);
  return new GraphQLError('Something went wrong here; it has been recorded.', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: 'INTERNAL', logId },
  });
}

/** The first error of the chain that is not a GraphQL wrapper; undefined when GraphQL itself refused. */
function rootCause(error: GraphQLError): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause ?? undefined;
}

function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof ArgumentValidationError) return refusedArgument(error);
  const code = (error as { code?: unknown } | null)?.code;
  if (code === LOCK_NOT_AVAILABLE || code === QUERY_CANCELED || code === TRANSACTION_TIMEOUT)
    return limitExceeded('This took too long; try again.', { retryAfter: 1 });
  return undefined;
}

/** GraphQL refused the request itself: syntax, validation, variables. */
function requestError(error: GraphQLError): DomainError | undefined {
  if (error.path) return undefined;
  const code = error.extensions['code'];
  if (code === 'INTERNAL_SERVER_ERROR') return undefined;
  if (code === 'LIMIT_EXCEEDED') return limitExceeded(error.message);
  const variable = /^Variable "\$([^"]+)" got invalid value .*? at "([^"]+)"/s.exec(error.message);
  const path = variable?.[2] ?? /^Variable "\$([^"]+)"/.exec(error.message)?.[1];
  return new DomainError('INVALID_INPUT', error.message, path === undefined ? {} : { path });
}

function refusedArgument(error: ArgumentValidationError): DomainError {
  const all = error.extensions['validationErrors'] as (ValidationError & { argument?: string })[] | undefined;
  const first = all?.[0];
  if (!first) return invalidInput('input', 'is not valid');
  const { path, message } = deepest(first, 'input');
  return invalidInput(path, message);
}

function deepest(error: ValidationError, above: string): { path: string; message: string } {
  const path = /^\d+$/.test(error.property) ? `${above}[${error.property}]` : `${above}.${error.property}`;
  const child = error.children?.[0];
  if (child) return deepest(child, path);
  return { path, message: Object.values(error.constraints ?? {})[0] ?? 'is not valid' };
}
