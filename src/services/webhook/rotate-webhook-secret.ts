import type { CommandContext } from '../command/command-context.js';
import {
  manageEndpoint,
  recordEndpointEvent,
  type EndpointResult,
  type EndpointStep,
} from './steps/manage-endpoint.js';

/** How long the old secret signs beside the new one, in milliseconds: a day. */
const OVERLAP_MS = 86_400_000;

/**
 * Makes a new secret. For a day messages carry two signatures, so that the receiver may change over in peace.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT as `manageEndpoint`
 */
export async function rotateWebhookSecret(ctx: CommandContext, input: EndpointStep): Promise<EndpointResult> {
  const endpoint = await manageEndpoint(ctx, input);
  endpoint.generation += 1;
  endpoint.previousUntil = new Date(ctx.clock.now().getTime() + OVERLAP_MS);
  return recordEndpointEvent(ctx, endpoint, 'SECRET_ROTATED', { generation: endpoint.generation });
}
