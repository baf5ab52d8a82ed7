import { limitExceeded } from '../../domain/errors.js';
import type { WebhookEndpointKind } from '../../domain/webhook/webhook-endpoint-kind.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { WebhookEndpoint } from '../../entities/webhook/webhook-endpoint.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { recordEndpointEvent, type EndpointResult } from './steps/manage-endpoint.js';
import { readEventTypes } from './steps/read-event-types.js';

/** Endpoints of one company. */
const MAX_ENDPOINTS = 50;

export interface CreateWebhookEndpoint extends CommandInput {
  readonly kind: WebhookEndpointKind;
  readonly name: string;
  /** Its form was checked at the door; every delivery goes through the guard. */
  readonly url: string;
  /** The one estate; absent: all of the company. */
  readonly estateId?: string | null;
  readonly eventTypes: readonly string[];
}

/**
 * Adds an address that receives what happens from now on. Needs `webhook.manage` on the estate, or on all for the
 * company's own.
 * @rule D-11
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN webhook.manage
 * @throws INVALID_INPUT for event types that name none
 * @throws LIMIT_EXCEEDED when the company has fifty endpoints
 */
export async function createWebhookEndpoint(
  ctx: CommandContext,
  input: CreateWebhookEndpoint,
): Promise<EndpointResult> {
  const { companyId, clock, em } = ctx;
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(ctx.principal, 'webhook.manage', estateId);
  const eventTypes = readEventTypes(input.kind, input.eventTypes);
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('webhooks ' || ?, 0))`, [companyId]);
  if ((await em.count(WebhookEndpoint, { companyId })) >= MAX_ENDPOINTS)
    throw limitExceeded('The company has as many webhook endpoints as it may.', { limit: MAX_ENDPOINTS });
  const endpoint = em.create(WebhookEndpoint, {
    companyId,
    id: newId(),
    estateId,
    kind: input.kind,
    name: input.name,
    url: input.url,
    eventTypes,
    state: 'ACTIVE',
    generation: 1,
    previousUntil: null,
    seq: await headOf(ctx),
    failures: 0,
    failingSince: null,
    nextAttemptAt: clock.now(),
    leaseId: null,
    leasedUntil: null,
    createdAt: clock.now(),
    version: 1,
  });
  return recordEndpointEvent(ctx, endpoint, 'ENDPOINT_CREATED', { kind: input.kind });
}

async function headOf({ em, companyId }: CommandContext): Promise<number> {
  const [head] = await em.execute<{ seq: string }[]>('select seq from company_head where company_id = ?', [companyId]);
  return Number(head?.seq ?? 0);
}
