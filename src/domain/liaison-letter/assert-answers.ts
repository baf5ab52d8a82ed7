import { ruleRefused } from '../errors.js';
import type { LetterStage } from './letter-stage.js';

/** Who wants to answer a letter. */
interface Answerer {
  /** Whether this person holds the post that is the estates' window at head office. */
  readonly isWindow: boolean;
  /** The department of this person; null for none. */
  readonly departmentId: string | null;
}

/**
 * Refuses an answer past the window: the quality department answers, or the department to which the letter was passed.
 * @throws RULE_REFUSED R-ESC-04 for any other
 * @rule R-ESC-03 @rule R-ESC-04
 */
export function assertAnswers(
  { isWindow, departmentId }: Answerer,
  letter: { readonly stage: LetterStage; readonly departmentId: string | null },
): void {
  const isPassedTo = letter.stage === 'PASSED' && departmentId !== null && departmentId === letter.departmentId;
  if (!isWindow && !isPassedTo)
    throw ruleRefused('R-ESC-04', 'The quality department answers, or the department to which the letter was passed.', {
      stage: letter.stage,
      departmentId: letter.departmentId,
    });
}
