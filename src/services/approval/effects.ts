import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import type { Approval } from '../../entities/approval/approval.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { adoptDebtorList, adoptLetterList, letGoOfDebtorList, letGoOfLetters } from '../dunning/steps/adopt-lists.js';
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
  LAWYER_LETTERS: adoptLetterList,
  DEBTOR_LIST: adoptDebtorList,
};

/** Carries out what was approved, in the transaction of the approval. */
export const carryOut = (ctx: CommandContext, approval: Approval): Promise<void> =>
  EFFECTS[approval.subjectKind](ctx, approval);

/** What happens to what is not to be approved any more; nothing where a kind says nothing. */
const LET_GO: Readonly<
  Partial<Record<ApprovalSubjectKind, (ctx: CommandContext, approval: Approval) => Promise<void>>>
> = {
  LAWYER_LETTERS: letGoOfLetters,
  DEBTOR_LIST: letGoOfDebtorList,
};

/** Lets go of what was withdrawn, in the same transaction. @rule Q-18 */
export async function letGo(ctx: CommandContext, approval: Approval): Promise<void> {
  await LET_GO[approval.subjectKind]?.(ctx, approval);
}
