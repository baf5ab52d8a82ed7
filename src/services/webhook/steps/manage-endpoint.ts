import { LockMode } from '@mikro-orm/core';
import { WebhookEndpoint } from '../../../entities/webhook/webhook-endpoint.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every change of an endpoint takes. */
export interface EndpointStep extends CommandInput {
  readonly endpointId: string;
  readonly expectedVersion?: number | null;
}

/** What every change of an endpoint answers. */
export interface EndpointResult {
  readonly endpointId: string;
  /** The secret that stands now; shown where a command has just made it. */
  readonly generation: number;
}

/**
 * An endpoint that the asker may manage, locked, in its next version.
 * @throws NOT_FOUND when the fence does not show it
 * @throws FORBIDDEN webhook.manage on its estate, or on all for the company's own
 * @throws CONFLICT when the client has seen another version
 */
export async function manageEndpoint(ctx: CommandContext, input: EndpointStep): Promise<WebhookEndpoint> {
  const endpoint = await ctx.load(WebhookEndpoint, 'webhookEndpoint', input.endpointId, input.expectedVersion);
  authorizeOn(ctx.principal, 'webhook.manage', endpoint.estateId ?? null);
  endpoint.version += 1;
  return endpoint;
}

/** An endpoint as it stands now, locked; null when somebody has removed it meanwhile. */
export const lockEndpoint = (ctx: CommandContext, endpointId: string): Promise<WebhookEndpoint | null> =>
  ctx.em.findOne(
    WebhookEndpoint,
    { companyId: ctx.companyId, id: endpointId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );

/** Tells what happened to an endpoint, under the version that it now has. */
export function recordEndpointEvent(
  ctx: CommandContext,
  endpoint: WebhookEndpoint,
  type: string,
  facts: Readonly<Record<string, string | number>> = {},
): EndpointResult {
  ctx.record({
    type: `webhook.${type}`,
    estateId: endpoint.estateId ?? null,
    subjectKind: 'webhookEndpoint',
    subjectId: endpoint.id,
    subjectVersion: endpoint.version,
    visibility: 'INTERNAL',
    facts,
  });
  return { endpointId: endpoint.id, generation: endpoint.generation };
}
