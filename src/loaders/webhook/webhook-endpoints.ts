import { sql } from 'kysely';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const KEYS = [{ column: 'w.id', type: 'uuid', descending: true }] as const;

const ENDPOINTS = sqlFor
  .selectFrom('webhook_endpoint as w')
  .select(
    columns(
      'w',
      'id',
      'estate_id',
      'kind',
      'name',
      'url',
      'event_types',
      'state',
      'previous_until',
      'seq',
      'failures',
      'failing_since',
      'next_attempt_at',
      'created_at',
      'version',
    ),
  );

/** Webhook endpoints by id. Null where the asker may not manage them. */
export const webhookEndpointById = (ctx: RequestContext) =>
  ctx.moment.once(webhookEndpointById, () =>
    byId((ids) => ctx.moment.read(endpointsInReach(ctx).where(sql<boolean>`w.id = any(${ids}::uuid[])`))),
  );

/** A page of the webhook endpoints that the asker may manage, newest first. */
export const webhookEndpointsPage = (ctx: RequestContext, args: PageArgs) =>
  page(ctx.moment, endpointsInReach(ctx), KEYS, args);

function endpointsInReach(ctx: RequestContext) {
  const found = ENDPOINTS.where('w.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'webhook.manage', 'w.estate_id');
  return reach ? found.where(reach) : found;
}

export type WebhookEndpointRow = NonNullable<Awaited<ReturnType<ReturnType<typeof webhookEndpointById>['load']>>>;
