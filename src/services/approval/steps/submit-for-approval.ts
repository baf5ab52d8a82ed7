import { firstStep, type ApprovalSubjectKind } from '../../../domain/approval/approval-route.js';
import { ruleRefused } from '../../../domain/errors.js';
import { Approval } from '../../../entities/approval/approval.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordDecision, type ApprovalResult } from './record-decision.js';

/** What is to be approved: a row that never changes. The use case has checked that its author may prepare it. */
interface Subject {
  readonly kind: ApprovalSubjectKind;
  readonly id: string;
  readonly estateId: string | null;
}

/**
 * Submits something that the acting person has prepared.
 * @rule R-ORG-68
 * @throws RULE_REFUSED R-ORG-68 for another system: its keys belong to persons, who could then approve their own matter
 */
export async function submitForApproval(ctx: CommandContext, subject: Subject): Promise<ApprovalResult> {
  assertPerson(ctx);
  const step = firstStep(subject.kind, subject.estateId);
  const approval = ctx.em.create(Approval, {
    companyId: ctx.companyId,
    id: newId(),
    estateId: subject.estateId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    state: step,
    awaitedAction: null,
    round: 1,
    preparedBy: ctx.principal.subjectId,
    preparedAt: ctx.clock.now(),
    decidedAt: null,
    version: 1,
  });
  await ctx.em.flush();
  return recordDecision(ctx, approval, step, { verdict: 'SUBMITTED' });
}

/** Submits the next round of an approval that was sent back; the caller has taken the step `resubmit`. */
export function submitAgain(ctx: CommandContext, approval: Approval, subjectId: string): ApprovalResult {
  approval.subjectId = subjectId;
  approval.round += 1;
  approval.preparedAt = ctx.clock.now();
  const step = firstStep(approval.subjectKind, approval.estateId ?? null);
  return recordDecision(ctx, approval, step, { verdict: 'SUBMITTED' });
}

function assertPerson({ principal }: CommandContext): void {
  if (principal.kind !== 'STAFF') throw ruleRefused('R-ORG-68', 'Approvals are prepared by persons.');
}
