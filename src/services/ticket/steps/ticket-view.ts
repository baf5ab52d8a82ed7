import { invalidInput } from '../../../domain/errors.js';

/** What a command leaves of a named list. */
export interface TicketViewResult {
  readonly viewId: string;
}

/** A filter of tickets as a client gives it. */
export type GivenFilter = object & { readonly text?: string | null };

/**
 * A filter as it is kept: what says nothing is left out. What is searched for may name a person and is not kept.
 * @throws INVALID_INPUT for a text to search by, and for what no text can hold
 */
export function savedFilter(given: GivenFilter): Readonly<Record<string, unknown>> {
  if (given.text != null) throw invalidInput('input.filter.text', 'is not kept, since it may name a person');
  for (const [name, value] of Object.entries(given) as [string, unknown][])
    if (!isText(value)) throw invalidInput(`input.filter.${name}`, 'must be text');
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]: [string, unknown]) =>
      value == null ? [] : [[name, value instanceof Date ? value.toISOString() : value]],
    ),
  );
}

/** Whether everything in a value can be kept as text: no half of a character, and no character of code zero. */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  return typeof value !== 'object' || value === null || Object.values(value).every(isText);
}
