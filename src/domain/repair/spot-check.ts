import { invalidInput } from '../errors.js';

/** How a spot-check of an order stands: drawn and not looked at yet, without fault, or with one. */
export const CHECK_STATES = ['OPEN', 'PASSED', 'FAULTY'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What is looked at: whether the order is filled in whole, tells what was done, and somebody came as required. */
export interface CheckAnswers {
  readonly complete: boolean;
  readonly accurate: boolean;
  readonly arrivedAsRequired: boolean;
}

/** An order passes with all three. @rule R-RPR-19 */
export const stateOfCheck = ({ complete, accurate, arrivedAsRequired }: CheckAnswers): CheckState =>
  complete && accurate && arrivedAsRequired ? 'PASSED' : 'FAULTY';

/** @throws INVALID_INPUT when a fault is found and nobody says which */
export function assertFinding(answers: CheckAnswers, finding: string | null): void {
  if (stateOfCheck(answers) === 'FAULTY' && finding === null)
    throw invalidInput('input.finding', 'is needed where a fault was found');
}
