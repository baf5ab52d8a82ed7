import { Complaint } from '../../entities/complaint/complaint.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface ReopenTicket extends TicketStepInput {
  readonly reason: string;
}

/**
 * Opens a ticket again that was answered but not solved; what is closed stays closed. Needs `ticket.reopen` on the estate; a resident
 * reopens tickets of own occupancies.
 * @rule R-CMP-24 @rule D-30
 * @throws RULE_REFUSED when the stage does not take it
 */
export async function reopenTicket(ctx: CommandContext, input: ReopenTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeSharedStep(ctx, input, 'reopen', 'ticket.reopen');
  ticket.reopenings += 1;
  if (ticket.kind === 'COMPLAINT') {
    const complaint = await ctx.em.findOneOrFail(Complaint, { companyId: ctx.companyId, ticketId: ticket.id });
    Object.assign(complaint, {
      contacts: complaint.contacts + 1,
      rectifiedAt: null,
      departmentReportedAt: null,
      repliedAt: null,
      replyMode: null,
      calledBackAt: null,
    });
  }
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text: input.reason, at, visibility: 'CUSTOMER' });
  recordTicketEvent(ctx, ticket, {
    type: `${ticket.kind}_REOPENED`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId, reopenings: ticket.reopenings },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
