import { ruleRefused } from '../errors.js';
import { stageAfter, type LifeStep } from '../life-cycle.js';
import type { ComplaintStage } from './complaint-stage.js';

/**
 * What can be done to a complaint that moves it. An interim reply, a promise, a judgement, a note and a change of class
 * are taken in every open stage and leave it where it is. @rule D-01
 */
export const COMPLAINT_VERBS = [
  'lodge',
  'assign',
  'transfer',
  'handOver',
  'rectify',
  'reportRectification',
  'reply',
  'callBack',
  'close',
  'decline',
  'reopen',
  'cancel',
] as const;
export type ComplaintVerb = (typeof COMPLAINT_VERBS)[number];

const BEFORE_REPLY = ['RECORDED', 'WITH_DEPARTMENT', 'RECTIFIED', 'DEPARTMENT_REPORTED'] as const;

/**
 * The life of a complaint: what is not a row here is refused. What may happen out of turn in fact (a department that
 * acts before it was told, a customer who is answered first) is a row and is recorded; the metrics see the times.
 */
export const COMPLAINT_LIFE: readonly LifeStep<ComplaintVerb, ComplaintStage>[] = [
  { verb: 'lodge', from: [null], to: 'RECORDED', rule: 'R-CMP-05' },
  { verb: 'assign', from: [...BEFORE_REPLY], to: 'WITH_DEPARTMENT', rule: 'R-CMP-05' },
  { verb: 'transfer', from: ['RECORDED', 'WITH_DEPARTMENT'], to: 'WITH_DEPARTMENT', rule: 'D-19' },
  ...BEFORE_REPLY.map((stage) => ({ verb: 'handOver', from: [stage], to: stage, rule: 'D-19' }) as const),
  { verb: 'rectify', from: ['RECORDED', 'WITH_DEPARTMENT'], to: 'RECTIFIED', rule: 'R-CMP-10' },
  { verb: 'reportRectification', from: ['RECTIFIED'], to: 'DEPARTMENT_REPORTED', rule: 'R-CMP-06' },
  { verb: 'reply', from: [...BEFORE_REPLY], to: 'REPLIED', rule: 'R-CMP-25' },
  { verb: 'callBack', from: ['REPLIED', 'CALLED_BACK'], to: 'CALLED_BACK', rule: 'R-CBK-04' },
  { verb: 'close', from: ['REPLIED', 'CALLED_BACK'], to: 'CLOSED', rule: 'R-CMP-18' },
  { verb: 'decline', from: ['RECORDED', 'WITH_DEPARTMENT'], to: 'EXPLAINED', rule: 'R-DSP-12' },
  { verb: 'reopen', from: ['REPLIED', 'CALLED_BACK'], to: 'WITH_DEPARTMENT', rule: 'R-CMP-24' },
  { verb: 'cancel', from: [...BEFORE_REPLY], to: 'CANCELLED', rule: 'R-CMP-04' },
];

/**
 * The stage that a verb leads to.
 * @throws RULE_REFUSED with the verb's rule, `stage`, `verb` and the verbs that are `allowed` there, when no step fits
 */
export const nextComplaintStage = (verb: ComplaintVerb, stage: ComplaintStage | null): ComplaintStage =>
  stageAfter(COMPLAINT_LIFE, 'A complaint', verb, stage);

/**
 * What is taken in every open stage is refused in the others.
 * @throws RULE_REFUSED with the rule of the deed when the complaint is at its end
 */
export function assertOpenComplaint(
  stage: ComplaintStage,
  deed: { readonly verb: string; readonly rule: string },
): void {
  if (stage !== 'CLOSED' && stage !== 'EXPLAINED' && stage !== 'CANCELLED') return;
  throw ruleRefused(deed.rule, `A complaint in stage ${stage} does not take ${deed.verb}.`, {
    stage,
    verb: deed.verb,
    allowed: [],
  });
}
