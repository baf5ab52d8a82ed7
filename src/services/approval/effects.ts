import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import type { Approval } from '../../entities/approval/approval.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { adoptLedgerChange } from '../ledger/steps/adopt-ledger-change.js';
import { adoptProposal } from '../policy/steps/adopt-proposal.js';
import { adoptPause } from '../service-clock/steps/adopt-pause.js';

/** What happens to what was approved, by its kind; a new subject adds its line here and its route to the domain. */
const EFFECTS: Readonly<Record<ApprovalSubjectKind, (ctx: CommandContext, approval: Approval) => Promise<void>>> = {
  POLICY_CHANGE: adoptProposal,
  CLOCK_PAUSE: adoptPause,
  FEE_CHANGE: adoptLedgerChange,
  FEE_WRITE_OFF: adoptLedgerChange,
  FEE_REFUND: adoptLedgerChange,
};

/** Carries out what was approved, in the transaction of the approval. */
export const carryOut = (ctx: CommandContext, approval: Approval): Promise<void> =>
  EFFECTS[approval.subjectKind](ctx, approval);
