import { isPutOff, type ActionDue } from '../../domain/corrective-action/action-due.js';
import { notFound } from '../../domain/errors.js';
import { ROLES } from '../../domain/identity/role.js';
import type { CorrectiveAction } from '../../entities/corrective-action/corrective-action.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { holdsRoleOn } from '../people/steps/holds-role-on.js';
import { findRow } from '../place/steps/find-row.js';
import { dueAheadOf } from './steps/due-of.js';
import { oweAction } from './steps/owe-action.js';
import { recordActionEvent, type ActionResult } from './steps/record-action-event.js';
import { takeActionStep, type ActionStepInput } from './steps/take-action-step.js';

interface PlanCorrectiveAction extends ActionStepInput {
  readonly cause: string;
  readonly measure: string;
  readonly ownerId: string;
  /** By the end of this day. */
  readonly dueDay: string;
}

/**
 * Decides why it went wrong, what is done about it, by whom and by when; the owner owes it from then on. Planned again, the
 * later word holds; a due day that is put off is counted, one that has passed stays. Needs `correction.plan` on its estate.
 * @rule R-CMP-20 @rule R-SAT-04 @rule D-27
 * @throws as `takeActionStep`
 * @throws NOT_FOUND staff who do not work there
 * @throws INVALID_INPUT for a due day that is over, or more than two years ahead
 * @throws RULE_REFUSED R-CMP-20 when what is overdue would be put off
 */
export async function planCorrectiveAction(ctx: CommandContext, input: PlanCorrectiveAction): Promise<ActionResult> {
  const action = await takeActionStep(ctx, input, 'plan', 'correction.plan');
  const { cause, measure, ownerId, dueDay } = input;
  const staff = await findRow(ctx, Staff, 'staff', ownerId);
  if (!(await holdsRoleOn(ctx, staff.id, ROLES, action.estateId ?? null))) throw notFound('staff');
  const now = ctx.clock.now();
  const before = dueBefore(action);
  if (isPutOff(before, dueDay, now)) action.postponements += 1;
  const due = before?.dueDay === dueDay ? before : await dueAheadOf(ctx, action.estateId ?? null, dueDay);
  Object.assign(action, { cause, measure, ownerId: staff.id, ...due, plannedAt: action.plannedAt ?? now });
  await oweAction(ctx, action);
  return recordActionEvent(ctx, action, 'PLANNED');
}

const dueBefore = ({ dueDay, dueAt }: CorrectiveAction): ActionDue | null =>
  dueDay == null || dueAt == null ? null : { dueDay, dueAt };
