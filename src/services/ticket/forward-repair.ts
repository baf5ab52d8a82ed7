import type { CommandContext } from '../command/command-context.js';
import { forward } from './steps/forward.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/**
 * Passes a reported repair on to Engineering. Needs `repair.forward` on the estate.
 * @rule R-RPR-05
 * @throws RULE_REFUSED unless it is REPORTED
 */
export async function forwardRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'forward', 'repair.forward');
  forward(ctx, ticket, at);
  return { ticketId: ticket.id, version: ticket.version };
}
