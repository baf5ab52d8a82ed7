import { ruleRefused } from '../errors.js';
import type { Role } from '../identity/role.js';

/**
 * The post in which somebody visits: of those that may, the first that the person holds; null when it is none.
 * @rule R-VIS-02 @rule R-VIS-23 @rule P-07
 */
export const visitorPost = (held: readonly Role[], visitors: readonly Role[]): Role | null =>
  visitors.find((role) => held.includes(role)) ?? null;

/**
 * Refuses to plan a visit of the estate by somebody of another post; one that took place is recorded all the same.
 * @throws RULE_REFUSED R-VIS-23 with the posts that visit
 */
export function assertVisitor(post: Role | null, visitors: readonly Role[]): void {
  if (post === null) throw ruleRefused('R-VIS-23', 'Somebody of another post visits.', { visitors });
}

/**
 * Which post each drawn household falls to: the manager's and the supervisor's own first, then the steward's.
 * @rule R-VIS-03 @rule R-VIS-04
 */
export function postsOfDraw(
  count: number,
  { manager, supervisor }: { readonly manager: number; readonly supervisor: number },
): Role[] {
  return Array.from({ length: count }, (_, at) => {
    if (at < manager) return 'SERVICE_MANAGER';
    return at < manager + supervisor ? 'SERVICE_SUPERVISOR' : 'STEWARD';
  });
}
