import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { DomainError, limitExceeded } from '../../domain/errors.js';
import { isOutage } from '../../tenancy/outage.js';

/** Where internal errors go: with an id that the client is told, and nothing else. */
type ErrorSink = (logId: string, error: unknown) => void;

const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
const TRANSACTION_TIMEOUT = '25P04';

/** An error as a client may see it: its code is of the closed set, and reporting it again changes nothing. */
export class ReportedError extends GraphQLError {}

/** The answer failed only because the database is out of reach or too busy now; the same may succeed a moment later. */
export class PassingError extends ReportedError {}

/** How errors are told. */
export interface Reporting {
  readonly sink: ErrorSink;
  /** Whether graphql-js may suggest names of the schema ("Did you mean"); not where introspection is off. */
  readonly suggestions: boolean;
}

/** What a client is told of any error: a code of the closed set; the cause of an internal one stays in the log. */
export function reportError(error: unknown, { sink, suggestions }: Reporting): ReportedError {
  if (error instanceof ReportedError) return error;
  if (error instanceof GraphQLError && error.originalError instanceof ReportedError) return error.originalError;
  const request = error instanceof GraphQLError ? error : undefined;
  const cause = rootCause(error);
  const told = cause === undefined ? requestError(error as GraphQLError) : domainErrorOf(cause);
  const path = request?.path ?? null;
  if (told) {
    const { nodes, source, positions } = request ?? {};
    const place = path ? {} : { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
    const message = bounded(suggestions ? told.message : told.message.replace(SUGGESTION, ''));
    const Told = isTimeOut(cause) ? PassingError : ReportedError;
    return new Told(message, { ...place, path, extensions: { code: told.code, ...told.facts } });
  }
  const logId = randomUUID();
  sink(logId, cause ?? error);
  if (isOutage(cause)) return outage(path, logId);
  return new ReportedError('Something went wrong here; it has been recorded.', {
    path,
    extensions: { code: 'INTERNAL', logId },
  });
}

/** Of a command nobody can say now whether it was carried out: its repeat, under the same command id, will. */
const outage = (path: GraphQLError['path'] | null, logId: string): ReportedError =>
  new PassingError('The database is not to be had now; try again, a command with the same command id.', {
    path: path ?? null,
    extensions: { code: 'LIMIT_EXCEEDED', retryAfter: 1, logId },
  });

/** Longest message, in characters: it may quote what a client has sent. */
const MAX_MESSAGE = 500;
const bounded = (message: string): string =>
  message.length <= MAX_MESSAGE ? message : `${message.slice(0, MAX_MESSAGE)}…`;

const SUGGESTION = / ?Did you mean [^?]*\?/g;

/** The first error of the chain that is not a GraphQL wrapper; undefined when GraphQL itself refused. */
function rootCause(error: unknown): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError) cause = cause.originalError;
  return cause ?? undefined;
}

function domainErrorOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (isTimeOut(error)) return limitExceeded('This took too long; try again.', { retryAfter: 1 });
  return undefined;
}

function isTimeOut(error: unknown): boolean {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return code === LOCK_NOT_AVAILABLE || code === QUERY_CANCELED || code === TRANSACTION_TIMEOUT;
}

/** GraphQL refused the request itself: its form, syntax or validity. What fails inside the answer is never the request's. */
function requestError(error: GraphQLError): DomainError | undefined {
  if (error.path || error.extensions['code'] === 'INTERNAL_SERVER_ERROR') return undefined;
  return new DomainError('INVALID_INPUT', error.message);
}
