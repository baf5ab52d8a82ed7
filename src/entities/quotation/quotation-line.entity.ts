import { defineEntity, p } from '@mikro-orm/core';
import { PRICE_KINDS } from '../../domain/price/price.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A line of a quotation: work or a part, at the price of that day. Never changed. */
export const QuotationLineSchema = defineEntity({
  name: 'QuotationLine',
  tableName: 'quotation_line',
  properties: {
    companyId: col.companyId().primary(),
    quotationId: col.ref().primary(),
    /** From 1, as quoted. */
    position: col.int().primary(),
    ticketId: col.ref(),
    estateId: col.ref(),
    occupancyId: col.ref().nullable(),
    kind: p.enum(PRICE_KINDS),
    /** Of the price list; null for a free line. */
    code: col.text().nullable(),
    name: col.text(),
    unit: col.text(),
    quantityMilli: col.big(),
    priceMinor: col.big(),
    amountMinor: col.big(),
  },
  indexes: [{ name: 'quotation_line_company_ticket_idx', properties: ['companyId', 'ticketId'] }],
  ...fence('quotation_line', { estate: 'required', residentReads: { by: 'occupancy', column: 'occupancy_id' } }),
});

export class QuotationLine extends QuotationLineSchema.class {}
QuotationLineSchema.setClass(QuotationLine);
