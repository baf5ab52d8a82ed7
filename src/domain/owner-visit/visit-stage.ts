import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * Where a visit stands. SAMPLED: the household was drawn. APPOINTED: a time is agreed. RECORDED: it took place and is
 * written down. SUBMITTED: the supervisor has the record. REVIEWED: read, and every item is on its way. DROPPED: nobody
 * lives there any more.
 */
export const VISIT_STAGES = ['SAMPLED', 'APPOINTED', 'RECORDED', 'SUBMITTED', 'REVIEWED', 'DROPPED'] as const;
export type VisitStage = (typeof VISIT_STAGES)[number];

/** Stages of a visit that is still to be made. */
export const TO_BE_VISITED: readonly VisitStage[] = ['SAMPLED', 'APPOINTED'];

/** What can be done to a visit. */
export const VISIT_VERBS = ['sample', 'appoint', 'record', 'submit', 'review', 'drop'] as const;
export type VisitVerb = (typeof VISIT_VERBS)[number];

/** The life of a visit. @rule R-VIS-10 @rule R-VIS-15 @rule R-VIS-17 @rule R-VIS-18 */
export const VISIT_LIFE: readonly LifeStep<VisitVerb, VisitStage>[] = [
  { verb: 'sample', from: [null], to: 'SAMPLED', rule: 'R-VIS-09' },
  { verb: 'appoint', from: [null, 'SAMPLED', 'APPOINTED'], to: 'APPOINTED', rule: 'R-VIS-10' },
  { verb: 'record', from: [null, 'SAMPLED', 'APPOINTED'], to: 'RECORDED', rule: 'R-VIS-15' },
  { verb: 'submit', from: ['RECORDED'], to: 'SUBMITTED', rule: 'R-VIS-17' },
  { verb: 'review', from: ['SUBMITTED'], to: 'REVIEWED', rule: 'R-VIS-18' },
  { verb: 'drop', from: ['SAMPLED', 'APPOINTED'], to: 'DROPPED', rule: 'R-VIS-09' },
];

/**
 * The stage that a verb leads a visit to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextVisitStage = (verb: VisitVerb, stage: VisitStage | null): VisitStage =>
  stageAfter(VISIT_LIFE, 'A visit', verb, stage);
