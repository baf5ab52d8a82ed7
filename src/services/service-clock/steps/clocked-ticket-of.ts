import type { ClockedTicket } from '../../../domain/service-clock/clocked-ticket.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What of a ticket decides which clocks run for it, as it stands in the command. */
export async function clockedTicketOf(ctx: CommandContext, ticket: Ticket): Promise<ClockedTicket> {
  const { companyId } = ctx;
  const complaint =
    ticket.kind === 'COMPLAINT' ? await ctx.em.findOne(Complaint, { companyId, ticketId: ticket.id }) : null;
  return {
    id: ticket.id,
    kind: ticket.kind,
    phase: ticket.phase,
    stage: ticket.stage,
    urgency: ticket.urgency ?? null,
    complaintClass: ticket.complaintClass ?? null,
    takenBy: ticket.takenBy ?? null,
    concernsCustomer: ticket.unitId != null || ticket.customerId != null,
    joined: ticket.mergedIntoId != null,
    visits: ticket.visits,
    reportedAt: ticket.reportedAt,
    acceptedAt: ticket.acceptedAt ?? null,
    rectifiedAt: complaint?.rectifiedAt ?? null,
    departmentReportedAt: complaint?.departmentReportedAt ?? null,
  };
}
