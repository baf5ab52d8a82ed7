import { ruleRefused } from '../../../domain/errors.js';
import type { CommandContext } from '../../command/command-context.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { didTheWork } from '../../ticket/steps/workers.js';

/**
 * Neither who did the work, or helped with it, nor whoever the complaint is about asks the customer how it was: persons are compared, not roles.
 * @rule R-ORG-65 @rule D-16
 * @throws RULE_REFUSED with the rule
 */
export async function assertMayCall(ctx: CommandContext, ticket: Ticket): Promise<void> {
  const { subjectId } = ctx.principal;
  if (ticket.againstStaffId === subjectId)
    throw ruleRefused('D-16', 'The complaint is about whoever wants to call.', { ticketId: ticket.id });
  const leadingId = ticket.mergedIntoId ?? null;
  const leading = leadingId === null ? null : await ctx.em.findOne(Ticket, { companyId: ctx.companyId, id: leadingId });
  if ((await didTheWork(ctx, ticket, subjectId)) || (leading && (await didTheWork(ctx, leading, subjectId))))
    throw ruleRefused('R-ORG-65', 'Who did the work does not call the customer back.', { ticketId: ticket.id });
}
