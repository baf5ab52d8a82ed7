import { ruleRefused } from './errors.js';

/** Where a run over an estate stands: counted without effect, waiting for a word, carried out, done, or called off. */
export const RUN_STAGES = ['PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'CANCELLED'] as const;
export type RunStage = (typeof RUN_STAGES)[number];

/** A stage in which the program works on it. */
export const isUnderWay = (stage: RunStage): boolean => stage === 'PREVIEWING' || stage === 'RUNNING';

/** What follows once everything has been gone through. */
export const runStageAfter = (stage: RunStage): RunStage => (stage === 'PREVIEWING' ? 'PREVIEWED' : 'DONE');

/**
 * Lets a word on a previewed run pass.
 * @param rule that the run carries out, and that refuses the word
 * @throws RULE_REFUSED with the rule in any other stage
 */
export function assertPreviewed(rule: string, stage: RunStage): void {
  if (stage !== 'PREVIEWED')
    throw ruleRefused(rule, 'Only a run that has been previewed is confirmed or called off.', { stage });
}
