import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { leave } from './leave.js';
import { NOTHING_REACHED } from './nothing-reached.js';
import { recordTicketEvent } from './record-ticket-event.js';

/**
 * Has a ticket that was answered or done, and stands in its reopened stage, reach everything anew. The first arrival of a
 * repair stands.
 * @rule R-CBK-03 @rule R-CMP-24 @rule R-RPR-20 @rule D-19 @rule Q-19
 */
export async function openAgain(ctx: CommandContext, ticket: Ticket, at: Date, noteId: string | null): Promise<void> {
  ticket.reopenings += 1;
  if (ticket.mergedIntoId != null) await leave(ctx, ticket, at, 'NOT_SATISFIED');
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
  } else Object.assign(ticket, NOTHING_REACHED);
  recordTicketEvent(ctx, ticket, {
    type: `${ticket.kind}_REOPENED`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId, reopenings: ticket.reopenings },
  });
}
