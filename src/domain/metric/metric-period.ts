import { addCalendarMonths, addDays, dayNumber, dayOf, type LocalDate } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';

/** Local days of each estate, from the first on and before the last. @rule R-MET-02 */
export interface MetricPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const MOST_YEARS = 10;

/**
 * A period that can be asked for.
 * @throws INVALID_INPUT with the field's path when it is empty or reversed, or longer than ten years
 */
export function metricPeriod({ from, to }: MetricPeriod, path = 'period'): MetricPeriod {
  const days = dayNumber(to, `${path}.to`) - dayNumber(from, `${path}.from`);
  if (days <= 0) throw invalidInput(`${path}.to`, `must lie after ${path}.from`);
  if (to > addCalendarMonths(from, MOST_YEARS * 12))
    throw invalidInput(`${path}.to`, `must lie at most ${MOST_YEARS} years after ${path}.from`);
  return { from, to };
}

/**
 * What a period is compared with: the calendar period before (of whole months as many months before, otherwise as many days
 * before), as many days before, or the same days a year ago.
 * @rule D-24
 */
export const METRIC_COMPARISONS = ['CALENDAR_BEFORE', 'SAME_DAYS_BEFORE', 'YEAR_AGO'] as const;
export type MetricComparison = (typeof METRIC_COMPARISONS)[number];

/** The period that another is compared with. @rule D-24 */
export function comparedPeriod({ from, to }: MetricPeriod, comparison: MetricComparison): MetricPeriod {
  if (comparison === 'YEAR_AGO') return { from: addCalendarMonths(from, -12), to: addCalendarMonths(to, -12) };
  if (comparison === 'CALENDAR_BEFORE' && isMonthStart(from) && isMonthStart(to))
    return { from: addCalendarMonths(from, -monthsBetween(from, to)), to: from };
  return { from: addDays(from, dayNumber(from) - dayNumber(to)), to: from };
}

/** A stretch of whole months or of single days. */
export interface Stretch extends MetricPeriod {
  readonly grain: 'MONTH' | 'DAY';
}

/** The period as as few cells as can be: whole months, and the days before and behind them. */
export function stretchesOf({ from, to }: MetricPeriod): Stretch[] {
  const firstMonth = isMonthStart(from) ? from : startOfMonth(addCalendarMonths(startOfMonth(from), 1));
  const lastMonth = startOfMonth(to);
  if (firstMonth >= lastMonth) return [{ grain: 'DAY', from, to }];
  const parts: Stretch[] = [
    { grain: 'DAY', from, to: firstMonth },
    { grain: 'MONTH', from: firstMonth, to: lastMonth },
    { grain: 'DAY', from: lastMonth, to },
  ];
  return parts.filter((part) => part.from < part.to);
}

export const METRIC_INTERVALS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type MetricInterval = (typeof METRIC_INTERVALS)[number];

const MONTHS: Readonly<Record<'MONTH' | 'QUARTER' | 'YEAR', number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
/** A Monday, by its number. */
const A_MONDAY = dayNumber('2024-01-01');

/** The calendar period of an interval that a day lies in; weeks begin on Mondays. */
export function periodAround(day: LocalDate, interval: MetricInterval): MetricPeriod {
  if (interval === 'DAY') return { from: day, to: addDays(day, 1) };
  if (interval === 'WEEK') {
    const number = dayNumber(day);
    const monday = number - ((((number - A_MONDAY) % 7) + 7) % 7);
    return { from: dayOf(monday), to: dayOf(monday + 7) };
  }
  const months = MONTHS[interval];
  const month = Number(day.slice(5, 7)) - 1;
  const from = `${day.slice(0, 5)}${String(month - (month % months) + 1).padStart(2, '0')}-01`;
  return { from, to: addCalendarMonths(from, months) };
}

/** Points that one answer shows at most. */
const MOST_POINTS = 1_100;

/**
 * The calendar periods of an interval that a period touches, the first and last cut to it.
 * @throws INVALID_INPUT at `path` when they are more than 1,100
 */
export function pointsOf(period: MetricPeriod, interval: MetricInterval, path = 'interval'): MetricPeriod[] {
  const points: MetricPeriod[] = [];
  for (let day = period.from; day < period.to;) {
    const { to } = periodAround(day, interval);
    points.push({ from: day, to: to < period.to ? to : period.to });
    if (points.length > MOST_POINTS)
      throw invalidInput(path, `gives more than ${MOST_POINTS} points; take a longer one`);
    day = to;
  }
  return points;
}

const isMonthStart = (day: LocalDate): boolean => day.endsWith('-01');
const startOfMonth = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01`;
const monthsBetween = (from: LocalDate, until: LocalDate): number =>
  (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
