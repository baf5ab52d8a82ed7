import { isInForce, type Deputyship } from '../deputy/deputyship.js';
import { forbidden, ruleRefused } from '../errors.js';
import type { Action } from '../identity/action.js';
import { ACTIONS_OF_ROLE } from '../identity/actions-of-role.js';

/** How far an action reaches: all of the company, or some estates. */
type Reach = 'ALL' | ReadonlySet<string>;

/** Who decides, by what. */
export interface Decider {
  /** The member of staff; null for whoever is no person: another system, a resident. */
  readonly staffId: string | null;
  readonly actions: ReadonlyMap<Action, Reach>;
  /** All that the person was named for, in force or not. */
  readonly deputyships: readonly Deputyship[];
}

/** One way in which somebody may decide: an action somewhere, by an own role or for somebody absent. */
export interface DecidingPower {
  readonly action: Action;
  /** Null: everywhere. */
  readonly estateId: string | null;
  /** The absent person; null: in the own name. */
  readonly onBehalfOf: string | null;
}

/** What waits for a decision. */
export interface AwaitedDecision {
  readonly action: Action;
  readonly estateId: string | null;
  readonly preparedBy: string;
}

/** Everything that a person may decide today, by own roles and for others. */
export function decidingPowers({ staffId, actions, deputyships }: Decider): DecidingPower[] {
  if (staffId === null) return [];
  const own = [...actions].flatMap(([action, reach]) =>
    (reach === 'ALL' ? [null] : [...reach]).map((estateId) => ({ action, estateId, onBehalfOf: null })),
  );
  return [...own, ...deputyships.filter(isInForce).flatMap(powersOfDeputy)];
}

/**
 * By what a person decides: in the own name, or for somebody absent.
 * Persons are compared, not roles: nobody decides what the same person has prepared, neither as deputy of another nor
 * through the own deputy.
 * @returns the absent person, null in the own name
 * @rule R-ORG-68, D-18, Q-43
 * @throws RULE_REFUSED R-ORG-68 when it is the own matter, or the decider is no person; Q-43 outside the dates of a
 * deputyship
 * @throws FORBIDDEN when the action is missing
 */
export function decidesAs(decider: Decider, awaited: AwaitedDecision): string | null {
  const { action, preparedBy } = awaited;
  if (decider.staffId === null) throw ruleRefused('R-ORG-68', 'Approvals are decided by persons.');
  if (decider.staffId === preparedBy)
    throw ruleRefused('R-ORG-68', 'Nobody decides what the same person has prepared.', { preparedBy });
  const powers = decidingPowers(decider).filter((power) => covers(power, awaited));
  const power =
    powers.find((each) => each.onBehalfOf === null) ?? powers.find((each) => each.onBehalfOf !== preparedBy);
  if (power) return power.onBehalfOf;
  if (powers.length > 0)
    throw ruleRefused('R-ORG-68', 'Nobody decides through a deputy what the same person has prepared.', { preparedBy });
  const outside = decider.deputyships.find((each) => powersOfDeputy(each).some((p) => covers(p, awaited)));
  if (!outside) throw forbidden(action);
  const { fromDay, untilDay, today } = outside;
  throw ruleRefused('Q-43', 'A deputy decides within the dates only.', { fromDay, untilDay, today });
}

const covers = (power: DecidingPower, awaited: AwaitedDecision): boolean =>
  power.action === awaited.action && (power.estateId === null || power.estateId === awaited.estateId);

const powersOfDeputy = ({ role, estateId, absentId }: Deputyship): DecidingPower[] =>
  ACTIONS_OF_ROLE[role].map((action) => ({ action, estateId, onBehalfOf: absentId }));
