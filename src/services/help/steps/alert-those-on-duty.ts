import type { Role } from '../../../domain/identity/role.js';
import { ticketStep } from '../../../domain/ticket/lives.js';
import { TicketTold } from '../../../entities/ticket/ticket-told.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { whoIsTold } from '../../duty/steps/who-is-told.js';
import { notify } from '../../notification/steps/notify.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';

/** The posts whose people on duty go: the control room sees, the guards run, the steward knows the house. */
const HELPERS: readonly Role[] = ['CONTROL_ROOM', 'SECURITY', 'STEWARD'];

/**
 * Tells who is on duty of a call for help, and keeps whom. The caller has locked the ticket and knows that it is not over.
 * @rule R-EMG-02 @rule R-EMG-12 @rule D-11
 */
export async function alertThoseOnDuty(ctx: CommandContext, ticket: Ticket): Promise<void> {
  const { estateId } = ticket;
  const at = ctx.clock.now();
  const chains = await whoIsTold(
    ctx,
    HELPERS.map((post) => ({ estateId, post, at })),
  );
  const people = [...new Set(chains.flatMap((chain) => chain[0]?.staffIds ?? []))];
  for (const staffId of people)
    ctx.em.create(TicketTold, { companyId: ctx.companyId, ticketId: ticket.id, staffId, estateId, toldAt: at });
  Object.assign(ticket, ticketStep(ticket.kind, 'alert', ticket.stage));
  ticket.forwardedAt ??= at;
  ticket.version += 1;
  const subject = { kind: 'ticket', id: ticket.id } as const;
  notify(ctx, { kind: 'HELP_CALLED', people, subject, estateId, occurredAt: ticket.reportedAt });
  recordTicketEvent(ctx, ticket, {
    type: 'HELP_CALL_ALERTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { people: people.length },
  });
}
