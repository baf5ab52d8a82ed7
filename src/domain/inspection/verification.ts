import { invalidInput } from '../errors.js';
import type { FindingCategory, InspectedKind, InspectionOutcome } from './inspection-kind.js';

/** What a customer said when asked about something that was recorded. */
export interface Verification {
  readonly reached: boolean;
  /** Of a ticket whether anybody called back, of a visit whether it took place; null where nobody was reached or it was not asked. */
  readonly happened: boolean | null;
  /** Of a ticket whether it is solved; null likewise, and of visits. */
  readonly solved: boolean | null;
}

/** What was recorded about it when it was drawn. */
export interface Claimed {
  readonly kind: InspectedKind;
  /** Of a ticket whether a callback that reached the customer stands in the record. */
  readonly calledBack: boolean;
}

/**
 * Refuses answers that do not belong to what was asked about.
 * @throws INVALID_INPUT with the field's path
 */
export function assertVerification(kind: InspectedKind, { reached, happened, solved }: Verification): void {
  if (kind === 'CHECKLIST') throw invalidInput('input.itemId', 'is a point of a checklist');
  if (!reached && happened !== null) throw invalidInput('input.happened', 'nobody was reached');
  if (!reached && solved !== null) throw invalidInput('input.solved', 'nobody was reached');
  if (reached && happened === null) throw invalidInput('input.happened', 'what did the customer say?');
  if (kind === 'OWNER_VISIT' && solved !== null) throw invalidInput('input.solved', 'a visit is not solved');
  if (reached && kind !== 'OWNER_VISIT' && solved === null)
    throw invalidInput('input.solved', 'what did the customer say?');
}

/**
 * What is wrong with a record by the word of the customer: a callback that is recorded and did not happen, a ticket that was
 * closed and is not solved, a visit that did not take place.
 * @rule D-27
 */
export function falseIn({ kind, calledBack }: Claimed, { happened, solved }: Verification): FindingCategory[] {
  const found: FindingCategory[] = [];
  if (kind === 'OWNER_VISIT' && happened === false) found.push('FALSE_VISIT');
  if (kind !== 'OWNER_VISIT' && calledBack && happened === false) found.push('FALSE_CALLBACK');
  if (solved === false) found.push('FALSE_CLOSURE');
  return found;
}

/** The outcome of an answer. */
export const outcomeOf = (claimed: Claimed, said: Verification): InspectionOutcome =>
  !said.reached ? 'NOT_REACHED' : falseIn(claimed, said).length > 0 ? 'FALSE' : 'TRUE_TO_RECORD';
