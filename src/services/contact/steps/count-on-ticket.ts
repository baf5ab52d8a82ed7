import { isAtItsEnd } from '../../../domain/ticket/ticket-kind.js';
import { ruleRefused } from '../../../domain/errors.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Contact } from '../../../entities/contact/contact.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';

/**
 * Has one more contact count on a ticket that is there already: whoever has it in hand hears that the customer asked
 * again, and a complaint counts how often. The caller has locked the ticket.
 * @rule R-CMP-14 @rule D-02
 * @throws RULE_REFUSED R-DSP-04 when the ticket is at its end: nothing will come of it that could be fed back
 */
export async function countOnTicket(ctx: CommandContext, contact: Contact, ticket: Ticket, at: Date): Promise<void> {
  if (isAtItsEnd(ticket.phase) && contact.stage === 'ROUTED')
    throw ruleRefused('R-DSP-04', 'The ticket is at its end: answer the customer, or take the matter up anew.', {
      ticketId: ticket.id,
      stage: ticket.stage,
    });
  if (ticket.kind === 'COMPLAINT') {
    const complaint = await ctx.em.findOneOrFail(Complaint, { companyId: ctx.companyId, ticketId: ticket.id });
    complaint.contacts += 1;
  }
  contact.ticketId = ticket.id;
  ticket.version += 1;
  recordTicketEvent(ctx, ticket, {
    type: 'CONTACTED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { contactId: contact.id, channel: contact.channel },
  });
}
