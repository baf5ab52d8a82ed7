import { assertTimeZone } from '../place/time-zone.js';
import { dayNumber, dayOf, weekdayOf, type LocalDate } from './calendar-day.js';
import { chineseDay, isArranged, type StatutoryDay } from './statutory-day.js';

/** Whose holidays hold: `CN` the state's arrangement of mainland China, `OTHER` weekdays and what is entered. */
export const CALENDAR_REGIONS = ['CN', 'OTHER'] as const;
export type CalendarRegion = (typeof CALENDAR_REGIONS)[number];

/** A dated day that a company or an estate declares working or not. */
export interface DayOverride {
  readonly day: LocalDate;
  readonly working: boolean;
  readonly name: string;
}

/** A declared day of a calendar and who declared it. */
interface DeclaredDay extends DayOverride {
  readonly setBy: 'COMPANY' | 'ESTATE';
}

/**
 * What an answer rests on: `STATUTORY` the state's arrangement, `WEEKDAYS` Monday to Friday by choice of the region,
 * `WEEKDAYS_ASSUMED` Monday to Friday because the arrangement is not known yet.
 */
export type CalendarBasis = 'STATUTORY' | 'WEEKDAYS' | 'WEEKDAYS_ASSUMED';

/** The working calendar of one estate; made by `workingCalendar`, never changed. */
export interface WorkingCalendar {
  readonly timeZone: string;
  readonly region: CalendarRegion;
  readonly overrides: ReadonlyMap<number, DeclaredDay>;
}

/** How a day counts. `HOLIDAY` and `MAKE_UP` are days that differ from what their weekday would say, or are named. */
interface CalendarDay {
  readonly working: boolean;
  readonly kind: 'ORDINARY' | 'HOLIDAY' | 'MAKE_UP';
  /** Of the holiday or the declared day; null on ordinary days. */
  readonly name: string | null;
  /** Chinese name, where the state gave it. */
  readonly nameZh: string | null;
  /** Who declared the day; null when nobody did. */
  readonly setBy: 'COMPANY' | 'ESTATE' | null;
  /** A declared day never rests on an assumption. */
  readonly basis: CalendarBasis;
}

/**
 * A calendar for an estate: the region's days, over them the company's declared days, over those the estate's.
 * Of two declarations of one day by the same side the later in the list holds.
 * @rule Q-16
 * @throws INVALID_INPUT when the zone is no IANA zone or a declared day is no day
 */
export function workingCalendar(from: {
  readonly timeZone: string;
  readonly region: CalendarRegion;
  readonly company?: readonly DayOverride[];
  readonly estate?: readonly DayOverride[];
}): WorkingCalendar {
  assertTimeZone('timeZone', from.timeZone);
  const overrides = [
    ...(from.company ?? []).map((each) => entry(each, 'COMPANY')),
    ...(from.estate ?? []).map((each) => entry(each, 'ESTATE')),
  ];
  return { timeZone: from.timeZone, region: from.region, overrides: new Map(overrides) };
}

/** How a day counts in a calendar, and why. */
export const dayInCalendar = (day: LocalDate, calendar: WorkingCalendar): CalendarDay =>
  dayByNumber(dayNumber(day), calendar);

/** Whether a day is a working day; `dayInCalendar` says on what that rests. */
export const isWorkingDay = (day: LocalDate, calendar: WorkingCalendar): boolean =>
  dayInCalendar(day, calendar).working;

/** As `dayInCalendar`, for a day number. */
export function dayByNumber(day: number, calendar: WorkingCalendar): CalendarDay {
  const weekday = weekdayOf(day);
  const isWeekend = weekday === 'SAT' || weekday === 'SUN';
  const declared = calendar.overrides.get(day);
  if (declared) {
    const kind = !declared.working ? 'HOLIDAY' : isWeekend ? 'MAKE_UP' : 'ORDINARY';
    const { working, name, setBy } = declared;
    return { working, kind, name, nameZh: null, setBy, basis: calendar.region === 'CN' ? 'STATUTORY' : 'WEEKDAYS' };
  }
  if (calendar.region === 'OTHER') return undeclared(null, isWeekend, 'WEEKDAYS');
  return undeclared(chineseDay(day), isWeekend, isArranged(dayOf(day)) ? 'STATUTORY' : 'WEEKDAYS_ASSUMED');
}

function undeclared(found: StatutoryDay | null, isWeekend: boolean, basis: CalendarBasis): CalendarDay {
  const working = found ? found.kind === 'MAKE_UP' : !isWeekend;
  const { kind = 'ORDINARY', name = null, nameZh = null } = found ?? {};
  return { working, kind, name, nameZh, setBy: null, basis };
}

const entry = (override: DayOverride, setBy: DeclaredDay['setBy']): [number, DeclaredDay] => [
  dayNumber(override.day),
  { ...override, setBy },
];
