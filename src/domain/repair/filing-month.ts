import { invalidInput, ruleRefused } from '../errors.js';
import { startOfLocalDay } from '../calendar/local-instant.js';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/**
 * The end of a month at an estate: the first instant that no longer belongs to it. Only a month that is over is filed.
 * @param month `2026-10`
 * @rule R-RPR-18
 * @throws INVALID_INPUT when it is no month
 * @throws RULE_REFUSED while it is not over
 */
export function endOfFiledMonth(month: string, timeZone: string, now: Date): Date {
  if (!MONTH.test(month)) throw invalidInput('input.month', 'must be a month: 2026-10');
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const end = startOfLocalDay(`${next}-01`, timeZone);
  if (end.getTime() > now.getTime())
    throw ruleRefused('R-RPR-18', 'A month is filed once it is over.', { until: end.toISOString() });
  return end;
}
