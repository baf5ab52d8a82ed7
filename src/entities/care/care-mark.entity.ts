import { defineEntity, p } from '@mikro-orm/core';
import { CARE_KINDS, CONSENT_BY } from '../../domain/care/care-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a person or a unit is looked after with special care, from a day on and until before another. @rule D-15 */
export const CareMarkSchema = defineEntity({
  name: 'CareMark',
  tableName: 'care_mark',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    unitId: col.ref().nullable(),
    customerId: col.ref().nullable(),
    kind: p.enum(CARE_KINDS),
    consentBy: p.enum(CONSENT_BY).nullable(),
    consentDay: col.day().nullable(),
    /** What to know, in the words of whoever made it; never in an event. */
    note: col.text().nullable(),
    fromDay: col.day(),
    /** The first day that no longer belongs to it; null while it lasts. */
    untilDay: col.day().nullable(),
    checkEveryDays: col.int(),
    version: col.int(),
  },
  checks: [{ name: 'care_mark_one_subject', expression: '(unit_id is null) <> (customer_id is null)' }],
  indexes: [
    { name: 'care_mark_company_estate_idx', properties: ['companyId', 'estateId', 'fromDay', 'id'] },
    { name: 'care_mark_company_unit_idx', properties: ['companyId', 'unitId'] },
    { name: 'care_mark_company_customer_idx', properties: ['companyId', 'customerId'] },
  ],
  ...fence('care_mark', { estate: 'required' }),
});

export class CareMark extends CareMarkSchema.class {}
CareMarkSchema.setClass(CareMark);
