import { defineEntity, p } from '@mikro-orm/core';
import { ERASURE_GROUNDS, ERASURE_REFUSALS, ERASURE_STATES } from '../../domain/privacy/erasure.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That somebody's data are to be erased: asked by one person, decided by another. It outlives the data. @rule R-ORG-68 */
export const ErasureRequestSchema = defineEntity({
  name: 'ErasureRequest',
  tableName: 'erasure_request',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    customerId: col.ref(),
    ground: p.enum(ERASURE_GROUNDS),
    state: p.enum(ERASURE_STATES),
    /** What was said about it; gone with the data. */
    note: col.text().nullable(),
    requestedBy: col.ref(),
    requestedAt: col.instant(),
    decidedBy: col.ref().nullable(),
    decidedAt: col.instant().nullable(),
    refusal: p.enum(ERASURE_REFUSALS).nullable(),
    /** How many tickets lost words or contacts. */
    ticketsTouched: col.int().nullable(),
    version: col.int(),
  },
  checks: [
    { name: 'erasure_request_decided', expression: "(state = 'REQUESTED') = (decided_at is null)" },
    { name: 'erasure_request_refused', expression: "(state = 'REFUSED') = (refusal is not null)" },
    {
      name: 'erasure_request_by_another',
      expression: "state not in ('ERASED', 'REFUSED') or decided_by <> requested_by",
    },
  ],
  indexes: [
    { name: 'erasure_request_company_estate_idx', properties: ['companyId', 'estateId', 'requestedAt', 'id'] },
    { name: 'erasure_request_company_requested_idx', properties: ['companyId', 'requestedAt', 'id'] },
    { name: 'erasure_request_company_customer_idx', properties: ['companyId', 'customerId'] },
  ],
  ...fence('erasure_request', { estate: 'required' }),
});

export class ErasureRequest extends ErasureRequestSchema.class {}
ErasureRequestSchema.setClass(ErasureRequest);
