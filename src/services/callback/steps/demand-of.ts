import { callbackDemand, type CallbackDemand } from '../../../domain/complaint/callback-demand.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyOfTicket } from '../../ticket/steps/policy-of-ticket.js';

/** What a complaint asks of its callback, by the policy in force on the day of its receipt. @rule R-CBK-04 @rule P-08 */
export async function demandOf(ctx: CommandContext, ticket: Ticket): Promise<CallbackDemand> {
  const of = { class: ticket.complaintClass ?? 'GENERAL', channel: ticket.channel };
  return callbackDemand(of, await policyOfTicket(ctx, ticket, 'P-08'));
}
