import { addDays, dayNumber } from '../calendar/calendar-day.js';
import type { ReadingWay } from './meter-words.js';

/** A reading that counts, and what the meter had counted by then. */
export interface CountedReading {
  readonly readOn: string;
  readonly how: ReadingWay;
  /** Since the meter was installed, in thousandths. */
  readonly counted: number;
}

/** What is usual looks so many days back from the last real reading. */
const DAYS_BACK = 365;
/** Of less than two weeks nobody knows what is usual. */
const FEWEST_DAYS = 14;

/**
 * What a meter counts on an average day: between the first and the last real reading within a year, in thousandths. Null
 * where they lie less than a fortnight apart. Estimates are no evidence of use.
 * @rule R-FEE-07
 */
export function usualDaily(readings: readonly CountedReading[]): number | null {
  const real = readings.filter(({ how }) => how !== 'ESTIMATED').sort((a, b) => (a.readOn < b.readOn ? -1 : 1));
  const last = real.at(-1);
  if (!last) return null;
  const first = real.find(({ readOn }) => readOn >= addDays(last.readOn, -DAYS_BACK)) ?? last;
  const days = dayNumber(last.readOn) - dayNumber(first.readOn);
  return days < FEWEST_DAYS ? null : Math.max(0, last.counted - first.counted) / days;
}

/**
 * What a meter will have counted by a day: what it had by its last reading, and the usual for each day since. Null where
 * nobody knows what is usual.
 * @rule R-FEE-07
 */
export function estimateOf(readings: readonly CountedReading[], day: string): number | null {
  const usual = usualDaily(readings);
  const last = [...readings].sort((a, b) => (a.readOn < b.readOn ? -1 : 1)).at(-1);
  if (usual === null || !last) return null;
  return last.counted + Math.round(usual * (dayNumber(day) - dayNumber(last.readOn)));
}
