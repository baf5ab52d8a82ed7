import { ruleRefused } from '../errors.js';

/** Where a bill run stands: counted without charging, waiting for a word, charging, done, or called off. */
export const BILL_RUN_STAGES = ['PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'CANCELLED'] as const;
export type BillRunStage = (typeof BILL_RUN_STAGES)[number];

/** A stage in which the program works on it. */
export const isUnderWay = (stage: BillRunStage): boolean => stage === 'PREVIEWING' || stage === 'RUNNING';

/** What follows once every unit has been gone through. */
export const stageAfter = (stage: BillRunStage): BillRunStage => (stage === 'PREVIEWING' ? 'PREVIEWED' : 'DONE');

/**
 * Lets a word on a previewed run pass.
 * @rule R-FEE-01
 * @throws RULE_REFUSED R-FEE-01 in any other stage
 */
export function assertPreviewed(stage: BillRunStage): void {
  if (stage !== 'PREVIEWED')
    throw ruleRefused('R-FEE-01', 'Only a run that has been previewed is confirmed or called off.', { stage });
}
