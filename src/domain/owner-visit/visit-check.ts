import { invalidInput } from '../errors.js';

/** What a spot-check of a visit asks: whether it took place as recorded, and how the visitor went about it. */
export interface VisitCheckAnswers {
  /** The customer confirms the visit. */
  readonly tookPlace: boolean;
  /** The record says what the customer said. */
  readonly accurate: boolean;
  /** The visitor wore uniform and work pass. @rule R-VIS-21 */
  readonly inUniform: boolean;
  /** The talk kept to the work, and away from other people's privacy. @rule R-VIS-22 */
  readonly keptToTheMatter: boolean;
}

/**
 * Refuses a check that finds a fault and does not say which.
 * @rule R-VIS-25
 * @throws INVALID_INPUT
 */
export function assertFault(answers: VisitCheckAnswers, finding: string | null): void {
  const { tookPlace, accurate, inUniform, keptToTheMatter } = answers;
  if (!(tookPlace && accurate && inUniform && keptToTheMatter) && finding === null)
    throw invalidInput('input.finding', 'must say what was found');
}
