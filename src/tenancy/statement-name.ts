import { createHash } from 'node:crypto';

/** Names that are remembered; others are made anew. */
const MOST_NAMES = 5_000;
const names = new Map<string, string>();
let renewals = 0;

/** A statement's name on its connection: a hash of its text, so that it is planned once a connection. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `q_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}${renewals === 0 ? '' : `_${renewals}`}`;
    if (names.size >= MOST_NAMES) names.clear();
    names.set(text, name);
  }
  return name;
}

const FEATURE_NOT_SUPPORTED = '0A000';

/**
 * Whether a prepared statement was refused because a migration has changed what it returns since it was prepared. All
 * statements then have new names, so that they are prepared anew on every connection: a repeat succeeds.
 */
export function isStalePlan(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const stale = code === FEATURE_NOT_SUPPORTED && String(message).includes('cached plan must not change result type');
  if (stale) {
    renewals += 1;
    names.clear();
  }
  return stale;
}
