import { invalidInput } from '../errors.js';

/** Names of the time zone database; offsets such as `+08:00` are none, and databases read their sign differently. */
const NAME = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z0-9_+-]+){1,2})$/;

/**
 * Refuses what is no IANA time zone.
 * @throws INVALID_INPUT with the field's path
 */
export function assertTimeZone(path: string, name: string): void {
  if (!NAME.test(name) || !isKnown(name)) throw invalidInput(path, 'must be an IANA time zone such as Asia/Shanghai');
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
