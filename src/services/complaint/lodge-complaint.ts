import type { CommandContext } from '../command/command-context.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { openComplaint, type LodgedComplaint } from './steps/open-complaint.js';

/**
 * Takes a complaint down: recorded, classed by its facts, numbered by estate and local year. Needs `complaint.lodge` on
 * the estate, which everybody has who meets customers; a resident complains by APP for a unit held today, and classes
 * nothing. What staff took from a customer stands in the contact log too.
 * @rule R-CMP-01 @rule R-CMP-02 @rule R-CMP-05 @rule R-CMP-09 @rule R-CMP-13 @rule R-CMP-36 @rule R-REC-09 @rule D-16 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or the member of staff complained about are not seen
 * @throws RULE_REFUSED D-02 when the facts do not carry the ground
 * @throws INVALID_INPUT when the claimed instant is impossible
 */
export async function lodgeComplaint(ctx: CommandContext, input: LodgedComplaint): Promise<TicketStepResult> {
  const ticket = await openComplaint(ctx, input);
  return { ticketId: ticket.id, version: ticket.version };
}
