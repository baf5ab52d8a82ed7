import { ruleRefused } from '../errors.js';

/** Where the drawing of an estate's notices stands: counted without writing, waiting for a word, writing, done, or called off. */
export const NOTICE_RUN_STAGES = ['PREVIEWING', 'PREVIEWED', 'RUNNING', 'DONE', 'CANCELLED'] as const;
export type NoticeRunStage = (typeof NOTICE_RUN_STAGES)[number];

/** A notice for each payer and unit, or one for each payer over all units. */
export const NOTICE_GROUPINGS = ['PER_UNIT', 'PER_PAYER'] as const;
export type NoticeGrouping = (typeof NOTICE_GROUPINGS)[number];

/** A stage in which the program works on it. */
export const isUnderWay = (stage: NoticeRunStage): boolean => stage === 'PREVIEWING' || stage === 'RUNNING';

/** What follows once every payer has been gone through. */
export const stageAfterAll = (stage: NoticeRunStage): NoticeRunStage => (stage === 'PREVIEWING' ? 'PREVIEWED' : 'DONE');

/**
 * Lets a word on a previewed run pass.
 * @rule R-FEE-03
 * @throws RULE_REFUSED R-FEE-03 in any other stage
 */
export function assertPreviewed(stage: NoticeRunStage): void {
  if (stage !== 'PREVIEWED')
    throw ruleRefused('R-FEE-03', 'Only notices that have been previewed are drawn or called off.', { stage });
}
