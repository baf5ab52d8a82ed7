import { actionOfStep } from '../../../domain/approval/approval-route.js';
import type { ApprovalState } from '../../../domain/approval/approval-life.js';
import { ApprovalDecision, type ApprovalVerdict } from '../../../entities/approval/approval-decision.entity.js';
import type { Approval } from '../../../entities/approval/approval.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';

/** What somebody did. */
interface Decision {
  readonly verdict: ApprovalVerdict;
  readonly onBehalfOf?: string | null;
  readonly reason?: string | null;
}

/** What every step of an approval answers. */
export interface ApprovalResult {
  readonly approvalId: string;
  readonly version: number;
}

/** Brings an approval into a state and keeps who did it, for whom and why; the event carries no words. */
export function recordDecision(
  ctx: CommandContext,
  approval: Approval,
  state: ApprovalState,
  { verdict, onBehalfOf = null, reason = null }: Decision,
): ApprovalResult {
  const { companyId, id: approvalId, round, subjectId, subjectKind } = approval;
  const estateId = approval.estateId ?? null;
  const awaiting = state === 'IN_REVIEW' || state === 'IN_APPROVAL';
  approval.state = state;
  approval.awaitedAction = awaiting ? actionOfStep(subjectKind, estateId, state) : null;
  approval.decidedAt = state === 'APPROVED' || state === 'WITHDRAWN' ? ctx.clock.now() : null;
  const { version } = approval;
  ctx.em.create(ApprovalDecision, {
    companyId,
    id: newId(),
    approvalId,
    estateId,
    version,
    round,
    verdict,
    subjectId,
    decidedBy: ctx.principal.subjectId,
    onBehalfOf,
    reason,
    decidedAt: ctx.clock.now(),
  });
  ctx.record({
    type: `approval.${verdict}`,
    estateId,
    subjectKind: 'approval',
    subjectId: approvalId,
    subjectVersion: version,
    visibility: 'INTERNAL',
    facts: { kind: subjectKind, subject: subjectId, round, state, onBehalfOf },
  });
  return { approvalId, version };
}
