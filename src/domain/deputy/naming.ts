import { invalidInput, ruleRefused } from '../errors.js';
import { COMPANY_ROLES, mayGive, type RoleHeld } from '../identity/delegation.js';
import type { Role } from '../identity/role.js';
import { dayNumber } from '../calendar/calendar-day.js';
import { assertPlausibleDay } from '../place/plausible-day.js';

/** Who names whom. */
interface Naming {
  readonly role: Role;
  readonly estateId: string | null;
  /** Whether the namer would stand in. */
  readonly isOneself: boolean;
  /** Role that names deputies on an estate, by the company's policy. */
  readonly namedBy: Role;
}

/**
 * Lets pass who may name a deputy for a post: whoever could give the post away, and on an estate whoever the company has
 * charged with it (the estate manager), who names others but not oneself.
 * @rule Q-43
 * @throws RULE_REFUSED Q-43
 */
export function assertMayName(held: readonly RoleHeld[], naming: Naming): void {
  const { role, estateId, isOneself, namedBy } = naming;
  if (mayGive(held, role, estateId)) return;
  const charged = held.some(
    (own) => own.role === namedBy && estateId !== null && (own.everywhere || own.estateIds.includes(estateId)),
  );
  if (charged && !isOneself && !COMPANY_ROLES.includes(role)) return;
  throw ruleRefused('Q-43', 'Deputies for this post are named by somebody else.', { role, namedBy });
}

/**
 * The days of a deputyship: from today or later, at least one.
 * @rule Q-43
 * @throws INVALID_INPUT for days that cannot be, lie in the past or hold nothing
 */
export function assertDeputyDays(fromDay: string, untilDay: string, today: string): void {
  dayNumber(fromDay, 'input.fromDay');
  dayNumber(untilDay, 'input.untilDay');
  if (fromDay < today) throw invalidInput('input.fromDay', 'must not lie in the past', { earliest: today });
  if (untilDay <= fromDay) throw invalidInput('input.untilDay', 'must lie after fromDay');
  assertPlausibleDay('input.untilDay', untilDay, today);
}
