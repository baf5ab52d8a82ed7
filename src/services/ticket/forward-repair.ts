import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/**
 * Passes a reported repair on to Engineering. Needs `repair.forward` on the estate.
 * @rule R-RPR-05
 * @throws RULE_REFUSED unless it is REPORTED
 */
export async function forwardRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'forward', 'repair.forward');
  ticket.forwardedAt = at;
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_FORWARDED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { urgency: ticket.urgency ?? null },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
