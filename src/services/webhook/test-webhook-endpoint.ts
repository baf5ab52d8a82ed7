import type { CommandContext } from '../command/command-context.js';
import {
  manageEndpoint,
  recordEndpointEvent,
  type EndpointResult,
  type EndpointStep,
} from './steps/manage-endpoint.js';

/**
 * Has a message of type `webhook.TEST` sent once, also to a disabled endpoint; what became of it stands in the deliveries.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 */
export async function testWebhookEndpoint(ctx: CommandContext, input: EndpointStep): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  ctx.enqueue('test-webhook', endpoint.id);
  return recordEndpointEvent(ctx, endpoint, 'TEST_REQUESTED');
}
