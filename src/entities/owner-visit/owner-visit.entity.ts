import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../../domain/identity/role.js';
import { SATISFACTIONS } from '../../domain/callback/callback-answer.js';
import { VISIT_MODES, VISIT_ORGANISERS, VISIT_SIGNATURES } from '../../domain/owner-visit/visit-mode.js';
import { VISIT_STAGES } from '../../domain/owner-visit/visit-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A visit to a household (业户访问), from the draw to the reviewed record. @rule R-VIS-15 */
export const OwnerVisitSchema = defineEntity({
  name: 'OwnerVisit',
  tableName: 'owner_visit',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    unitId: col.ref(),
    /** Who was, or is to be, visited; null while nobody is named. */
    customerId: col.ref().nullable(),
    /** Its resident sees the visit. @rule D-30 */
    occupancyId: col.ref().nullable(),
    cycleId: col.ref(),
    organiser: p.enum(VISIT_ORGANISERS),
    stage: p.enum(VISIT_STAGES),
    /** Whether the sampler drew it. @rule D-04 */
    sampled: col.flag(),
    /** First day of the month that it was drawn in; null where nobody drew it. */
    drawnMonth: col.day().nullable(),
    /** Whom the draw gave it to. @rule R-VIS-03 @rule R-VIS-04 */
    assignedPost: p.enum(ROLES).nullable(),
    mode: p.enum(VISIT_MODES).nullable(),
    visitorId: col.ref().nullable(),
    /** The post in which the visitor went; null where it is none that visits. @rule P-07 */
    visitorPost: p.enum(ROLES).nullable(),
    /** The agreed time, and when it was agreed. @rule R-VIS-10 */
    appointmentAt: col.instant().nullable(),
    appointedAt: col.instant().nullable(),
    visitedAt: col.instant().nullable(),
    /** It began while customers are left in peace. @rule D-03 */
    inQuietHours: col.flag(),
    quietHoursReason: col.text().nullable(),
    /** A home visit that nobody had agreed. @rule R-VIS-10 */
    unannounced: col.flag(),
    /** The household had been visited in the cycle, by the estate or the company. @rule R-VIS-09 */
    repeated: col.flag(),
    /** By somebody of another post than those that visit. @rule R-VIS-23 */
    byOtherPost: col.flag(),
    /** It counts for the estate's quota. @rule R-VIS-05 @rule D-04 @rule Q-34 */
    counts: col.flag(),
    signature: p.enum(VISIT_SIGNATURES).nullable(),
    /** How satisfied the customer is on the whole; an auxiliary figure. @rule R-VIS-27 */
    satisfaction: p.enum(SATISFACTIONS).nullable(),
    submittedAt: col.instant().nullable(),
    reviewedAt: col.instant().nullable(),
    reviewedById: col.ref().nullable(),
    /** When its words were cleared because their time was over. @rule Q-24 */
    redactedAt: col.instant().nullable(),
    version: col.int(),
  },
  checks: [
    {
      name: 'owner_visit_took_place',
      expression: `(visited_at is null) = (stage in ('SAMPLED', 'APPOINTED', 'DROPPED'))`,
    },
  ],
  indexes: [
    { name: 'owner_visit_company_estate_visited_idx', properties: ['companyId', 'estateId', 'visitedAt', 'id'] },
    { name: 'owner_visit_company_stage_idx', properties: ['companyId', 'estateId', 'stage', 'id'] },
    { name: 'owner_visit_company_unit_idx', properties: ['companyId', 'unitId', 'id'] },
    { name: 'owner_visit_company_customer_idx', properties: ['companyId', 'customerId', 'id'] },
    { name: 'owner_visit_company_cycle_idx', properties: ['companyId', 'cycleId', 'unitId'] },
    {
      name: 'owner_visit_company_once_a_cycle_key',
      properties: ['companyId', 'cycleId', 'unitId'],
      expression: `create unique index "owner_visit_company_once_a_cycle_key" on "owner_visit" ("company_id", "cycle_id", "unit_id") where sampled and stage <> 'DROPPED'`,
    },
  ],
  ...fence('owner_visit', { estate: 'required', residentReads: { by: 'occupancy', column: 'occupancy_id' } }),
});

export class OwnerVisit extends OwnerVisitSchema.class {}
OwnerVisitSchema.setClass(OwnerVisit);
