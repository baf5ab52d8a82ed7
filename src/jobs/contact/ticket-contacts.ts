import { isAtItsEnd, TICKET_KINDS } from '../../domain/ticket/ticket-kind.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { closeRouted } from '../../services/contact/steps/close-routed.js';
import type { Reaction } from '../reaction/reaction.js';

/** Happenings that end tickets. */
const ENDS = ['CLOSED', 'CANCELLED', 'DECLINED', 'ANSWERED', 'ENDED'].flatMap((end) =>
  TICKET_KINDS.map((kind) => `ticket.${kind}_${end}`),
);

/** The entries of the contact log that were routed to a ticket close when it ends. @rule R-DSP-04 */
export const ticketContacts: Reaction = {
  name: 'ticket-contacts',
  types: ENDS,
  from: 'HEAD',
  react: async (ctx, { subjectId, occurredAt }) => {
    const ticket = await ctx.em.findOne(Ticket, { companyId: ctx.companyId, id: subjectId });
    if (ticket && isAtItsEnd(ticket.phase)) await closeRouted(ctx, ticket.id, occurredAt);
  },
};
