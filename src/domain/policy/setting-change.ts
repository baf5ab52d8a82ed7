import type { LocalDate } from '../calendar/calendar-day.js';
import { ruleRefused } from '../errors.js';
import type { PolicyKey, PolicyValue } from './policies.js';
import type { PolicyBook } from './policy-book.js';

/**
 * Whether one person's word changes a policy, or a second person must approve it first. Desk hours are set by each
 * estate (D-08); the way of changing policies itself never changes by one person's word.
 * @param way what the company has decided about changes of its own and of its estates' policies
 * @rule R-ORG-68, D-08, D-18
 */
export function isChangedDirectly(key: PolicyKey, estateId: string | null, way: PolicyValue<'D-18'>): boolean {
  if (key === 'D-18') return false;
  return key === 'D-08' || (estateId === null ? way.company : way.estates) === 'DIRECT';
}

/**
 * Refuses an estate's own value where the policy is the company's alone, or where the company has forbidden its estates
 * to differ on the day from which it would hold.
 * @throws RULE_REFUSED with the policy's key as the rule
 */
export function assertMayDiffer(book: PolicyBook, key: PolicyKey, estateId: string | null, day: LocalDate): void {
  if (estateId === null || book.mayDiffer(key, day)) return;
  throw ruleRefused(key, 'Estates may not differ from the company in this policy.', { key, effectiveFrom: day });
}
