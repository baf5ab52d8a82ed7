import { ruleRefused } from '../errors.js';

/** How far a batch is: drawn, given to the bank, all of it answered, or called off before it was given. */
export const BATCH_STAGES = ['DRAWN', 'SENT', 'DONE', 'CANCELLED'] as const;
export type BatchStage = (typeof BATCH_STAGES)[number];

/**
 * What has become of an item of a batch. OPEN: asked for. WITHHELD: the bank has reported it, it will be booked in a moment.
 * PAID: booked. FAILED: the bank could not, or said nothing. CANCELLED with its batch.
 */
export const ITEM_STATES = ['OPEN', 'WITHHELD', 'PAID', 'FAILED', 'CANCELLED'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Why a bank has not withheld. */
export const FAILURE_REASONS = [
  'INSUFFICIENT_FUNDS',
  'ACCOUNT_CLOSED',
  'ACCOUNT_UNKNOWN',
  'HOLDER_MISMATCH',
  'NO_AUTHORITY',
  'LIMIT_EXCEEDED',
  'OTHER',
  'NO_RESULT',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** What is said to a batch. */
type BatchVerb = 'send' | 'close' | 'cancel';
const ALLOWED: Readonly<Record<BatchVerb, readonly BatchStage[]>> = {
  send: ['DRAWN', 'SENT'],
  close: ['SENT'],
  cancel: ['DRAWN'],
};

/**
 * Lets a word to a batch pass: what was given to the bank is not called off, what was not is not closed.
 * @rule R-FEE-11
 * @throws RULE_REFUSED R-FEE-11 in any other stage
 */
export function assertBatch(verb: BatchVerb, stage: BatchStage): void {
  if (!ALLOWED[verb].includes(stage))
    throw ruleRefused('R-FEE-11', `A batch in stage ${stage} does not take ${verb}.`, { stage, verb });
}
