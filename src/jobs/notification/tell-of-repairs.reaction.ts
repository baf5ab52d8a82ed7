import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { tellStaff } from '../../services/ticket/steps/tell-of-ticket.js';
import type { Reaction } from '../reaction/reaction.js';

/**
 * Tells staff of what may have been done by a resident, who tells no staff: the technician of a repair that was called off.
 * @rule R-RPR-01
 */
export const tellOfRepairsReaction: Reaction = {
  name: 'tell-of-repairs',
  types: ['ticket.REPAIR_CANCELLED'],
  from: 'HEAD',
  react: async (ctx, { subjectId, occurredAt }) => {
    const ticket = await ctx.em.findOne(Ticket, { companyId: ctx.companyId, id: subjectId });
    if (ticket?.assigneeId != null) tellStaff(ctx, ticket, 'REPAIR_CALLED_OFF', [ticket.assigneeId], occurredAt);
  },
};
