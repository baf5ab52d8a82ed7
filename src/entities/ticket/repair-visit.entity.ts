import { defineEntity, p } from '@mikro-orm/core';
import { VISIT_OUTCOMES } from '../../domain/ticket/visit-outcome.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One visit to the site of a repair: when somebody came and went, and how it ended. @rule D-19 @rule D-05 */
export const RepairVisitSchema = defineEntity({
  name: 'RepairVisit',
  tableName: 'repair_visit',
  properties: {
    companyId: col.companyId().primary(),
    ticketId: col.ref().primary(),
    /** From 1, in the order of arrival. */
    number: col.int().primary(),
    estateId: col.ref(),
    /** The occupancy of the ticket. @rule D-30 */
    occupancyId: col.ref().nullable(),
    arrivedAt: col.instant(),
    /** Null while somebody is there. */
    leftAt: col.instant().nullable(),
    outcome: p.enum(VISIT_OUTCOMES).nullable(),
    /** It took place, or its work was done, though the customer pays and had not agreed. @rule R-DSP-13 */
    withoutConsent: col.flag(),
  },
  checks: [{ name: 'repair_visit_ended_with_outcome', expression: '(left_at is null) = (outcome is null)' }],
  indexes: [{ name: 'repair_visit_company_estate_idx', properties: ['companyId', 'estateId', 'arrivedAt'] }],
  ...fence('repair_visit', { estate: 'required', residentReads: { by: 'occupancy', column: 'occupancy_id' } }),
});

export class RepairVisit extends RepairVisitSchema.class {}
RepairVisitSchema.setClass(RepairVisit);
