import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { beginVisit } from './steps/visits.js';

/**
 * Records that the technician has arrived on site; each arrival is one more visit, and the first one stands as
 * `startedAt`. Needs `repair.start` on the estate.
 * @rule R-RPR-07 @rule D-19
 * @throws RULE_REFUSED unless it is ACCEPTED, SCHEDULED or CARRIED_OVER
 * @throws INVALID_INPUT when the arrival lies before the acceptance or before the end of the last visit
 */
export async function startRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at: arrival } = await takeRepairStep(ctx, input, 'start', 'repair.start');
  const at = await beginVisit(ctx, ticket, arrival, input.occurredAt != null);
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_STARTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { visits: ticket.visits },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
