import { invalidInput } from '../../../domain/errors.js';

/**
 * Takes the named fields of an input over into a row: what is absent stays, null clears what is `clearable`.
 * @returns the names of the fields that differ now
 * @throws INVALID_INPUT when a `required` field is null
 */
export function takeChanges<T extends object, K extends keyof T & string>(
  row: T,
  input: { readonly [F in K]?: T[F] | null },
  fields: readonly K[],
  kind: 'required' | 'clearable',
): K[] {
  return fields.filter((field) => {
    const value = input[field];
    if (value === undefined) return false;
    if (value === null && kind === 'required') throw invalidInput(`input.${field}`, 'must not be null');
    const differs = row[field] !== value;
    row[field] = value as T[K];
    return differs;
  });
}
