import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * Where a corrective or preventive action stands. RAISED: somebody says what is wrong. PLANNED: cause, measure, owner and
 * due day are decided. DONE: the owner says so. VERIFIED: somebody else has seen that it holds. CANCELLED: a superior has
 * called it off.
 */
export const ACTION_STAGES = ['RAISED', 'PLANNED', 'DONE', 'VERIFIED', 'CANCELLED'] as const;
export type ActionStage = (typeof ACTION_STAGES)[number];

/** What can be done to an action. */
export const ACTION_VERBS = ['raise', 'plan', 'report', 'verify', 'reopen', 'cancel'] as const;
export type ActionVerb = (typeof ACTION_VERBS)[number];

/** The life of an action. @rule R-CMP-20 @rule R-ORG-25 */
export const ACTION_LIFE: readonly LifeStep<ActionVerb, ActionStage>[] = [
  { verb: 'raise', from: [null], to: 'RAISED', rule: 'R-CMP-20' },
  { verb: 'plan', from: ['RAISED', 'PLANNED'], to: 'PLANNED', rule: 'R-CMP-20' },
  { verb: 'report', from: ['PLANNED'], to: 'DONE', rule: 'R-CMP-20' },
  { verb: 'verify', from: ['DONE'], to: 'VERIFIED', rule: 'R-ORG-25' },
  { verb: 'reopen', from: ['DONE', 'VERIFIED'], to: 'PLANNED', rule: 'R-ORG-25' },
  { verb: 'cancel', from: ['RAISED', 'PLANNED'], to: 'CANCELLED', rule: 'R-ORG-25' },
];

/**
 * The stage that a verb leads an action to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextActionStage = (verb: ActionVerb, stage: ActionStage | null): ActionStage =>
  stageAfter(ACTION_LIFE, 'A corrective action', verb, stage);
