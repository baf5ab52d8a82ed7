import { ruleRefused } from '../../domain/errors.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import { CorrectiveActionReport } from '../../entities/corrective-action/corrective-action-report.entity.js';
import { newId } from '../../entities/new-id.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { oweCheck } from './steps/owe-check.js';
import { recordActionEvent, type ActionResult } from './steps/record-action-event.js';
import { takeActionStep, type ActionStepInput } from './steps/take-action-step.js';

interface ReportCorrectiveActionDone extends ActionStepInput {
  readonly note: string;
  /** When it was done, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Says that an action is done: its owner does, and nobody else. What was owed is done, in time or late by the instant of
 * the deed, and somebody without a hand in it owes a look at it. Needs `correction.perform` on its estate.
 * @rule R-CMP-20 @rule R-ORG-25
 * @throws as `takeActionStep`
 * @throws RULE_REFUSED R-CMP-20 for anybody but its owner
 * @throws INVALID_INPUT when it was done in the future, or before it was planned
 */
export async function reportCorrectiveActionDone(
  ctx: CommandContext,
  input: ReportCorrectiveActionDone,
): Promise<ActionResult> {
  const action = await takeActionStep(ctx, input, 'report', 'correction.perform');
  const { ownerId = null, plannedAt, dueAt } = action;
  if (ownerId !== ctx.principal.subjectId)
    throw ruleRefused('R-CMP-20', 'Its owner says that it is done.', { ownerId });
  if (plannedAt == null || dueAt == null) throw new Error('An action that is planned has a due instant.');
  const planned = { name: 'plannedAt', at: plannedAt };
  const doneAt = notBefore(planned, ctx.occurredAt(input.occurredAt), input.occurredAt != null);
  action.doneAt = doneAt;
  ctx.em.create(CorrectiveActionReport, {
    ...{ companyId: ctx.companyId, id: newId(), estateId: action.estateId ?? null, actionId: action.id },
    ...{ attempt: action.reopenings + 1, note: input.note, doneById: ownerId, doneAt },
    inTime: doneAt.getTime() <= dueAt.getTime(),
  });
  await fulfilOwed(ctx, ['CORRECTIVE_ACTION'], action.id, doneAt);
  await oweCheck(ctx, action);
  return recordActionEvent(ctx, action, 'DONE', doneAt);
}
