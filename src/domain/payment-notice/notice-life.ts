import { invalidInput } from '../errors.js';
import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * How far a payment notice is. DRAWN, SEALED, then brought: DELIVERED or REFUSED. REPLACED by another, or WITHDRAWN, it
 * says nothing any more.
 */
export const NOTICE_STATES = ['DRAWN', 'SEALED', 'DELIVERED', 'REFUSED', 'REPLACED', 'WITHDRAWN'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** What came of bringing it: signed for, put into the letter box, offered and refused, or nobody was there. */
export const DELIVERY_OUTCOMES = ['SIGNED', 'LETTER_BOX', 'REFUSED', 'NOT_FOUND'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** Who took it: the payer, somebody of the household, or somebody else for them. */
export const NOTICE_RECEIVERS = ['PAYER', 'HOUSEHOLD', 'AGENT'] as const;
export type NoticeReceiver = (typeof NOTICE_RECEIVERS)[number];

/** Why a notice is withdrawn and no other takes its place. */
export const WITHDRAWAL_REASONS = ['PAID', 'NOT_OWED', 'WRONG_PAYER', 'DRAWN_IN_ERROR'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

type NoticeVerb = 'seal' | 'deliver' | 'refuse' | 'miss' | 'replace' | 'withdraw';
const STANDING: readonly NoticeState[] = ['DRAWN', 'SEALED', 'REFUSED', 'DELIVERED'];

const NOTICE_LIFE: readonly LifeStep<NoticeVerb, NoticeState>[] = [
  { verb: 'seal', from: ['DRAWN'], to: 'SEALED', rule: 'R-NTC-12' },
  { verb: 'deliver', from: ['SEALED', 'REFUSED'], to: 'DELIVERED', rule: 'R-NTC-12' },
  { verb: 'refuse', from: ['SEALED', 'REFUSED'], to: 'REFUSED', rule: 'R-NTC-12' },
  { verb: 'miss', from: ['SEALED'], to: 'SEALED', rule: 'R-NTC-12' },
  { verb: 'miss', from: ['REFUSED'], to: 'REFUSED', rule: 'R-NTC-12' },
  { verb: 'replace', from: STANDING, to: 'REPLACED', rule: 'R-FEE-03' },
  { verb: 'withdraw', from: STANDING, to: 'WITHDRAWN', rule: 'R-FEE-03' },
];

const VERBS: Readonly<Record<DeliveryOutcome, NoticeVerb>> = {
  SIGNED: 'deliver',
  LETTER_BOX: 'deliver',
  REFUSED: 'refuse',
  NOT_FOUND: 'miss',
};

/**
 * The state that a verb leads a notice to: nothing is brought to a customer that does not bear the seal.
 * @rule R-NTC-12 @rule R-FEE-04
 * @throws RULE_REFUSED R-NTC-12 before the seal, or after it was delivered; R-FEE-03 for one that no longer stands
 */
export const nextNotice = (verb: NoticeVerb, state: NoticeState): NoticeState =>
  stageAfter(NOTICE_LIFE, 'A payment notice', verb, state);

/** The state after an attempt to bring it. @throws as `nextNotice` */
export const afterAttempt = (outcome: DeliveryOutcome, state: NoticeState): NoticeState =>
  nextNotice(VERBS[outcome], state);

/** Whether the steward's part is done: it was handed over, left, or offered in vain. */
export const isBrought = (outcome: DeliveryOutcome): boolean => outcome !== 'NOT_FOUND';

/**
 * Lets pass what names who signed, and only then.
 * @throws INVALID_INPUT otherwise
 */
export function assertReceiver(outcome: DeliveryOutcome, receivedBy: NoticeReceiver | null): void {
  if ((outcome === 'SIGNED') !== (receivedBy !== null))
    throw invalidInput('input.receivedBy', 'name who signed for it, and nobody else', { rule: 'R-DUN-12' });
}
