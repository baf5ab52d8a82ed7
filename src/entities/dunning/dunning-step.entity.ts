import { defineEntity, p } from '@mikro-orm/core';
import { DUNNING_STEP_KINDS } from '../../domain/dunning/dunning-stage.js';
import { DUNNING_OUTCOMES, DUNNING_STEP_STATES } from '../../domain/dunning/dunning-step.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * Something that was done about a debtor, or a visit that is ahead: the dunning record (收费工作记录) with what was overdue
 * then, and the rules that it broke.
 * @rule R-DUN-03 @rule R-DUN-05 @rule R-DUN-06 @rule R-DUN-12
 */
export const DunningStepSchema = defineEntity({
  name: 'DunningStep',
  tableName: 'dunning_step',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    caseId: col.ref(),
    kind: p.enum(DUNNING_STEP_KINDS),
    state: p.enum(DUNNING_STEP_STATES),
    plannedFor: col.instant().nullable(),
    doneAt: col.instant().nullable(),
    outcome: p.enum(DUNNING_OUTCOMES).nullable(),
    /** What was overdue when it was done, and of which days. */
    arrearsMinor: col.big().nullable(),
    arrearsFrom: col.day().nullable(),
    arrearsUntil: col.day().nullable(),
    /** How many days after it a payment counts as its effect, by the policy of that day. @rule P-23 */
    effectDays: col.int().nullable(),
    /** By when the debtor was asked to pay. */
    payByDay: col.day().nullable(),
    itemsStated: col.flag(),
    understood: col.flag(),
    note: col.text().nullable(),
    tooFew: col.flag(),
    offHours: col.flag(),
    inQuietHours: col.flag(),
    /** A visit before the months were over. */
    tooEarly: col.flag(),
    /** Done although dunning was stopped. */
    whileStopped: col.flag(),
    /** Somebody of the team holds none of the posts that dun. */
    byOtherPost: col.flag(),
    /** A call that left something out. */
    incomplete: col.flag(),
    /** Null: the program. */
    recordedBy: col.ref().nullable(),
    recordedAt: col.instant(),
  },
  checks: [
    {
      name: 'dunning_step_done_with_outcome',
      expression: `(state = 'DONE') = (done_at is not null) and (done_at is null) = (outcome is null) and (done_at is null) = (arrears_minor is null)`,
    },
    { name: 'dunning_step_effect', expression: '(effect_days is null) = (done_at is null)' },
    {
      name: 'dunning_step_planned_visit',
      expression: `state = 'DONE' or (kind = 'HOME_VISIT' and planned_for is not null)`,
    },
  ],
  indexes: [
    { name: 'dunning_step_company_case_idx', properties: ['companyId', 'caseId', 'id'] },
    { name: 'dunning_step_company_estate_idx', properties: ['companyId', 'estateId', 'doneAt', 'id'] },
  ],
  ...fence('dunning_step', { estate: 'required' }),
});

export class DunningStep extends DunningStepSchema.class {}
DunningStepSchema.setClass(DunningStep);
