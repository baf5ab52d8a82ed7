import type { CommandContext } from '../command/command-context.js';
import { takeChanges } from '../place/steps/take-changes.js';
import {
  manageEndpoint,
  recordEndpointEvent,
  type EndpointResult,
  type EndpointStep,
} from './steps/manage-endpoint.js';
import { readEventTypes } from './steps/read-event-types.js';

/** What is absent stays. */
interface UpdateWebhookEndpoint extends EndpointStep {
  readonly name?: string | null;
  readonly url?: string | null;
  readonly eventTypes?: readonly string[] | null;
}

/**
 * Changes an endpoint's name, address or event types. The event names the changed fields, not their content.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 * @throws INVALID_INPUT for event types that name none, and for a name or address of null
 */
export async function updateWebhookEndpoint(
  ctx: CommandContext,
  input: UpdateWebhookEndpoint,
): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  const changed: string[] = takeChanges(endpoint, input, ['name', 'url'], 'required');
  if (input.eventTypes != null) {
    endpoint.eventTypes = readEventTypes(endpoint.kind, input.eventTypes);
    changed.push('eventTypes');
  }
  return recordEndpointEvent(ctx, endpoint, 'ENDPOINT_UPDATED', { changed: changed.join() });
}
