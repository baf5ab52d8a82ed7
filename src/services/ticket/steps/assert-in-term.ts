import { ruleRefused } from '../../../domain/errors.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyOfTicket } from './policy-of-ticket.js';

const DAY_MS = 86_400_000;

/**
 * Residents say how a repair was, and open it again, for so many days after the end of the work; later the front desk does.
 * @rule R-RPR-20
 * @throws RULE_REFUSED with the end of the term
 */
export async function assertInTerm(ctx: CommandContext, ticket: Ticket, at: Date): Promise<void> {
  if (ctx.principal.kind !== 'RESIDENT' || ticket.completedAt == null) return;
  const days = await policyOfTicket(ctx, ticket, 'R-RPR-20');
  const until = new Date(ticket.completedAt.getTime() + days * DAY_MS);
  if (at.getTime() > until.getTime())
    throw ruleRefused('R-RPR-20', 'The term in which residents open a repair again is over: the front desk does.', {
      until: until.toISOString(),
    });
}
