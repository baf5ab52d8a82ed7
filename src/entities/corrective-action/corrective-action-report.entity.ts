import { defineEntity, p } from '@mikro-orm/core';
import { REPORT_VERDICTS } from '../../domain/corrective-action/report-verdict.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** That an action is done, in the words of its owner, and what somebody else found of it. @rule R-ORG-25 @rule R-ORG-68 */
export const CorrectiveActionReportSchema = defineEntity({
  name: 'CorrectiveActionReport',
  tableName: 'corrective_action_report',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Of the action; null: the company's own. */
    estateId: col.ref().nullable(),
    actionId: col.ref(),
    /** 1, 2, 3 … */
    attempt: col.int(),
    note: col.text(),
    doneById: col.ref(),
    doneAt: col.instant(),
    /** Done by the end of the due day of this attempt. */
    inTime: col.flag(),
    verdict: p.enum(REPORT_VERDICTS).nullable(),
    finding: col.text().nullable(),
    judgedById: col.ref().nullable(),
    judgedAt: col.instant().nullable(),
  },
  checks: [
    {
      name: 'corrective_action_report_other_person',
      expression: 'judged_by_id is null or judged_by_id <> done_by_id',
    },
    {
      name: 'corrective_action_report_judged',
      expression:
        '(verdict is null) = (judged_by_id is null) and (verdict is null) = (judged_at is null) and (verdict is not null or finding is null)',
    },
  ],
  uniques: [{ name: 'corrective_action_report_company_attempt_key', properties: ['companyId', 'actionId', 'attempt'] }],
  indexes: [
    { name: 'corrective_action_report_company_estate_idx', properties: ['companyId', 'estateId', 'doneAt', 'id'] },
  ],
  ...fence('corrective_action_report', { estate: 'nullable' }),
});

export class CorrectiveActionReport extends CorrectiveActionReportSchema.class {}
CorrectiveActionReportSchema.setClass(CorrectiveActionReport);
