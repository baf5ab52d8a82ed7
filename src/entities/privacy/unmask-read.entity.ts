import { defineEntity, p } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * That under a grant somebody's data were read whole on a day of the estate: one row a grant, subject and day, with how
 * many operations read it, so that the log tells who was looked at, when and how often, and stays bounded.
 * @rule R-ORG-78
 */
export const UnmaskReadSchema = defineEntity({
  name: 'UnmaskRead',
  tableName: 'unmask_read',
  properties: {
    companyId: col.companyId().primary(),
    grantId: col.ref().primary(),
    day: col.day().primary(),
    subjectKind: p.enum(['CUSTOMER', 'TICKET'] as const).primary(),
    subjectId: col.ref().primary(),
    estateId: col.ref(),
    operations: col.int(),
    firstAt: col.instant(),
    lastAt: col.instant(),
  },
  indexes: [{ name: 'unmask_read_company_subject_idx', properties: ['companyId', 'subjectId', 'day'] }],
  ...fence('unmask_read', { estate: 'required' }),
});

export class UnmaskRead extends UnmaskReadSchema.class {}
UnmaskReadSchema.setClass(UnmaskRead);
