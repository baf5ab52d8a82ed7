import { invalidInput } from '../../../domain/errors.js';

/** What a command leaves of a named list. */
export interface TicketViewResult {
  readonly viewId: string;
}

/** A filter of tickets as a client gives it. */
export type GivenFilter = object & { readonly text?: string | null };

/**
 * A filter as it is kept: what says nothing is left out. What is searched for may name a person and is not kept.
 * @throws INVALID_INPUT for a text to search by
 */
export function savedFilter(given: GivenFilter): Readonly<Record<string, unknown>> {
  if (given.text != null) throw invalidInput('input.filter.text', 'is not kept, since it may name a person');
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]: [string, unknown]) =>
      value == null ? [] : [[name, value instanceof Date ? value.toISOString() : value]],
    ),
  );
}
