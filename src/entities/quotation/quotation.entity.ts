import { defineEntity, p } from '@mikro-orm/core';
import { CONSENT_MODES } from '../../domain/consent/consent-mode.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { QUOTATION_STATES } from '../../domain/quotation/consent.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What chargeable work on an order would cost, and what the customer said to it. A change is another one. @rule R-DSP-13 */
export const QuotationSchema = defineEntity({
  name: 'Quotation',
  tableName: 'quotation',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    ticketId: col.ref(),
    estateId: col.ref(),
    /** The occupancy of the ticket. @rule D-30 */
    occupancyId: col.ref().nullable(),
    /** From 1 on each order. */
    number: col.int(),
    state: p.enum(QUOTATION_STATES),
    currency: p.enum(CURRENCIES),
    labourMinor: col.big(),
    partsMinor: col.big(),
    totalMinor: col.big(),
    quotedBy: col.ref(),
    quotedAt: col.instant(),
    answeredAt: col.instant().nullable(),
    answeredKind: p.enum(['STAFF', 'RESIDENT'] as const).nullable(),
    answeredBy: col.ref().nullable(),
    mode: p.enum(CONSENT_MODES).nullable(),
    /** What shows the customer's signature. */
    attachmentId: col.ref().nullable(),
  },
  uniques: [{ name: 'quotation_company_ticket_number_key', properties: ['companyId', 'ticketId', 'number'] }],
  ...fence('quotation', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class Quotation extends QuotationSchema.class {}
QuotationSchema.setClass(Quotation);
