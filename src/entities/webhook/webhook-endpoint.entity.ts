import { defineEntity, p } from '@mikro-orm/core';
import { WEBHOOK_ENDPOINT_KINDS, WEBHOOK_ENDPOINT_STATES } from '../../domain/webhook/webhook-endpoint-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * An address of a company's own system that receives events or messages, and how far it has come. Its secret is derived
 * from the deployment's and its generation, and stored nowhere.
 */
export const WebhookEndpointSchema = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoint',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** The one estate whose endpoint it is; null is the company's own. */
    estateId: col.ref().nullable(),
    kind: p.enum(WEBHOOK_ENDPOINT_KINDS),
    name: col.text(),
    url: col.text(),
    /** Patterns of event types: `ticket.*`. */
    eventTypes: col.json<readonly string[]>(),
    state: p.enum(WEBHOOK_ENDPOINT_STATES),
    /** Counts the secrets that it has had. */
    generation: col.int(),
    /** Until when the secret before the present one signs too. */
    previousUntil: col.instant().nullable(),
    /** The last event that needs no more delivery. */
    seq: col.big(),
    /** Failures in a row. */
    failures: col.int(),
    failingSince: col.instant().nullable(),
    /** Not before it is anything sent. */
    nextAttemptAt: col.instant(),
    /** Who delivers now, and until when nobody else does. */
    leaseId: col.ref().nullable(),
    leasedUntil: col.instant().nullable(),
    createdAt: col.instant(),
    version: col.int(),
  },
  indexes: [
    { name: 'webhook_endpoint_company_state_idx', properties: ['companyId', 'state', 'kind'] },
    { name: 'webhook_endpoint_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
  ],
  ...fence('webhook_endpoint', { estate: 'nullable' }),
});

export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);
