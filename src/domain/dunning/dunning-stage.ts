import { ruleRefused } from '../errors.js';

/**
 * How far a debtor has been dunned. OVERDUE: nothing was done yet. REMINDED, CALLED, VISITED: the highest step that took
 * place. LETTER_PROPOSED, LETTER_APPROVED, LETTER_SENT, LETTER_SERVED: how far the lawyer's letter is; sent is not served.
 * LEGAL_ACTION: before the court. CLOSED: nothing is overdue any more, or the company has let it be.
 * @rule D-09
 */
export const DUNNING_STAGES = [
  'OVERDUE',
  'REMINDED',
  'CALLED',
  'VISITED',
  'LETTER_PROPOSED',
  'LETTER_APPROVED',
  'LETTER_SENT',
  'LETTER_SERVED',
  'LEGAL_ACTION',
  'CLOSED',
] as const;
export type DunningStage = (typeof DUNNING_STAGES)[number];

/** What is done about a debtor, and written down as a step. */
export const DUNNING_STEP_KINDS = ['MESSAGE', 'TELEPHONE', 'HOME_VISIT', 'LEGAL_ACTION'] as const;
export type DunningStepKind = (typeof DUNNING_STEP_KINDS)[number];

/** What else moves a case along the ladder. */
export type LetterMove = 'propose' | 'approve' | 'send' | 'serve';

const rankOf = (stage: DunningStage): number => DUNNING_STAGES.indexOf(stage);
const REACHED = {
  MESSAGE: 'REMINDED',
  TELEPHONE: 'CALLED',
  HOME_VISIT: 'VISITED',
  LEGAL_ACTION: 'LEGAL_ACTION',
} as const satisfies Readonly<Record<DunningStepKind, DunningStage>>;

const BEFORE_LETTER: readonly DunningStage[] = ['OVERDUE', 'REMINDED', 'CALLED', 'VISITED'];

/** From where each move of a lawyer's letter goes where. */
const LETTER_LADDER: Readonly<Record<LetterMove, { from: readonly DunningStage[]; to: DunningStage }>> = {
  propose: { from: BEFORE_LETTER, to: 'LETTER_PROPOSED' },
  approve: { from: ['LETTER_PROPOSED'], to: 'LETTER_APPROVED' },
  send: { from: ['LETTER_APPROVED'], to: 'LETTER_SENT' },
  serve: { from: ['LETTER_SENT'], to: 'LETTER_SERVED' },
};

/**
 * The stage after a step that took place: the ladder is only climbed, a call after a visit changes nothing. The court
 * follows a letter that was sent.
 * @rule R-DUN-02 @rule R-DUN-04 @rule D-13
 * @throws RULE_REFUSED D-13 for a case that is closed; D-09 for legal action before the letter was sent
 */
export function stageAfterStep(stage: DunningStage, kind: DunningStepKind): DunningStage {
  assertOpen(stage);
  if (kind === 'LEGAL_ACTION' && rankOf(stage) < rankOf('LETTER_SENT'))
    throw ruleRefused('D-09', 'The court follows a lawyer’s letter that was sent.', { stage });
  const reached = REACHED[kind];
  return rankOf(reached) > rankOf(stage) ? reached : stage;
}

/**
 * The stage after a move of the lawyer's letter.
 * @rule R-DUN-10 @rule R-DUN-11 @rule D-09
 * @throws RULE_REFUSED R-DUN-10 where the letter is not that far, or further
 */
export function stageAfterLetter(stage: DunningStage, move: LetterMove): DunningStage {
  const { from, to } = LETTER_LADDER[move];
  if (!from.includes(stage))
    throw ruleRefused('R-DUN-10', `A case in stage ${stage} does not take this.`, { stage, move, from });
  return to;
}

/** The stage of a case whose letter is not to be sent after all: the highest step that took place. */
export const stageOfSteps = (kinds: readonly DunningStepKind[]): DunningStage =>
  kinds
    .map((kind): DunningStage => REACHED[kind])
    .reduce((highest, stage) => (rankOf(stage) > rankOf(highest) ? stage : highest), 'OVERDUE');

/** @throws RULE_REFUSED D-13 for a case that is closed: nobody is dunned who owes nothing that is overdue */
export function assertOpen(stage: DunningStage): void {
  if (stage === 'CLOSED') throw ruleRefused('D-13', 'The case is closed.', { stage });
}

/** How a case has ended. PAID: payments settled it. ADJUSTED: otherwise settled. WITHDRAWN: the company lets it be. */
export const DUNNING_ENDINGS = ['PAID', 'ADJUSTED', 'WITHDRAWN'] as const;
export type DunningEnding = (typeof DUNNING_ENDINGS)[number];

/** Why the company lets a debtor be. */
export const WITHDRAWAL_GROUNDS = ['WRONG_DEBTOR', 'TIME_BARRED', 'NOT_WORTHWHILE', 'AGREED_OTHERWISE'] as const;
export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];
