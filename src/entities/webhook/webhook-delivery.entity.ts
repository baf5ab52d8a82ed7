import { defineEntity, p } from '@mikro-orm/core';
import { WEBHOOK_OUTCOMES } from '../../domain/webhook/webhook-outcome.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One attempt to deliver: what became of it and how long it took, nothing of what was sent or answered. */
export const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    endpointId: col.ref(),
    estateId: col.ref().nullable(),
    /** `webhook-id`: the same at every attempt. */
    messageId: col.text(),
    eventType: col.text(),
    /** Counts the attempts at this message since the last success. */
    attempt: col.int(),
    outcome: p.enum(WEBHOOK_OUTCOMES),
    /** HTTP status; null without an answer. */
    status: col.int().nullable(),
    durationMs: col.int(),
    attemptedAt: col.instant(),
  },
  indexes: [
    { name: 'webhook_delivery_company_endpoint_idx', properties: ['companyId', 'endpointId', 'id'] },
    { name: 'webhook_delivery_company_attempted_idx', properties: ['companyId', 'attemptedAt'] },
  ],
  ...fence('webhook_delivery', { estate: 'nullable' }),
});

export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
