import { defineEntity, p } from '@mikro-orm/core';
import { CURRENCIES } from '../../domain/money/money.js';
import { BATCH_STAGES } from '../../domain/withholding/withholding-life.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a bank is asked to withhold at once (代扣批次). @rule R-FEE-11 */
export const WithholdingBatchSchema = defineEntity({
  name: 'WithholdingBatch',
  tableName: 'withholding_batch',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    /** Counts the company's batches, from 1; stands in the references of its items. */
    serial: col.int(),
    /** What was due by this day is in it. */
    dueUntil: col.day(),
    stage: p.enum(BATCH_STAGES),
    items: col.int(),
    amountMinor: col.big(),
    currency: p.enum(CURRENCIES),
    drawnBy: col.ref(),
    drawnAt: col.instant(),
    sentAt: col.instant().nullable(),
    finishedAt: col.instant().nullable(),
    version: col.int(),
  },
  uniques: [{ name: 'withholding_batch_company_serial_key', properties: ['companyId', 'serial'] }],
  indexes: [{ name: 'withholding_batch_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('withholding_batch', { estate: 'required' }),
});

export class WithholdingBatch extends WithholdingBatchSchema.class {}
WithholdingBatchSchema.setClass(WithholdingBatch);
