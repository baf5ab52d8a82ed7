import { invalidInput } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { departmentOn } from './steps/department-on.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { staffOn } from './steps/staff-on.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

interface AssignTicket extends TicketStepInput {
  readonly departmentId?: string | null;
  readonly assigneeId?: string | null;
}

/**
 * Puts a ticket into the hands of a department, of a person, or of both; again to put it into others. What is not named
 * stays as it is. No clock starts anew. Needs `ticket.assign` on the estate.
 * @rule R-CMP-05 @rule R-CMP-09 @rule R-DSP-09 @rule D-19 @rule D-16
 * @throws INVALID_INPUT when neither is named
 * @throws NOT_FOUND when department or person are not seen, or do not work on the estate
 * @throws RULE_REFUSED when the stage does not take it, and D-16 when the complaint is about the person
 */
export async function assignTicket(ctx: CommandContext, input: AssignTicket): Promise<TicketStepResult> {
  const { departmentId = null, assigneeId = null } = input;
  if (departmentId === null && assigneeId === null)
    throw invalidInput('input.departmentId', 'name a department or a person');
  const { ticket, at } = await takeSharedStep(ctx, input, 'assign', 'ticket.assign');
  if (departmentId !== null) {
    ticket.departmentId = (await departmentOn(ctx, departmentId, ticket.estateId)).id;
  }
  if (assigneeId !== null) ticket.assigneeId = (await staffOn(ctx, assigneeId, ticket)).id;
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
