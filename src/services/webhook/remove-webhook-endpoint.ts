import { WebhookDelivery } from '../../entities/webhook/webhook-delivery.entity.js';
import type { CommandContext } from '../command/command-context.js';
import {
  manageEndpoint,
  recordEndpointEvent,
  type EndpointResult,
  type EndpointStep,
} from './steps/manage-endpoint.js';

/**
 * Removes an endpoint with the history of its deliveries.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 */
export async function removeWebhookEndpoint(ctx: CommandContext, input: EndpointStep): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  const { companyId, em } = ctx;
  ctx.cancelTimer('WEBHOOK_DUE', endpoint.id);
  const done = recordEndpointEvent(ctx, endpoint, 'ENDPOINT_REMOVED');
  await em.nativeDelete(WebhookDelivery, { companyId, endpointId: endpoint.id });
  em.remove(endpoint);
  return done;
}
