import { addDays } from '../calendar/calendar-day.js';
import { invalidInput } from '../errors.js';
import type { PolicyValue } from '../policy/policies.js';

/** When a notice was brought, by the days before the collection month. */
export const NOTICE_TIMINGS = ['EARLY', 'ON_TIME', 'LATE'] as const;
export type NoticeTiming = (typeof NOTICE_TIMINGS)[number];

/** The days on which notices of a collection month are brought, both included. */
export interface NoticeWindow {
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * The days for the notices of a month: so many before its first day, the month being the one in which charges fall due.
 * @rule R-FEE-03 @rule R-DUN-01 @rule Q-11
 */
export const noticeWindow = (month: string, { earliest, latest }: PolicyValue<'Q-11'>): NoticeWindow => ({
  firstDay: addDays(month, -earliest),
  lastDay: addDays(month, -latest),
});

/** Whether a notice that was brought on a day came early, on time or late. @rule R-FEE-03 @rule Q-11 */
export const timingOf = (day: string, { firstDay, lastDay }: NoticeWindow): NoticeTiming =>
  day < firstDay ? 'EARLY' : day > lastDay ? 'LATE' : 'ON_TIME';

/** @throws INVALID_INPUT for a day that is no first of a month */
export function assertMonth(path: string, day: string): void {
  if (!day.endsWith('-01')) throw invalidInput(path, 'must be the first day of a month');
}
