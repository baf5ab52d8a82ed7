import { addDays, dayNumber } from '../../domain/calendar/calendar-day.js';
import { explainDay } from '../../domain/calendar/day-reason.js';
import { openTimes } from '../../domain/calendar/open-times.js';
import { invalidInput } from '../../domain/errors.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { askedPlace } from '../place/asked-place.js';
import { calendarOn } from './calendar-on.js';

/** A year, leap day included. */
const MOST_DAYS = 366;

/**
 * How the days from `from` up to and not including `to` count for an estate, or for the company where none is named, and
 * when the desk is staffed on them.
 * @rule Q-16, D-08
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT for days that cannot be, and for more than 366 of them
 */
export async function calendarDays(ctx: RequestContext, estateId: string | null, from: string, to: string) {
  assertDay('from', from);
  assertDay('to', to);
  const count = dayNumber(to, 'to') - dayNumber(from, 'from');
  if (count < 1 || count > MOST_DAYS) throw invalidInput('to', `must lie 1 to ${MOST_DAYS} days after from`);
  const place = await askedPlace(ctx, 'calendar.read', estateId);
  const lawOn = await calendarOn(ctx, place);
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(from, i);
    const { calendar, hours } = lawOn(day);
    const openings = openTimes(hours, calendar).on(dayNumber(day));
    return {
      ...explainDay(day, calendar),
      openings: openings.map((opening) => ({ from: new Date(opening.from), to: new Date(opening.to) })),
    };
  });
}
