import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * Where a work liaison letter stands. DRAFTED: the centre writes it. SENT: it lies with the quality department. PASSED: it lies
 * with another department of the company as well. ANSWERED: the company has answered. CLOSED: the owner was told. WITHDRAWN:
 * the centre needs no answer any more.
 */
export const LETTER_STAGES = ['DRAFTED', 'SENT', 'PASSED', 'ANSWERED', 'CLOSED', 'WITHDRAWN'] as const;
export type LetterStage = (typeof LETTER_STAGES)[number];

/** What can be done to a letter. */
export const LETTER_VERBS = ['draft', 'revise', 'send', 'pass', 'answer', 'dispute', 'feedBack', 'withdraw'] as const;
export type LetterVerb = (typeof LETTER_VERBS)[number];

/** The life of a letter (domain section 35). @rule R-ESC-01 @rule R-ESC-02 @rule R-ESC-03 @rule R-ESC-04 @rule R-ORG-17 */
export const LETTER_LIFE: readonly LifeStep<LetterVerb, LetterStage>[] = [
  { verb: 'draft', from: [null], to: 'DRAFTED', rule: 'R-ESC-01' },
  { verb: 'revise', from: ['DRAFTED'], to: 'DRAFTED', rule: 'R-ESC-01' },
  { verb: 'send', from: ['DRAFTED'], to: 'SENT', rule: 'R-ESC-02' },
  { verb: 'pass', from: ['SENT', 'PASSED'], to: 'PASSED', rule: 'R-ESC-04' },
  { verb: 'answer', from: ['SENT', 'PASSED'], to: 'ANSWERED', rule: 'R-ESC-03' },
  { verb: 'dispute', from: ['ANSWERED'], to: 'SENT', rule: 'R-ESC-03' },
  { verb: 'feedBack', from: ['ANSWERED'], to: 'CLOSED', rule: 'R-ORG-17' },
  { verb: 'withdraw', from: ['DRAFTED', 'SENT', 'PASSED'], to: 'WITHDRAWN', rule: 'R-ESC-01' },
];

/**
 * The stage that a verb leads a letter to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextLetterStage = (verb: LetterVerb, stage: LetterStage | null): LetterStage =>
  stageAfter(LETTER_LIFE, 'A liaison letter', verb, stage);
