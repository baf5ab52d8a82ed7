import { invalidInput, ruleRefused } from '../errors.js';
import type { DebtorReason } from './debtor-reason.js';
import type { DunningStepKind } from './dunning-stage.js';
import { isBeyond } from './time-overdue.js';

/** What came of a step. NOT_REACHED: nobody was there, or answered. */
export const DUNNING_OUTCOMES = ['INFORMED', 'PROMISED', 'REFUSED', 'DISPUTED', 'NOT_REACHED'] as const;
export type DunningOutcome = (typeof DUNNING_OUTCOMES)[number];

/** PLANNED: a visit that is ahead. DONE: it took place. CALLED_OFF: it did not. */
export const DUNNING_STEP_STATES = ['PLANNED', 'DONE', 'CALLED_OFF'] as const;
export type DunningStepState = (typeof DUNNING_STEP_STATES)[number];

/** What the customer was told and asked in a call. */
export interface CallRecord {
  readonly outcome: DunningOutcome;
  /** By when the customer was asked to pay. */
  readonly payByDay: string | null;
  /** Each item with its start, end and amount. */
  readonly itemsStated: boolean;
  /** Hung up only when the customer had understood and was thanked. */
  readonly understood: boolean;
}

/**
 * Whether a call left something out that belongs to it: each item with start, end and amount, a deadline, and that the
 * customer has understood. Who was not reached was told nothing.
 * @rule R-DUN-03
 */
export const isCallIncomplete = ({ outcome, payByDay, itemsStated, understood }: CallRecord): boolean =>
  outcome !== 'NOT_REACHED' && !(payByDay !== null && itemsStated && understood);

/** @throws INVALID_INPUT with the rule when a promise has no day, or a day no promise */
export function assertPromise(kind: DunningStepKind, outcome: DunningOutcome, promisedDay: string | null): void {
  if ((outcome === 'PROMISED') !== (promisedDay !== null) || (promisedDay !== null && kind === 'LEGAL_ACTION'))
    throw invalidInput('input.promisedDay', 'name the day of a promise to pay, and of no other outcome', {
      rule: 'D-13',
    });
}

/**
 * Lets a visit be planned whose turn has come: longer overdue than the months, by nobody who is abroad, stopped by nothing.
 * @rule R-DUN-02 @rule R-DUN-04 @rule D-13
 * @throws RULE_REFUSED D-13 when dunning is stopped, R-DUN-02 for who resides abroad, R-DUN-04 before the months are over
 */
export function assertVisitTurn(
  on: string,
  { dueDays, reason }: { readonly dueDays: readonly string[]; readonly reason: DebtorReason | null },
  months: number,
): void {
  const overdueSince = [...dueDays].sort()[0];
  if (overdueSince === undefined) throw ruleRefused('D-13', 'Dunning is stopped.', {});
  if (reason === 'ABROAD') throw ruleRefused('R-DUN-02', 'Who resides abroad is telephoned.', { reason });
  if (!isBeyond(overdueSince, on, months))
    throw ruleRefused('R-DUN-04', 'Debtors are visited when more months have passed.', { overdueSince, on, months });
}

/** The rules that a step can break. */
export const DUNNING_FLAWS = [
  'TOO_FEW',
  'OFF_HOURS',
  'QUIET_HOURS',
  'TOO_EARLY',
  'WHILE_STOPPED',
  'OTHER_POST',
  'INCOMPLETE',
] as const;
export type DunningFlaw = (typeof DUNNING_FLAWS)[number];

/** What a step keeps of the rules that it broke. */
export interface StepFlags {
  readonly tooFew: boolean;
  readonly offHours: boolean;
  readonly inQuietHours: boolean;
  readonly tooEarly: boolean;
  readonly whileStopped: boolean;
  readonly byOtherPost: boolean;
  readonly incomplete: boolean;
}

/** The rules that a step broke, by name. @rule R-DUN-05 @rule R-DUN-06 */
export function flawsOfStep(flags: StepFlags): DunningFlaw[] {
  const broken: Readonly<Record<DunningFlaw, boolean>> = {
    TOO_FEW: flags.tooFew,
    OFF_HOURS: flags.offHours,
    QUIET_HOURS: flags.inQuietHours,
    TOO_EARLY: flags.tooEarly,
    WHILE_STOPPED: flags.whileStopped,
    OTHER_POST: flags.byOtherPost,
    INCOMPLETE: flags.incomplete,
  };
  return DUNNING_FLAWS.filter((flaw) => broken[flaw]);
}
