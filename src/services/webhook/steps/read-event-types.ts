import { invalidInput } from '../../../domain/errors.js';
import { isEventTypePattern } from '../../../domain/webhook/event-types.js';

/**
 * The event types that an endpoint wants, each once.
 * @throws INVALID_INPUT at `input.eventTypes` for a text that names none, and for none at all
 */
export function readEventTypes(given: readonly string[]): string[] {
  const path = 'input.eventTypes';
  const patterns = [...new Set(given)];
  if (patterns.length === 0) throw invalidInput(path, 'name at least one type');
  if (!patterns.every(isEventTypePattern))
    throw invalidInput(path, 'must be `*`, a family such as `ticket.*`, or a type such as `ticket.REPAIR_REPORTED`');
  return patterns;
}
