import type { LocalDate } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';

/** The days of a round. */
interface SurveyPlan {
  /** What the questions are about: from this day on, and until before the other. */
  readonly periodFrom: LocalDate;
  readonly periodUntil: LocalDate;
  /** By the end of which day the forms are to be out. */
  readonly issueBy: LocalDate;
  /** From when on nobody answers any more. */
  readonly closesAt: Date;
}

/**
 * The days of a round make sense: there is a period, forms go out from today on, and there is time to answer.
 * @param today the day at the place that plans
 * @param issueUntil the last instant of `issueBy` there
 * @rule R-SAT-02
 * @throws INVALID_INPUT with the field's path
 */
export function assertPlan(plan: SurveyPlan, today: LocalDate, issueUntil: Date): void {
  if (plan.periodUntil <= plan.periodFrom) throw invalidInput('input.periodUntil', 'must lie after periodFrom');
  if (plan.issueBy < today) throw invalidInput('input.issueBy', 'must not lie in the past');
  if (plan.closesAt.getTime() <= issueUntil.getTime())
    throw invalidInput('input.closesAt', 'must lie after the day on which the forms go out');
}

/** How many of the occupied households are asked: rounded up, so that a share of few is never nobody. @rule Q-01 */
export const sampleSize = (occupied: number, percent: number): number => Math.ceil((occupied * percent) / 100);
