import { invalidInput, notFound } from '../../domain/errors.js';
import { ROLES } from '../../domain/identity/role.js';
import { Staff } from '../../entities/people/staff.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { holdsRoleOn } from '../people/steps/holds-role-on.js';
import { findRow } from '../place/steps/find-row.js';
import { departmentOn } from './steps/department-on.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

interface AssignTicket extends TicketStepInput {
  readonly departmentId?: string | null;
  readonly assigneeId?: string | null;
}

/**
 * Puts a ticket into the hands of a department, of a person, or of both; again to put it into others. What is not named
 * stays as it is. No clock starts anew. Needs `ticket.assign` on the estate.
 * @rule R-CMP-05 @rule R-CMP-09 @rule R-DSP-09 @rule D-19
 * @throws INVALID_INPUT when neither is named
 * @throws NOT_FOUND when department or person are not seen, or do not work on the estate
 * @throws RULE_REFUSED when the stage does not take it
 */
export async function assignTicket(ctx: CommandContext, input: AssignTicket): Promise<TicketStepResult> {
  const { departmentId = null, assigneeId = null } = input;
  if (departmentId === null && assigneeId === null)
    throw invalidInput('input.departmentId', 'name a department or a person');
  const { ticket, at } = await takeSharedStep(ctx, input, 'assign', 'ticket.assign');
  if (departmentId !== null) {
    ticket.departmentId = (await departmentOn(ctx, departmentId, ticket.estateId)).id;
  }
  if (assigneeId !== null) {
    const staff = await findRow(ctx, Staff, 'staff', assigneeId);
    if (!(await holdsRoleOn(ctx, staff.id, ROLES, ticket.estateId))) throw notFound('staff');
    ticket.assigneeId = staff.id;
  }
  recordTicketEvent(ctx, ticket, {
    type: 'ASSIGNED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: {
      departmentId: ticket.departmentId ?? null,
      assigneeId: ticket.assigneeId ?? null,
      toDepartment: departmentId !== null,
      toAssignee: assigneeId !== null,
    },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
