import { addCalendarMonths, addDays, dayNumber, type LocalDate } from '../calendar/calendar-day.js';
import { deadlineOfLocalDay } from '../calendar/local-instant.js';
import { ruleRefused } from '../errors.js';
import type { MetricPeriod } from '../metric/metric-period.js';
import { reportKind, type ReportKind } from './report-kind.js';

const MONTHS = { MONTH: 1, HALF_YEAR: 6 } as const;

/** The day of the next month on which an analysis of complaints is ready, and one for the company's leaders. @rule D-14 */
const COMPLAINTS_ANALYSED = 5;
const LEADERS_INFORMED = 8;

/** Days of the month that the company has set. @rule P-06 @rule P-06b */
export interface ReportDays {
  readonly repairAnalysis: number;
  readonly complaintCollation: number;
}

/** The calendar month, or half of a year, that a day lies in. @throws INVALID_INPUT for what is no day */
export function reportPeriod(kind: ReportKind, day: LocalDate, path = 'input.day'): MetricPeriod {
  dayNumber(day, path);
  const months = MONTHS[reportKind(kind).interval];
  const month = Number(day.slice(5, 7)) - 1;
  const from = `${day.slice(0, 5)}${String(month - (month % months) + 1).padStart(2, '0')}-01`;
  return { from, to: addCalendarMonths(from, months) };
}

/** The last period that was over before a day. */
export const lastPeriod = (kind: ReportKind, today: LocalDate): MetricPeriod =>
  reportPeriod(kind, addDays(reportPeriod(kind, today).from, -1));

/**
 * Until when a report is handed in: the end of a day of the month after its period; of the report to owners, whose day nothing
 * says, the end of that month.
 * @rule R-RPR-20 @rule R-CMP-18 @rule P-06 @rule P-06b @rule D-14
 */
export function reportDue(kind: ReportKind, { to }: MetricPeriod, days: ReportDays, timeZone: string): Date {
  const dayOfMonth = {
    REPAIR_ANALYSIS: days.repairAnalysis,
    COMPLAINT_SUMMARY: days.complaintCollation,
    COMPLAINT_COLLATION: days.complaintCollation,
    COMPLAINT_ANALYSIS: COMPLAINTS_ANALYSED,
    LEADERS_ANALYSIS: LEADERS_INFORMED,
    OWNERS_REPORT: null,
  }[kind];
  const day = dayOfMonth === null ? addDays(addCalendarMonths(to, 1), -1) : addDays(to, dayOfMonth - 1);
  return deadlineOfLocalDay(day, timeZone);
}

const DAY_MS = 86_400_000;
/** How long after its deadline a report that nobody was owed becomes owed all the same, as where the program stood still. */
export const OWED_AFTER_DAYS = 7;

/** Whether a report of a period becomes owed now: not what nobody knew of when it was due. */
export const becomesOwed = (dueAt: Date, now: Date): boolean =>
  now.getTime() <= dueAt.getTime() + OWED_AFTER_DAYS * DAY_MS;

/**
 * Refuses to report on what is not over: figures would change under the words.
 * @throws RULE_REFUSED R-RPT-21
 * @rule R-RPT-21
 */
export function assertPeriodOver({ to }: MetricPeriod, today: LocalDate): void {
  if (today < to) throw ruleRefused('R-RPT-21', 'The period is not over yet.', { until: to });
}
