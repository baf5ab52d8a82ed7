import { invalidInput } from '../errors.js';
import type { NamedColumn } from './mapping-parts.js';

/**
 * Checks that a file has what the mapping names.
 * @throws INVALID_INPUT with the key's path when a column is not in the header, or stands there twice
 */
export function assertColumns(named: readonly NamedColumn[], header: readonly string[]): void {
  for (const [path, column] of named) {
    const times = header.filter((name) => name === column).length;
    if (times === 0)
      throw invalidInput(path, `the file has no column "${column}"; it has: ${header.join(', ').slice(0, 500)}`);
    if (times > 1) throw invalidInput(path, `the file has ${times} columns "${column}"`);
  }
}
