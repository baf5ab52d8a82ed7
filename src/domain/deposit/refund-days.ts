import { addCalendarMonths, type LocalDate } from '../calendar/calendar-day.js';
import type { DepositKind } from './deposit-kind.js';

/** Months of observation after acceptance, and months for the refund after them. */
export interface RefundTerms {
  readonly observation: number;
  readonly refundWithin: number;
}

/** From when a deposit may be settled, and by when it is refunded. */
export interface RefundDays {
  readonly eligibleOn: LocalDate;
  readonly refundBy: LocalDate;
}

/**
 * The days that follow from the day of acceptance: a renovation is observed first; anything else is eligible at once.
 * Without interest, whatever passes.
 * @rule D-10 @rule P-01 @rule R-DEP-01 @rule R-DEP-02 @rule Q-30
 */
export function refundDays(kind: DepositKind, acceptedOn: LocalDate, terms: RefundTerms): RefundDays {
  const eligibleOn = kind === 'RENOVATION' ? addCalendarMonths(acceptedOn, terms.observation) : acceptedOn;
  return { eligibleOn, refundBy: addCalendarMonths(eligibleOn, terms.refundWithin) };
}
