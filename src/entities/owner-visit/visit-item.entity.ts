import { defineEntity, p } from '@mikro-orm/core';
import { SATISFACTIONS } from '../../domain/callback/callback-answer.js';
import { ITEM_ROUTES } from '../../domain/owner-visit/item-route.js';
import { VISIT_ITEM_KINDS, VISIT_TOPICS } from '../../domain/owner-visit/visit-item.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One thing that a customer said on a visit, and what came of it. @rule R-VIS-15 @rule R-VIS-18 */
export const VisitItemSchema = defineEntity({
  name: 'VisitItem',
  tableName: 'visit_item',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    visitId: col.ref(),
    /** The occupancy of the visit. @rule D-30 */
    occupancyId: col.ref().nullable(),
    /** 1, 2, 3 … on the record. */
    position: col.int(),
    topic: p.enum(VISIT_TOPICS),
    kind: p.enum(VISIT_ITEM_KINDS),
    /** What was said. */
    text: col.text(),
    satisfaction: p.enum(SATISFACTIONS).nullable(),
    /** Somebody is to speak with the customer again, in person. @rule R-VIS-14 */
    feedbackOwed: col.flag(),
    /** The ticket that it became. @rule R-VIS-18 */
    ticketId: col.ref().nullable(),
    /** The procedure that it follows; null until its reader has said so. @rule R-VIS-18 */
    route: p.enum(ITEM_ROUTES).nullable(),
    /** What the customer was told, and whether face to face. @rule R-VIS-14 */
    feedback: col.text().nullable(),
    fedBackInPerson: col.flag().nullable(),
    fedBackAt: col.instant().nullable(),
    fedBackById: col.ref().nullable(),
  },
  uniques: [{ name: 'visit_item_company_visit_position_key', properties: ['companyId', 'visitId', 'position'] }],
  indexes: [
    { name: 'visit_item_company_estate_idx', properties: ['companyId', 'estateId', 'id'] },
    { name: 'visit_item_company_ticket_idx', properties: ['companyId', 'ticketId'] },
  ],
  ...fence('visit_item', { estate: 'required', residentReads: { by: 'occupancy', column: 'occupancy_id' } }),
});

export class VisitItem extends VisitItemSchema.class {}
VisitItemSchema.setClass(VisitItem);
