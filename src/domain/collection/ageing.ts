import { addCalendarMonths, addDays, type LocalDate } from '../calendar/calendar-day.js';

/**
 * How long something has been open past its deadline, in calendar months: the bounds of the dunning ladder. The day of the
 * deadline is in time; after two months a debtor may be visited, after a year a claim stands apart.
 * @rule M-FEE-05 @rule R-DUN-04 @rule R-DUN-07
 */
export const AGEING_BUCKETS = ['NOT_DUE', 'UP_TO_TWO_MONTHS', 'UP_TO_ONE_YEAR', 'OVER_ONE_YEAR'] as const;
export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

/** The months that a bucket reaches to past the deadline, for those that end. */
export const AGEING_MONTHS = { UP_TO_TWO_MONTHS: 2, UP_TO_ONE_YEAR: 12 } as const;

/**
 * A deadline before which nothing is so young, counted from about a day; null where a bucket has no oldest one. Some days
 * early, so that it holds in every zone and at every end of a month: a bound to begin reading from, not the law.
 */
export function earliestDueDay(buckets: readonly AgeingBucket[], about: LocalDate): LocalDate | null {
  if (buckets.includes('OVER_ONE_YEAR')) return null;
  const oldest = buckets.includes('UP_TO_ONE_YEAR') ? AGEING_MONTHS.UP_TO_ONE_YEAR : AGEING_MONTHS.UP_TO_TWO_MONTHS;
  return addDays(addCalendarMonths(about, -oldest), -5);
}

/** The bucket of a charge on a day. */
export function ageingBucketOf(dueDay: LocalDate, on: LocalDate): AgeingBucket {
  if (on <= dueDay) return 'NOT_DUE';
  if (on <= addCalendarMonths(dueDay, AGEING_MONTHS.UP_TO_TWO_MONTHS)) return 'UP_TO_TWO_MONTHS';
  return on <= addCalendarMonths(dueDay, AGEING_MONTHS.UP_TO_ONE_YEAR) ? 'UP_TO_ONE_YEAR' : 'OVER_ONE_YEAR';
}
