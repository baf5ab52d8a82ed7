import { invalidInput } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { departmentOn } from './steps/department-on.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface TransferTicket extends TicketStepInput {
  readonly departmentId: string;
  /** Why, for staff. */
  readonly reason: string;
}

/**
 * Passes a ticket on to another department, with the reason: nobody is in charge of it until somebody there takes it on,
 * and no clock starts anew. The department and whoever had it are told. Needs `ticket.assign` on the estate.
 * @rule D-19 @rule R-DSP-03 @rule R-DSP-09
 * @throws NOT_FOUND when the department is not seen, or is another estate's
 * @throws INVALID_INPUT when the ticket lies with it already
 * @throws RULE_REFUSED when somebody is at work on it, or the stage does not take it
 */
export async function transferTicket(ctx: CommandContext, input: TransferTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeSharedStep(ctx, input, 'transfer', 'ticket.assign');
  const department = await departmentOn(ctx, input.departmentId, ticket.estateId);
  const from = ticket.departmentId ?? null;
  if (from === department.id) throw invalidInput('input.departmentId', 'has it already');
  const formerId = ticket.assigneeId ?? null;
  ticket.departmentId = department.id;
  ticket.assigneeId = null;
  const noteId = writeNote(ctx, ticket, { kind: 'DECISION', text: input.reason, at });
  recordTicketEvent(ctx, ticket, {
    type: 'TRANSFERRED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { departmentId: department.id, from, formerId, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
