import { stageAfter, type LifeStep } from '../life-cycle.js';

/** Where an inspection stands. OPEN: it is under way, and the estate knows nothing of it. PUBLISHED: the estate sees all of it. CALLED_OFF: it did not take place. */
export const INSPECTION_STAGES = ['OPEN', 'PUBLISHED', 'CALLED_OFF'] as const;
export type InspectionStage = (typeof INSPECTION_STAGES)[number];

/** What can be done to an inspection. */
export const INSPECTION_VERBS = ['plan', 'check', 'publish', 'callOff'] as const;
export type InspectionVerb = (typeof INSPECTION_VERBS)[number];

/** The life of an inspection. @rule R-ESC-05 */
export const INSPECTION_LIFE: readonly LifeStep<InspectionVerb, InspectionStage>[] = [
  { verb: 'plan', from: [null], to: 'OPEN', rule: 'R-ESC-05' },
  { verb: 'check', from: ['OPEN'], to: 'OPEN', rule: 'R-ESC-05' },
  { verb: 'publish', from: ['OPEN'], to: 'PUBLISHED', rule: 'R-ESC-05' },
  { verb: 'callOff', from: ['OPEN'], to: 'CALLED_OFF', rule: 'R-ESC-05' },
];

/**
 * The stage that a verb leads an inspection to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextInspectionStage = (verb: InspectionVerb, stage: InspectionStage | null): InspectionStage =>
  stageAfter(INSPECTION_LIFE, 'An inspection', verb, stage);
