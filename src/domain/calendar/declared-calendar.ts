import type { LocalDate } from './calendar-day.js';
import { workingCalendar, type CalendarRegion, type WorkingCalendar } from './working-calendar.js';

/** What is stored of a declared day and still holds. */
export interface StoredDay {
  /** Of the stored row, which never changes. */
  readonly id: string;
  /** Null: the company's, for all its estates. */
  readonly estateId: string | null;
  readonly day: LocalDate;
  readonly working: boolean;
  readonly name: string;
}

/** Calendars kept ready; more than the estates of the largest companies that one node serves. */
const MAX_REMEMBERED = 2_000;
const remembered = new Map<string, WorkingCalendar>();

/**
 * The working calendar of stored days: the region's days, over them the company's, over those the estate's. The same
 * content gives the same object, so that what has been worked out of it once stays known.
 * @rule Q-16
 * @throws INVALID_INPUT when the zone is no IANA zone
 */
export function declaredCalendar(
  timeZone: string,
  region: CalendarRegion,
  days: readonly StoredDay[],
): WorkingCalendar {
  const key = [timeZone, region, ...days.map((each) => each.id).sort()].join(' ');
  let calendar = remembered.get(key);
  if (!calendar) {
    const company = days.filter((each) => each.estateId === null);
    const estate = days.filter((each) => each.estateId !== null);
    calendar = workingCalendar({ timeZone, region, company, estate });
    if (remembered.size >= MAX_REMEMBERED) remembered.delete(String(remembered.keys().next().value));
    remembered.set(key, calendar);
  }
  return calendar;
}
