import { defineEntity, p } from '@mikro-orm/core';
import { CONSENT_MODES } from '../../domain/consent/consent-mode.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { CONSENTS } from '../../domain/service/service-terms.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** On what terms a service request is performed: free or for a price, named by whom, agreed to how and when. @rule R-DSP-13 */
export const ServiceRequestSchema = defineEntity({
  name: 'ServiceRequest',
  tableName: 'service_request',
  properties: {
    companyId: col.companyId().primary(),
    ticketId: col.id(),
    estateId: col.ref(),
    /** The occupancy of the ticket. @rule D-30 */
    occupancyId: col.ref().nullable(),
    /** Null until somebody has said whether it is free. */
    chargeable: col.flag().nullable(),
    /** In minor units of the currency. */
    priceMinor: col.big().nullable(),
    currency: p.enum(CURRENCIES).nullable(),
    quotedAt: col.instant().nullable(),
    quotedById: col.ref().nullable(),
    consent: p.enum(CONSENTS).nullable(),
    consentMode: p.enum(CONSENT_MODES).nullable(),
    consentedAt: col.instant().nullable(),
    /** Who took the customer's word; null where the resident gave it in the app. */
    consentTakenById: col.ref().nullable(),
  },
  checks: [
    {
      name: 'service_request_priced',
      expression:
        '(coalesce(chargeable, false) = (price_minor is not null)) and ((price_minor is null) = (currency is null)) and (consent is null or price_minor is not null)',
    },
  ],
  ...fence('service_request', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class ServiceRequest extends ServiceRequestSchema.class {}
ServiceRequestSchema.setClass(ServiceRequest);
