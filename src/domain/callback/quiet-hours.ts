import { nextDeskOpening, withinDeskHours } from '../calendar/desk-time.js';
import { everyDay } from '../calendar/weekly-hours.js';
import { workingCalendar } from '../calendar/working-calendar.js';
import type { PolicyValue } from '../policy/policies.js';
import type { CallbackMode } from './callback-answer.js';

const BOUND = { TELEPHONE: 'TELEPHONE', FACE_TO_FACE: 'HOME_VISIT' } as const;

/** Whether a callback of this mode lay in the hours in which customers are left in peace. @rule D-03 @rule P-02 */
export const inQuietHours = (at: Date, mode: CallbackMode, timeZone: string, policy: PolicyValue<'P-02'>): boolean =>
  policy.binds.includes(BOUND[mode]) &&
  withinDeskHours(at, everyDay(policy.windows), workingCalendar({ timeZone, region: 'OTHER' }));

/** Whether any moment of a stretch, its end not included, lies in the hours in which customers are not to be bothered so. @rule D-03 @rule P-02 */
export function touchesQuietHours(
  from: Date,
  until: Date,
  bound: PolicyValue<'P-02'>['binds'][number],
  timeZone: string,
  policy: PolicyValue<'P-02'>,
): boolean {
  if (!policy.binds.includes(bound) || policy.windows.length === 0) return false;
  const first = nextDeskOpening(from, everyDay(policy.windows), workingCalendar({ timeZone, region: 'OTHER' }));
  return first !== null && first.getTime() < until.getTime();
}
