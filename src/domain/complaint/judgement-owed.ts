import { deadlineOfLocalDay } from '../calendar/local-instant.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { workingDaysAfter } from '../calendar/working-days.js';
import type { Role } from '../identity/role.js';
import { localDay } from '../place/local-day.js';
import type { PolicyValue } from '../policy/policies.js';
import { decidersOf, type ComplainedAbout } from './decider.js';

/**
 * Who judges whether a complaint is substantiated, and by when: the end of so many working days after the day of receipt,
 * in the zone of the calendar. A post that the complaint is about does not judge it.
 * @rule D-06 @rule Q-07 @rule D-16
 */
export function judgementOwed(
  receivedAt: Date,
  about: ComplainedAbout,
  { judge, within }: PolicyValue<'Q-07'>,
  calendar: WorkingCalendar,
): { readonly dueAt: Date; readonly ownerPost: Role } {
  const { day } = workingDaysAfter(localDay(receivedAt, calendar.timeZone), within, calendar);
  const deciders = decidersOf(about);
  return {
    dueAt: deadlineOfLocalDay(day, calendar.timeZone),
    ownerPost: deciders.includes(judge) ? judge : (deciders[0] ?? 'QUALITY_OFFICER'),
  };
}
