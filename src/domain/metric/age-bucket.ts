import { addDays, type LocalDate } from '../calendar/calendar-day.js';
import type { MetricPeriod } from './metric-period.js';

/** How many days ago something began, at the end of a day: the fewest and the most. @rule M-RPR-09 @rule M-DSP-03 */
export const AGE_BUCKETS = [
  { name: 'UP_TO_1_DAY', least: 0, most: 1 },
  { name: 'UP_TO_3_DAYS', least: 2, most: 3 },
  { name: 'UP_TO_7_DAYS', least: 4, most: 7 },
  { name: 'OVER_7_DAYS', least: 8, most: null },
] as const;
type AgeBucket = (typeof AGE_BUCKETS)[number];

/** The days of a period on which what is so old on a day began; null where there are none. */
export function daysOfAge({ least, most }: AgeBucket, on: LocalDate, { from, to }: MetricPeriod): MetricPeriod | null {
  const [first, behind] = [most === null ? from : addDays(on, -most), addDays(on, 1 - least)];
  const days = { from: first > from ? first : from, to: behind < to ? behind : to };
  return days.from < days.to ? days : null;
}
