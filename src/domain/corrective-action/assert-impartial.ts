import { ruleRefused } from '../errors.js';

/** Who has had a hand in an action. */
export interface Hands {
  readonly ownerId: string | null;
  /** Who said that it is done; null where nobody has. */
  readonly doneById: string | null;
  /** Whom the complaint that it came of is about. */
  readonly againstStaffId: string | null;
}

/**
 * Refuses that somebody judges an action who owns it, has said that it is done, or is whom the complaint behind it is
 * about: persons are compared, not roles.
 * @throws RULE_REFUSED R-ORG-68 or D-16
 * @rule R-ORG-68 @rule D-16
 */
export function assertImpartial(judgeId: string, { ownerId, doneById, againstStaffId }: Hands): void {
  if (judgeId === ownerId || judgeId === doneById)
    throw ruleRefused('R-ORG-68', 'Another person must decide this.', { preparedBy: judgeId });
  if (judgeId === againstStaffId)
    throw ruleRefused('D-16', 'The complaint behind it is about whoever is to decide.', { againstStaffId: judgeId });
}
