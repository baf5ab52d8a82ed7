import { invalidInput } from '../errors.js';

/** How the customer was called back. */
export const CALLBACK_MODES = ['TELEPHONE', 'FACE_TO_FACE'] as const;
export type CallbackMode = (typeof CALLBACK_MODES)[number];

/** How a try ended. */
export const CALLBACK_OUTCOMES = ['REACHED', 'NOT_REACHED', 'WRONG_NUMBER', 'REFUSED'] as const;
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number];

/** How satisfied the customer is, five levels; the first two are satisfied. */
export const SATISFACTIONS = ['VERY_SATISFIED', 'SATISFIED', 'NEUTRAL', 'DISSATISFIED', 'VERY_DISSATISFIED'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** What the customer said. */
export interface CallbackAnswer {
  readonly outcome: CallbackOutcome;
  /** Whether the matter is solved. */
  readonly solved: boolean | null;
  readonly satisfaction: Satisfaction | null;
}

/**
 * A customer who was reached has an answer, and nobody else has one.
 * @rule R-CBK-03 @rule R-RPR-22
 * @throws INVALID_INPUT with the field's path
 */
export function assertAnswer({ outcome, solved, satisfaction }: CallbackAnswer): void {
  const reached = outcome === 'REACHED';
  for (const [name, value] of Object.entries({ solved, satisfaction }))
    if ((value !== null) !== reached)
      throw invalidInput(
        `input.${name}`,
        reached ? 'is asked of a customer who was reached' : 'is given by a customer who was reached',
      );
}

/** Whether the matter has to be taken up again: not solved, or the customer is not satisfied with it. @rule R-CBK-03 */
export const isToBeReopened = ({ solved, satisfaction }: CallbackAnswer): boolean =>
  solved === false || satisfaction === 'DISSATISFIED' || satisfaction === 'VERY_DISSATISFIED';

/** Whether a try did not reach the customer. @rule D-12 */
export const isInVain = (outcome: CallbackOutcome): boolean => outcome === 'NOT_REACHED' || outcome === 'WRONG_NUMBER';
