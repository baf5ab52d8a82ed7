import { ruleRefused } from '../errors.js';

/** By when an action is to be done, and the day that says so. */
export interface ActionDue {
  readonly dueDay: string;
  readonly dueAt: Date;
}

/**
 * Whether a new plan puts an action off. What is overdue is done late and not put off: its due day stays, whoever owns it
 * now.
 * @returns true when the due day moves to a later one, which is counted
 * @throws RULE_REFUSED R-CMP-20 when the due day that passed would move
 * @rule R-CMP-20 @rule D-27
 */
export function isPutOff(before: ActionDue | null, dueDay: string, now: Date): boolean {
  if (before === null || before.dueDay === dueDay) return false;
  if (now.getTime() > before.dueAt.getTime())
    throw ruleRefused('R-CMP-20', 'What is overdue is done late and not put off.', { dueDay: before.dueDay });
  return dueDay > before.dueDay;
}
