import { assertTakes, type ApprovalVerb } from '../../../domain/approval/approval-life.js';
import { actionOfStep } from '../../../domain/approval/approval-route.js';
import { decidesAs } from '../../../domain/approval/deciding-power.js';
import { ruleRefused } from '../../../domain/errors.js';
import { Approval } from '../../../entities/approval/approval.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';
import { deciderOf } from './decider-of.js';

/** What every step of an approval takes. */
export interface ApprovalStepInput extends CommandInput {
  readonly approvalId: string;
  /** The version that the client has seen. */
  readonly expectedVersion?: number | null;
}

/**
 * Takes an approval for a decision: locked, in a state that takes the verb, decided by somebody who may.
 * @returns the approval in its next version, and the absent person for whom a deputy decides
 * @rule R-ORG-68, Q-18, Q-43
 * @throws NOT_FOUND when the fence does not show the approval
 * @throws CONFLICT when the client has seen another version
 * @throws RULE_REFUSED Q-18 in another state, R-ORG-68 for the own matter, Q-43 outside the dates of a deputyship
 * @throws FORBIDDEN when the step needs an action that the person does not hold there
 */
export async function takeForDecision(
  ctx: CommandContext,
  input: ApprovalStepInput,
  verb: Extract<ApprovalVerb, 'review' | 'grant' | 'sendBack'>,
): Promise<{ approval: Approval; onBehalfOf: string | null }> {
  const approval = await ctx.load(Approval, 'approval', input.approvalId, input.expectedVersion);
  const { state, subjectKind, preparedBy } = approval;
  const estateId = approval.estateId ?? null;
  assertTakes(state, verb);
  const step = state === 'IN_REVIEW' ? state : 'IN_APPROVAL';
  const action = actionOfStep(subjectKind, estateId, step);
  const onBehalfOf = decidesAs(await deciderOf(ctx), { action, estateId, preparedBy });
  approval.version += 1;
  return { approval, onBehalfOf };
}

/**
 * Takes an approval for its preparer: locked, in a state that takes the verb.
 * @rule Q-18
 * @throws NOT_FOUND when the fence does not show the approval
 * @throws CONFLICT when the client has seen another version
 * @throws RULE_REFUSED Q-18 in another state, or for somebody else than the preparer
 */
export async function takeAsPreparer(
  ctx: CommandContext,
  input: ApprovalStepInput,
  verb: Extract<ApprovalVerb, 'resubmit' | 'withdraw'>,
): Promise<Approval> {
  const approval = await ctx.load(Approval, 'approval', input.approvalId, input.expectedVersion);
  const { principal } = ctx;
  if (principal.kind !== 'STAFF' || approval.preparedBy !== principal.subjectId)
    throw ruleRefused('Q-18', 'Only who has prepared it submits it again or withdraws it.');
  assertTakes(approval.state, verb);
  approval.version += 1;
  return approval;
}
