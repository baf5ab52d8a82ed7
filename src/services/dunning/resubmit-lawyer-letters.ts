import { LetterList } from '../../entities/dunning/letter-list.entity.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitAgain } from '../approval/steps/submit-for-approval.js';
import { takeAsPreparer, type ApprovalStepInput } from '../approval/steps/take-approval.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { dropLetterList } from './steps/drop-letters.js';
import { writeLetterList } from './steps/write-letter-list.js';

interface ResubmitLawyerLetters extends ApprovalStepInput {
  readonly caseIds: readonly string[];
}

/**
 * Asks again after a list was sent back, with the debtors as they stand now. For who has prepared it.
 * @rule Q-18 @rule R-DUN-10
 * @throws NOT_FOUND approval, or a dunning case of the estate
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED Q-18 unless it was sent back, or for somebody else than the preparer; as `proposeLawyerLetters`
 */
export async function resubmitLawyerLetters(
  ctx: CommandContext,
  input: ResubmitLawyerLetters,
): Promise<ApprovalResult> {
  const approval = await takeAsPreparer(ctx, input, 'resubmit');
  const { estateId } = await findRow(ctx, LetterList, 'letter list', approval.subjectId);
  await dropLetterList(ctx, approval.subjectId);
  const list = await writeLetterList(ctx, estateId, input.caseIds);
  return submitAgain(ctx, approval, list.id);
}
