import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../../domain/identity/role.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * That somebody stands at a post from an instant until before another: on an estate, or on all of the company where
 * `estateId` is null. Somebody who stands at it for several estates has a row for each. A duty that was called off
 * before it began is empty: it ends where it begins. @rule D-11
 */
export const DutySchema = defineEntity({
  name: 'Duty',
  tableName: 'duty',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref().nullable(),
    staffId: col.ref(),
    post: p.enum(ROLES),
    fromAt: col.instant(),
    untilAt: col.instant(),
    createdAt: col.instant(),
    version: col.int(),
  },
  checks: [{ name: 'duty_in_order', expression: 'from_at <= until_at' }],
  indexes: [
    { name: 'duty_company_estate_post_idx', properties: ['companyId', 'estateId', 'post', 'untilAt'] },
    { name: 'duty_company_from_idx', properties: ['companyId', 'fromAt', 'id'] },
    { name: 'duty_company_staff_idx', properties: ['companyId', 'staffId', 'untilAt'] },
  ],
  ...fence('duty', { estate: 'nullable' }),
});

export class Duty extends DutySchema.class {}
DutySchema.setClass(Duty);
