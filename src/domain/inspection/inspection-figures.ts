import type { InspectedKind, InspectionOutcome } from './inspection-kind.js';

/** Something that was looked at, as far as figures go. */
export interface CheckedItem {
  readonly kind: InspectedKind;
  readonly calledBack: boolean;
  readonly outcome: InspectionOutcome | null;
  readonly happened: boolean | null;
  readonly solved: boolean | null;
}

/** What an inspection gave, in numbers; a rate is a ratio of them. */
export interface InspectionFigures {
  /** Looked at, reached or not. */
  readonly checked: number;
  /** Customers who were reached, or points that were judged. */
  readonly judged: number;
  /** Of those without fault. */
  readonly passed: number;
  /** Tickets with a recorded callback whose customer was reached, and of those without one. @rule D-27 */
  readonly callbacksAsked: number;
  readonly falseCallbacks: number;
  /** Tickets whose customer was reached, and of those not solved. @rule D-27 */
  readonly closuresAsked: number;
  readonly falseClosures: number;
}

/** The figures of an inspection. @rule D-27 @rule R-MET-05 */
export function figuresOf(items: readonly CheckedItem[]): InspectionFigures {
  const count = (of: (item: CheckedItem) => boolean): number => items.filter(of).length;
  const isTicket = ({ kind }: CheckedItem): boolean => kind === 'REPAIR' || kind === 'COMPLAINT';
  const spoke = ({ happened }: CheckedItem): boolean => happened !== null;
  return {
    checked: count(({ outcome }) => outcome !== null),
    judged: count(({ outcome }) => outcome !== null && outcome !== 'NOT_REACHED' && outcome !== 'NOT_APPLICABLE'),
    passed: count(({ outcome }) => outcome === 'TRUE_TO_RECORD' || outcome === 'PASSED'),
    callbacksAsked: count((item) => isTicket(item) && item.calledBack && spoke(item)),
    falseCallbacks: count((item) => isTicket(item) && item.calledBack && item.happened === false),
    closuresAsked: count((item) => isTicket(item) && item.solved !== null),
    falseClosures: count((item) => isTicket(item) && item.solved === false),
  };
}

/** A share as a percentage with one decimal, half up; null where there is nothing to divide by. @rule R-MET-07 @rule R-MET-12 */
export function percentOf(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const tenths = Math.floor((2_000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
