import { LedgerProposal } from '../../entities/ledger/ledger-proposal.entity.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitAgain } from '../approval/steps/submit-for-approval.js';
import { takeAsPreparer, type ApprovalStepInput } from '../approval/steps/take-approval.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { writeLedgerProposal, type WantedChange } from './steps/write-ledger-proposal.js';

/** The change as it stands now; what it changes, and how, stay. */
type ResubmitLedgerChange = ApprovalStepInput & WantedChange;

/**
 * Asks again after it was sent back, for the same charge or payment. Needs `fee.propose` on the estate.
 * @rule Q-18 @rule R-ORG-68
 * @throws NOT_FOUND approval
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED Q-18 unless it was sent back, or for somebody else than the preparer; R-FEE-11 for more than is
 * open of the charge or left of the payment
 */
export async function resubmitLedgerChange(ctx: CommandContext, input: ResubmitLedgerChange): Promise<ApprovalResult> {
  const approval = await takeAsPreparer(ctx, input, 'resubmit');
  const { kind, chargeId, paymentId } = await findRow(ctx, LedgerProposal, 'proposal', approval.subjectId);
  const sides = { kind, chargeId: chargeId ?? null, paymentId: paymentId ?? null };
  const proposal = await writeLedgerProposal(ctx, sides, input);
  return submitAgain(ctx, approval, proposal.id);
}
