import type { CommandContext } from '../command/command-context.js';
import {
  manageEndpoint,
  recordEndpointEvent,
  type EndpointResult,
  type EndpointStep,
} from './steps/manage-endpoint.js';

/**
 * Stops an endpoint: nothing more is sent, and its place in the event log stays where it is.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 */
export async function disableWebhookEndpoint(ctx: CommandContext, input: EndpointStep): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  endpoint.state = 'DISABLED_BY_HAND';
  ctx.cancelTimer('WEBHOOK_DUE', endpoint.id);
  return recordEndpointEvent(ctx, endpoint, 'ENDPOINT_DISABLED', { reason: 'BY_HAND' });
}

/**
 * Starts an endpoint again where it stopped; `replayWebhooks` moves it elsewhere.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 */
export async function enableWebhookEndpoint(ctx: CommandContext, input: EndpointStep): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  endpoint.state = 'ACTIVE';
  endpoint.failures = 0;
  endpoint.failingSince = null;
  endpoint.nextAttemptAt = ctx.clock.now();
  return recordEndpointEvent(ctx, endpoint, 'ENDPOINT_ENABLED');
}
