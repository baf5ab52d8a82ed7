import type { CommandContext } from '../command/command-context.js';
import { openRepair, type ReportedRepair } from './steps/open-repair.js';
import type { TicketStepResult } from './steps/take-ticket-step.js';

/**
 * Takes a repair report down as a new ticket, numbered by estate and local year. Needs `repair.report` on the estate; a
 * resident reports by APP for a unit that the resident holds today.
 * Marked by who took it down, and whether that was within the desk hours of that day; what staff took from a customer
 * stands in the contact log too. What the control room takes down at night is forwarded to Engineering by the same word.
 * @rule R-RPR-03 @rule R-REC-08 @rule D-30 @rule R-RPR-06 @rule D-08
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws INVALID_INPUT when the claimed instant is impossible, a resident names no unit or another channel, or
 * the category is not for repairs or not offered on that day
 */
export async function reportRepair(ctx: CommandContext, input: ReportedRepair): Promise<TicketStepResult> {
  const ticket = await openRepair(ctx, input);
  return { ticketId: ticket.id, version: ticket.version };
}
