import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * How far a list of lawyer's letters is. PROPOSED: waits for approval. DROPPED: withdrawn, or another one stands in its
 * place. APPROVED, FILED by the company, SENT by the law firm.
 */
export const LETTER_LIST_STATES = ['PROPOSED', 'DROPPED', 'APPROVED', 'FILED', 'SENT'] as const;
export type LetterListState = (typeof LETTER_LIST_STATES)[number];

const LETTER_LIST_LIFE: readonly LifeStep<'drop' | 'approve' | 'file' | 'send', LetterListState>[] = [
  { verb: 'drop', from: ['PROPOSED'], to: 'DROPPED', rule: 'R-DUN-10' },
  { verb: 'approve', from: ['PROPOSED'], to: 'APPROVED', rule: 'R-DUN-10' },
  { verb: 'file', from: ['APPROVED'], to: 'FILED', rule: 'R-DUN-10' },
  { verb: 'send', from: ['FILED'], to: 'SENT', rule: 'R-DUN-10' },
];

/**
 * The state that a verb leads a list of letters to: nothing is sent that was not approved and filed.
 * @rule R-DUN-10 @rule R-DUN-11
 * @throws RULE_REFUSED R-DUN-10 where the list is not that far
 */
export const nextLetterList = (verb: 'drop' | 'approve' | 'file' | 'send', state: LetterListState): LetterListState =>
  stageAfter(LETTER_LIST_LIFE, 'A list of lawyer’s letters', verb, state);

/** How far a public list of debtors is. */
export const DEBTOR_LIST_STATES = ['PROPOSED', 'DROPPED', 'APPROVED', 'POSTED'] as const;
export type DebtorListState = (typeof DEBTOR_LIST_STATES)[number];

const DEBTOR_LIST_LIFE: readonly LifeStep<'drop' | 'approve' | 'post', DebtorListState>[] = [
  { verb: 'drop', from: ['PROPOSED'], to: 'DROPPED', rule: 'Q-20' },
  { verb: 'approve', from: ['PROPOSED'], to: 'APPROVED', rule: 'Q-20' },
  { verb: 'post', from: ['APPROVED'], to: 'POSTED', rule: 'Q-20' },
];

/**
 * The state that a verb leads a public list to: nothing is posted up that was not approved.
 * @rule Q-20 @rule R-DUN-15
 * @throws RULE_REFUSED Q-20 where the list is not that far
 */
export const nextDebtorList = (verb: 'drop' | 'approve' | 'post', state: DebtorListState): DebtorListState =>
  stageAfter(DEBTOR_LIST_LIFE, 'A public list of debtors', verb, state);
