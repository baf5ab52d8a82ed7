import { addCalendarMonths, addDays, type LocalDate } from '../calendar/calendar-day.js';
import type { MetricPeriod } from './metric-period.js';

/** How long ago something began, at the end of a day: longer than `over` and up to `upTo`, days or calendar months. */
interface AgeBucket {
  readonly name: string;
  /** Null: from the day itself on. */
  readonly over: number | null;
  /** Null: however long ago. */
  readonly upTo: number | null;
}

/** The ages of what stands open: of work by days, of money that is held by calendar months. @rule M-RPR-09 @rule M-DSP-03 @rule M-DEP-01 */
export const AGE_BUCKETS = {
  DAYS: [
    { name: 'UP_TO_1_DAY', over: null, upTo: 1 },
    { name: 'UP_TO_3_DAYS', over: 1, upTo: 3 },
    { name: 'UP_TO_7_DAYS', over: 3, upTo: 7 },
    { name: 'OVER_7_DAYS', over: 7, upTo: null },
  ],
  MONTHS: [
    { name: 'UP_TO_3_MONTHS', over: null, upTo: 3 },
    { name: 'UP_TO_6_MONTHS', over: 3, upTo: 6 },
    { name: 'UP_TO_12_MONTHS', over: 6, upTo: 12 },
    { name: 'OVER_12_MONTHS', over: 12, upTo: null },
  ],
} as const satisfies Readonly<Record<string, readonly AgeBucket[]>>;
export type AgeScale = keyof typeof AGE_BUCKETS;

/** An age with the days of a period on which what is so old on a day began. */
interface DaysOfAge {
  readonly name: string;
  readonly days: MetricPeriod;
}

/** The ages that days of a period have on a day, the youngest first; every day up to it has one. */
export function agesOn(scale: AgeScale, on: LocalDate, { from, to }: MetricPeriod): DaysOfAge[] {
  const before = (count: number): LocalDate => (scale === 'DAYS' ? addDays(on, -count) : addCalendarMonths(on, -count));
  return AGE_BUCKETS[scale].flatMap(({ name, over, upTo }) => {
    const first = upTo === null ? from : before(upTo);
    const behind = over === null ? addDays(on, 1) : before(over);
    const days = { from: first > from ? first : from, to: behind < to ? behind : to };
    return days.from < days.to ? [{ name, days }] : [];
  });
}
