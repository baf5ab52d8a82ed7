import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/**
 * Records that the technician has arrived on site; each arrival counts as one more visit, and the first one stands as
 * `startedAt`. Needs `repair.start` on the estate.
 * @rule R-RPR-07 @rule D-19
 * @throws RULE_REFUSED unless it is ACCEPTED
 * @throws INVALID_INPUT when the arrival lies before the acceptance
 */
export async function startRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'start', 'repair.start');
  ticket.startedAt ??= at;
  ticket.visits += 1;
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_STARTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { visits: ticket.visits },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
