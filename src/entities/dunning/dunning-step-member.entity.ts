import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One of the team of a step. @rule R-DUN-06 @rule R-FEE-10 */
export const DunningStepMemberSchema = defineEntity({
  name: 'DunningStepMember',
  tableName: 'dunning_step_member',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    stepId: col.ref(),
    staffId: col.ref(),
  },
  uniques: [{ name: 'dunning_step_member_company_step_staff_key', properties: ['companyId', 'stepId', 'staffId'] }],
  indexes: [{ name: 'dunning_step_member_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('dunning_step_member', { estate: 'required' }),
});

export class DunningStepMember extends DunningStepMemberSchema.class {}
DunningStepMemberSchema.setClass(DunningStepMember);
