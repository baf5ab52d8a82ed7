/** An error as it may stand in the log. */
interface SafeError {
  readonly type: string;
  readonly message?: string;
  /** SQLSTATE or a system code. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly stack: readonly string[];
  readonly cause?: SafeError;
}

const MAX_MESSAGE = 300;
const MAX_CAUSES = 5;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * What an error says without what people wrote: a database's message is left out, since it repeats rows and parameters;
 * of others, quoted values, figures of six digits and more, and all that is not ASCII.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const fromDatabase = (typeof code === 'string' && SQLSTATE.test(code)) || 'query' in error;
  return {
    type: error.name,
    ...(fromDatabase ? {} : { message: withoutValues(error.message) }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ +at [^ ]/.test(line))
      .map((line) => line.trim().slice(0, 200)),
    ...(error.cause !== undefined && depth < MAX_CAUSES ? { cause: safeError(error.cause, depth + 1) } : {}),
  };
}

function withoutValues(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/\d{6,}/g, '…')
    .replace(/[^\x20-\x7e]+/g, '…')
    .slice(0, MAX_MESSAGE);
}
