import { invalidInput } from '../../../domain/errors.js';
import { isEventTypePattern } from '../../../domain/webhook/event-types.js';

import type { WebhookEndpointKind } from '../../../domain/webhook/webhook-endpoint-kind.js';

/**
 * The event types that an endpoint wants, each once.
 * @throws INVALID_INPUT at `input.eventTypes` for a text that names none, for none where events are wanted, and for any
 * where messages are
 */
export function readEventTypes(kind: WebhookEndpointKind, given: readonly string[]): string[] {
  const path = 'input.eventTypes';
  const patterns = [...new Set(given)];
  if (kind === 'MESSAGES' && patterns.length > 0) throw invalidInput(path, 'an endpoint for messages takes no events');
  if (kind === 'EVENTS' && patterns.length === 0) throw invalidInput(path, 'name at least one type');
  if (!patterns.every(isEventTypePattern))
    throw invalidInput(path, 'must be `*`, a family such as `ticket.*`, or a type such as `ticket.REPAIR_REPORTED`');
  return patterns;
}
