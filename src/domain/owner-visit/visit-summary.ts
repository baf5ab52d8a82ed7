import { addCalendarMonths, addDays, type LocalDate } from '../calendar/calendar-day.js';
import { deadlineOfLocalDay } from '../calendar/local-instant.js';
import { ruleRefused } from '../errors.js';
import { monthOf } from './visit-month.js';

/** What a summary is about: a month, for the service centre manager; a quarter, for the estate manager. @rule R-VIS-19 @rule R-VIS-29 */
export const SUMMARY_PERIODS = ['MONTH', 'QUARTER'] as const;
export type SummaryPeriod = (typeof SUMMARY_PERIODS)[number];

/** SUBMITTED: to be decided. APPROVED: read, and measures are decided. @rule R-VIS-20 */
export const SUMMARY_STAGES = ['SUBMITTED', 'APPROVED'] as const;
export type SummaryStage = (typeof SUMMARY_STAGES)[number];

/** First day and first day after the period that a day lies in. */
export function periodOf(
  period: SummaryPeriod,
  day: LocalDate,
): { readonly from: LocalDate; readonly until: LocalDate } {
  if (period === 'MONTH') return { from: monthOf(day), until: addCalendarMonths(monthOf(day), 1) };
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  const from = `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return { from, until: addCalendarMonths(from, 3) };
}

/** Whether a month is the last one of its quarter. */
export const endsQuarter = (month: LocalDate): boolean => Number(month.slice(5, 7)) % 3 === 0;

/** Until when a month is summed up: the end of a day of the next one. @rule R-VIS-19 @rule P-06 */
export const summaryDue = (month: LocalDate, dayOfMonth: number, timeZone: string): Date =>
  deadlineOfLocalDay(addDays(addCalendarMonths(month, 1), dayOfMonth - 1), timeZone);

/** Working days in which the service centre manager decides on a monthly summary. @rule R-VIS-20 */
export const REVIEW_WORKING_DAYS = 2;

/**
 * Refuses to sum up what is not over.
 * @throws RULE_REFUSED R-VIS-19 of a month, R-VIS-29 of a quarter
 */
export function assertOver(period: SummaryPeriod, until: LocalDate, today: LocalDate): void {
  if (today < until)
    throw ruleRefused(period === 'MONTH' ? 'R-VIS-19' : 'R-VIS-29', 'The period is not over yet.', { until });
}
