import type { CallbackOutcome, Satisfaction } from '../../../domain/callback/callback-answer.js';
import { sharedStep } from '../../../domain/ticket/lives.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfilOwed } from '../../obligation/steps/fulfil-owed.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';

/** How a callback ended that counts: the customer was reached, wants none, or cannot be reached. */
interface Settled {
  readonly at: Date;
  readonly outcome: CallbackOutcome | 'UNREACHABLE';
  readonly satisfaction: Satisfaction | null;
}

/**
 * Has the callback done: the ticket is called back, and what was owed is fulfilled.
 * @rule R-RPR-14 @rule R-CBK-03 @rule R-CBK-04 @rule D-12
 * @throws RULE_REFUSED when the stage takes no callback
 */
export async function settleCallback(ctx: CommandContext, ticket: Ticket, settled: Settled): Promise<void> {
  const { at, outcome, satisfaction } = settled;
  Object.assign(ticket, sharedStep(ticket.kind, 'callBack', ticket.stage));
  if (ticket.kind === 'COMPLAINT') {
    const complaint = await ctx.em.findOneOrFail(Complaint, { companyId: ctx.companyId, ticketId: ticket.id });
    complaint.calledBackAt = at;
  } else ticket.calledBackAt = at;
  await fulfilOwed(ctx, ['CALLBACK'], ticket.id, at);
  recordTicketEvent(ctx, ticket, {
    type: `${ticket.kind}_CALLED_BACK`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { outcome, satisfaction },
  });
}
