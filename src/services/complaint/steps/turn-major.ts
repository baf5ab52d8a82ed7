import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';

/**
 * Has a complaint that was not solved within its month become major by itself, judged or not, unless it was judged not to
 * concern the company. The caller holds the lock on the ticket.
 * @rule R-CMP-14 @rule R-CMP-37 @rule D-02 @rule D-06
 */
export async function turnMajor(ctx: CommandContext, ticket: Ticket): Promise<void> {
  const open = ticket.phase === 'OPEN' || ticket.phase === 'IN_PROGRESS';
  if (!open || ticket.complaintClass === 'MAJOR') return;
  const complaint = await ctx.em.findOneOrFail(Complaint, { companyId: ctx.companyId, ticketId: ticket.id });
  if (complaint.substantiated === false) return;
  const from = ticket.complaintClass ?? 'GENERAL';
  const ground = 'UNSOLVED_FOR_A_MONTH';
  const at = ctx.clock.now();
  ticket.complaintClass = 'MAJOR';
  ticket.version += 1;
  Object.assign(complaint, { ground, classSetAt: at });
  recordTicketEvent(ctx, ticket, {
    type: 'COMPLAINT_RAISED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { from, class: 'MAJOR', ground, noteId: null },
  });
}
