import { ruleRefused } from '../../../domain/errors.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Neither who did the work nor whoever the complaint is about asks the customer how it was: persons are compared, not roles.
 * @rule R-ORG-65 @rule D-16
 * @throws RULE_REFUSED with the rule
 */
export function assertMayCall(ctx: CommandContext, ticket: Ticket): void {
  const { subjectId } = ctx.principal;
  if (ticket.againstStaffId === subjectId)
    throw ruleRefused('D-16', 'The complaint is about whoever wants to call.', { ticketId: ticket.id });
  if (ticket.assigneeId === subjectId)
    throw ruleRefused('R-ORG-65', 'Who did the work does not call the customer back.', { ticketId: ticket.id });
}
