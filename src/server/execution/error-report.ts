import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { DomainError, limitExceeded } from '../../domain/errors.js';

/** Where internal errors go: with an id that the client is told, and nothing else. */
type ErrorSink = (logId: string, error: unknown) => void;

const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
const TRANSACTION_TIMEOUT = '25P04';

/** An error as a client may see it: its code is of the closed set, and reporting it again changes nothing. */
export class ReportedError extends GraphQLError {}

/** How errors are told. */
export interface Reporting {
  readonly sink: ErrorSink;
  /** Whether graphql-js may suggest names of the schema ("Did you mean"); not where introspection is off. */
  readonly suggestions: boolean;
}

/** What a client is told of any error: a code of the closed set; the cause of an internal one stays in the log. */
export function reportError(error: unknown, { sink, suggestions }: Reporting): ReportedError {
  if (error instanceof ReportedError) return error;
  const request = error instanceof GraphQLError ? error : undefined;
  const cause = rootCause(error);
  const told = cause === undefined ? requestError(error as GraphQLError) : domainErrorOf(cause);
  const path = request?.path ?? null;
  if (told) {
    const { nodes, source, positions } = request ?? {};
    const place = path ? {} : { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
    const message = bounded(suggestions ? told.message : told.message.replace(SUGGESTION, ''));
    return new ReportedError(message, { ...place, path, extensions: { code: told.code, ...told.facts } });
  }
  const logId = randomUUID();
  sink(logId, cause ?? error);
  return new ReportedError('Something went wrong here; it has been recorded.', {
    path,
    extensions: { code: 'INTERNAL', logId },
  });
}

/** Longest message, in characters: graphql-js repeats values that do not fit. */
const MAX_MESSAGE = 500;
const bounded = (text: string): string => (text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text);

const SUGGESTION = / ?Did you mean [^?]*\?/g;

/** The first error of the chain that is not a GraphQL wrapper; undefined when GraphQL itself refused. */
function rootCause(error: unknown): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause ?? undefined;
}

function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === LOCK_NOT_AVAILABLE || code === QUERY_CANCELED || code === TRANSACTION_TIMEOUT)
    return limitExceeded('This took too long; try again.', { retryAfter: 1 });
  return undefined;
}

/** GraphQL refused the request itself: its form, syntax or validity. What fails inside the answer is never the request's. */
function requestError(error: GraphQLError): DomainError | undefined {
  if (error.path || error.extensions['code'] === 'INTERNAL_SERVER_ERROR') return undefined;
  return new DomainError('INVALID_INPUT', error.message);
}
