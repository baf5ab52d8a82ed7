import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a payer writes on transfers, and what for: learned from what a person has settled. */
export const PayerReferenceSchema = defineEntity({
  name: 'PayerReference',
  tableName: 'payer_reference',
  properties: {
    companyId: col.companyId().primary(),
    estateId: col.ref().primary(),
    /** Without what people write one way or another. */
    reference: col.text().primary(),
    unitId: col.ref(),
    payerId: col.ref(),
    learnedBy: col.ref(),
    learnedAt: col.instant(),
  },
  indexes: [{ name: 'payer_reference_company_payer_idx', properties: ['companyId', 'payerId'] }],
  ...fence('payer_reference', { estate: 'required' }),
});

export class PayerReference extends PayerReferenceSchema.class {}
PayerReferenceSchema.setClass(PayerReference);
