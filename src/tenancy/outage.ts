/** States of PostgreSQL in which the server ends a session or takes none: shutdown, crash, start, too many. */
const SERVER_STATES = /^(08|57P0[1235]$|53300$|25P0[34]$)/;
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What `pg` and its pool say of a connection that is lost, silent, or not to be had in time; these carry no code. */
const DRIVER_WORDS =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client (was closed|has encountered a connection error) and is not queryable)/;

/**
 * Whether an error says that the database cannot be reached now, and nothing of what was asked: the same may succeed a
 * moment later. Of a write it leaves open whether it was carried out.
 */
export function isOutage(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && (SERVER_STATES.test(code) || NETWORK_CODES.has(code))) return true;
  return typeof message === 'string' && DRIVER_WORDS.test(message);
}
