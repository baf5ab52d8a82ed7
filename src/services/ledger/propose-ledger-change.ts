import { ROUTE_OF_CHANGE, type ProposedChange } from '../../domain/ledger/proposed-change.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitForApproval } from '../approval/steps/submit-for-approval.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { writeLedgerProposal, type WantedChange } from './steps/write-ledger-proposal.js';

interface ProposeLedgerChange extends CommandInput, WantedChange {
  readonly kind: ProposedChange;
  readonly chargeId?: string | null;
  readonly paymentId?: string | null;
}

/**
 * Asks that a charge is raised, lessened, waived or written off, or that money is given back: it is booked by the approval,
 * which another person gives. Needs `fee.propose` on the estate.
 * @rule R-FEE-11 @rule R-ORG-68 @rule R-CSH-08 @rule D-18 @rule D-22
 * @throws NOT_FOUND charge or payment
 * @throws INVALID_INPUT unless a change of a charge names it, and a refund its payment; R-FEE-11 for amounts that cannot be
 * @throws RULE_REFUSED R-FEE-11 for more than is open of the charge or left of the payment; R-ORG-68 for another system
 */
export async function proposeLedgerChange(ctx: CommandContext, input: ProposeLedgerChange): Promise<ApprovalResult> {
  const { kind, chargeId = null, paymentId = null } = input;
  const proposal = await writeLedgerProposal(ctx, { kind, chargeId, paymentId }, input);
  return submitForApproval(ctx, { kind: ROUTE_OF_CHANGE[kind], id: proposal.id, estateId: proposal.estateId });
}
