import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { debtorListById } from '../dunning/debtor-lists.js';
import { letterListById } from '../dunning/letter-lists.js';
import { ledgerProposalById } from '../ledger/ledger-proposal-by-id.js';
import { policyProposalById } from '../policy/policy-proposal-by-id.js';
import { pauseProposalById } from '../service-clock/pause-proposal-by-id.js';

/** How the subject of each kind is read, as submitted; a new kind adds its line. */
const READERS = {
  POLICY_CHANGE: async (ctx: RequestContext, id: string) => policyProposalById(ctx).load(id),
  CLOCK_PAUSE: async (ctx: RequestContext, id: string) => pauseProposalById(ctx).load(id),
  FEE_CHANGE: async (ctx: RequestContext, id: string) => ledgerProposalById(ctx).load(id),
  FEE_WRITE_OFF: async (ctx: RequestContext, id: string) => ledgerProposalById(ctx).load(id),
  LAWYER_LETTERS: async (ctx: RequestContext, id: string) => letterListById(ctx).load(id),
  DEBTOR_LIST: async (ctx: RequestContext, id: string) => debtorListById(ctx).load(id),
  FEE_REFUND: async (ctx: RequestContext, id: string) => ledgerProposalById(ctx).load(id),
} as const satisfies Record<ApprovalSubjectKind, (ctx: RequestContext, id: string) => Promise<object | null>>;

/** What an approval is about, as it stands in the present round; it carries its kind. */
export async function subjectOfApproval(
  ctx: RequestContext,
  approval: { readonly subjectKind: ApprovalSubjectKind; readonly subjectId: string },
) {
  const { subjectKind, subjectId } = approval;
  const row = await READERS[subjectKind](ctx, subjectId);
  return row && { ...row, subjectKind };
}
