import { LockMode } from '@mikro-orm/core';
import { isAtItsEnd } from '../../domain/ticket/ticket-kind.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { alertThoseOnDuty } from '../../services/help/steps/alert-those-on-duty.js';
import type { Reaction } from '../reaction/reaction.js';

/** Who is on duty is told of a call for help, by whomever it came: residents see no staff, so the product tells. @rule R-EMG-02 */
export const helpCalls: Reaction = {
  name: 'help-calls',
  types: ['ticket.HELP_CALL_REPORTED'],
  from: 'HEAD',
  react: async (ctx, { subjectId }) => {
    const ticket = await ctx.em.findOne(
      Ticket,
      { companyId: ctx.companyId, id: subjectId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (ticket && !isAtItsEnd(ticket.phase)) await alertThoseOnDuty(ctx, ticket);
  },
};
