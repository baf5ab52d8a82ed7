import type { WebhookOutcome } from '../../domain/webhook/webhook-outcome.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const KEYS = [{ column: 'd.id', type: 'uuid', descending: true }] as const;

const DELIVERIES = sqlFor
  .selectFrom('webhook_delivery as d')
  .select(
    columns('d', 'id', 'message_id', 'event_type', 'attempt', 'outcome', 'status', 'duration_ms', 'attempted_at'),
  );

/** A page of the attempts to deliver to an endpoint, newest first. The endpoint itself was read already. */
export function webhookDeliveries(
  ctx: RequestContext,
  endpointId: string,
  outcome: WebhookOutcome | null | undefined,
  args: PageArgs,
) {
  let found = DELIVERIES.where('d.company_id', '=', ctx.asker.companyId).where('d.endpoint_id', '=', endpointId);
  if (outcome != null) found = found.where('d.outcome', '=', outcome);
  return page(ctx.moment, found, KEYS, args);
}
