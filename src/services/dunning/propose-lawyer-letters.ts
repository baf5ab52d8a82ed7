import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitForApproval } from '../approval/steps/submit-for-approval.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { writeLetterList } from './steps/write-letter-list.js';

interface ProposeLawyerLetters extends CommandInput {
  readonly estateId: string;
  readonly caseIds: readonly string[];
}

/**
 * Proposes to whom the company has lawyer's letters sent; related departments review the list, a leader approves it. Needs
 * `dunning.lead` on the estate.
 * @rule R-DUN-07 @rule R-DUN-08 @rule R-DUN-10 @rule R-ORG-68
 * @throws NOT_FOUND estate, or a dunning case of it
 * @throws RULE_REFUSED R-DUN-07 for who is neither long enough overdue nor has refused often enough; D-13 where dunning is
 * stopped; R-DUN-02 when nobody called abroad; R-DUN-10 for a letter that is under way; R-ORG-68 for another system
 */
export async function proposeLawyerLetters(ctx: CommandContext, input: ProposeLawyerLetters): Promise<ApprovalResult> {
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'dunning.lead', estateId);
  const list = await writeLetterList(ctx, estateId, input.caseIds);
  return submitForApproval(ctx, { kind: 'LAWYER_LETTERS', id: list.id, estateId });
}
