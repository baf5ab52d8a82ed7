import { addDays } from '../calendar/calendar-day.js';
import { nextMonthOf } from '../charge/charge-period.js';
import type { ReadingWay } from './meter-words.js';
import { countedBy, type Register, type Shown } from './register.js';

/** A reading as bills look at it: it counts, or is held. */
interface ReadingOfMeter extends Shown {
  readonly readOn: string;
  readonly how: ReadingWay;
  readonly held: boolean;
}

/** A meter of a unit, with its readings in the order of their days. */
export interface MeterOfUnit extends Register {
  readonly prepaid: boolean;
  readonly installedOn: string;
  readonly removedOn: string | null;
  readonly readings: readonly ReadingOfMeter[];
}

/** What a month was charged for: by whom, its bills say. */
export interface AccountedUse {
  /** First day of the month. */
  readonly month: string;
  /** What the meters had counted before the first month that was charged. */
  readonly baseMilli: number;
  readonly useMilli: number;
}

/** Why the use of a month cannot be told. */
export type UseUnknown = 'NO_READING' | 'READING_HELD' | 'PREPAID';

/**
 * What a unit is charged for of what its meters count: all that they have counted since the first month that was charged,
 * less what the other months were charged for. So an estimate is put right by the next real reading, a month without a
 * reading by the next month with one, and a charge that was taken back by the one in its place: the months together are what
 * was used. Never less than nothing: what was charged too much is set off against what is used next. A meter that was changed
 * counts up to what it showed when it was taken away, and the new one from what it showed when it came.
 * Prepaid meters are left out: what goes through them was bought.
 * @rule R-FEE-07 @rule R-FEE-14
 */
export function meteredUse(
  meters: readonly MeterOfUnit[],
  month: string,
  accounted: readonly AccountedUse[],
): AccountedUse | UseUnknown {
  const lastDay = addDays(nextMonthOf(month), -1);
  const inService = meters.filter(({ installedOn, removedOn }) => servesWithin(installedOn, removedOn, month, lastDay));
  if (inService.length > 0 && inService.every(({ prepaid }) => prepaid)) return 'PREPAID';
  const billed = meters.filter(({ prepaid }) => !prepaid);
  const asked = inService.filter(({ prepaid, installedOn }) => !prepaid && installedOn !== lastDay);
  if (asked.length === 0) return 'NO_READING';
  const last = asked.map(({ readings }) => readings.filter(({ readOn }) => readOn <= lastDay).at(-1));
  if (last.some((reading) => reading?.held)) return 'READING_HELD';
  if (!last.every((reading) => reading && reading.how !== 'INSTALLED' && reading.readOn >= month)) return 'NO_READING';
  const others = accounted.filter((each) => each.month !== month).sort((a, b) => (a.month < b.month ? -1 : 1));
  const [first, latest] = [others[0], others.at(-1)];
  const baseMilli = first && first.month < month ? first.baseMilli : positionOn(billed, addDays(month, -1));
  const until = latest && latest.month > month ? addDays(nextMonthOf(latest.month), -1) : lastDay;
  const charged = others.reduce((sum, { useMilli }) => sum + useMilli, 0);
  return { month, baseMilli, useMilli: Math.max(0, positionOn(billed, until) - baseMilli - charged) };
}

/** Whether a meter hangs on a day of the month other than the one on which it is taken away. */
const servesWithin = (installedOn: string, removedOn: string | null, month: string, lastDay: string): boolean =>
  installedOn <= lastDay && (removedOn === null || removedOn >= month);

/** What the meters together have counted by the end of a day, by their last readings that count. */
function positionOn(meters: readonly MeterOfUnit[], day: string): number {
  return meters.reduce((sum, meter) => {
    const reading = meter.readings.filter(({ readOn, held }) => readOn <= day && !held).at(-1);
    return sum + (reading ? countedBy(meter, reading) : 0);
  }, 0);
}
