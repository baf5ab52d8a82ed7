import { defineEntity, p } from '@mikro-orm/core';
import { ROLES } from '../../domain/identity/role.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That a member of staff stands in for an absent one in a role, from a day on and until before another. @rule Q-43 */
export const DeputySchema = defineEntity({
  name: 'Deputy',
  tableName: 'deputy',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: where the role reaches the whole company. */
    estateId: col.ref().nullable(),
    absentId: col.ref(),
    role: p.enum(ROLES),
    staffId: col.ref(),
    fromDay: col.day(),
    /** The first day that no longer belongs to it. */
    untilDay: col.day(),
    namedBy: col.ref(),
    namedAt: col.instant(),
    version: col.int(),
  },
  indexes: [
    { name: 'deputy_company_staff_idx', properties: ['companyId', 'staffId'] },
    { name: 'deputy_company_absent_idx', properties: ['companyId', 'absentId', 'role'] },
    { name: 'deputy_company_estate_idx', properties: ['companyId', 'estateId', 'fromDay', 'id'] },
  ],
  ...fence('deputy', { estate: 'nullable' }),
});

export class Deputy extends DeputySchema.class {}
DeputySchema.setClass(Deputy);
