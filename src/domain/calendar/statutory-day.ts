import chineseDays from 'chinese-days';
import { dayOf, type LocalDate } from './calendar-day.js';

/** What the state says of a day that is not an ordinary one. */
export interface StatutoryDay {
  readonly kind: 'HOLIDAY' | 'MAKE_UP';
  readonly name: string;
  readonly nameZh: string;
}

/** The library names days of the state's arrangement as `English,Chinese,count`, all others by their weekday. */
const NAMED = /^([^,]+),([^,]+),\d+$/;
/** Make-up days of a New Year's holiday lie as early as this in December and come with the next year's arrangement. */
const NEXT_YEARS_SHARE = '12-25';
/** Years that the arrangement has been asked for; more than any company plans. */
const MAX_REMEMBERED = 500;
const known = new Map<number, boolean>();
const remembered = new Map<number, StatutoryDay | null>();

/**
 * The arrangement of holidays and make-up working days of mainland China for a day number; null for ordinary days, and
 * for all days that `isArranged` denies.
 */
export function chineseDay(day: number): StatutoryDay | null {
  const date = dayOf(day);
  if (!isYearKnown(Number(date.slice(0, 4)))) return null;
  let found = remembered.get(day);
  if (found === undefined) remembered.set(day, (found = look(date)));
  return found;
}

/**
 * Whether the state's arrangement for a day is known: that of its year, and from 25 December also that of the next
 * one, which may yet move days of the old year.
 */
export function isArranged(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4));
  return isYearKnown(year) && (date.slice(5) < NEXT_YEARS_SHARE || isYearKnown(year + 1));
}

function isYearKnown(year: number): boolean {
  let answer = known.get(year);
  if (answer === undefined) {
    answer = look(`${String(year).padStart(4, '0')}-10-01`)?.kind === 'HOLIDAY';
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(year, answer);
  }
  return answer;
}

function look(date: LocalDate): StatutoryDay | null {
  const { work, name: label } = chineseDays.getDayDetail(date);
  const [, name, nameZh] = NAMED.exec(label) ?? [];
  if (name === undefined || nameZh === undefined) return null;
  return { kind: work ? 'MAKE_UP' : 'HOLIDAY', name, nameZh };
}
