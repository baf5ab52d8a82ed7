import { oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { endVisit } from './steps/visits.js';

/**
 * Records that the work is done; where it concerns a customer, a callback is owed from then on. Needs `repair.complete` on the estate.
 * @rule R-RPR-02 @rule R-RPR-15
 * @throws RULE_REFUSED unless somebody is on site
 * @throws INVALID_INPUT when the end lies before the arrival
 */
export async function completeRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at: end } = await takeRepairStep(ctx, input, 'complete', 'repair.complete');
  const at = await endVisit(ctx, ticket, 'FIXED', end, input.occurredAt != null);
  ticket.completedAt = at;
  recordTicketEvent(ctx, ticket, { type: 'REPAIR_COMPLETED', occurredAt: at, visibility: 'CUSTOMER' });
  await oweCallback(ctx, ticket, at);
  return { ticketId: ticket.id, version: ticket.version };
}
