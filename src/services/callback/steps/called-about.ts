import type { CallbackDemand } from '../../../domain/complaint/callback-demand.js';
import { notFound, ruleRefused } from '../../../domain/errors.js';
import type { Predecessor } from '../../../domain/ticket/not-before.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { demandOf } from './demand-of.js';

/** What a call about a ticket is measured by. */
export interface CalledAbout {
  /** No call is earlier. */
  readonly after: Predecessor;
  /** From when on a call counts; null while the order is not back or the complaint not answered. */
  readonly countsFrom: Date | null;
  readonly demand: Pick<CallbackDemand, 'mode' | 'by'>;
}

/**
 * What a customer may be called back about: a repair whose work is done, a service that was performed, a complaint that
 * is not at its end.
 * @rule R-RPR-13 @rule R-CBK-04 @rule R-CBK-07
 * @throws NOT_FOUND for tickets of other kinds
 * @throws RULE_REFUSED before the work is done, and at the end
 */
export async function calledAbout(ctx: CommandContext, ticket: Ticket): Promise<CalledAbout> {
  if (ticket.kind === 'REPAIR') return ofRepair(ticket);
  if (ticket.kind === 'COMPLAINT') return ofComplaint(ctx, ticket);
  if (ticket.kind === 'SERVICE_REQUEST') return ofService(ticket);
  throw notFound('ticket');
}

function ofService({ stage, phase, reportedAt, completedAt }: Ticket): CalledAbout {
  if (phase !== 'RESOLVED')
    throw ruleRefused('R-CBK-07', 'A customer is called back about a service that was performed and is not filed.', {
      stage,
    });
  const performedAt = completedAt ?? reportedAt;
  return { after: { name: 'performedAt', at: performedAt }, countsFrom: performedAt, demand: { mode: null, by: [] } };
}

function ofRepair(ticket: Ticket): CalledAbout {
  const { stage, reportedAt, completedAt, returnedAt } = ticket;
  if (ticket.phase !== 'RESOLVED')
    throw ruleRefused('R-RPR-13', 'A customer is called back about work that is done and not filed.', { stage });
  const after = completedAt == null ? { name: 'reportedAt', at: reportedAt } : { name: 'completedAt', at: completedAt };
  return { after, countsFrom: returnedAt ?? null, demand: { mode: null, by: [] } };
}

async function ofComplaint(ctx: CommandContext, ticket: Ticket): Promise<CalledAbout> {
  const { stage, phase, reportedAt } = ticket;
  if (phase === 'CLOSED' || phase === 'CANCELLED')
    throw ruleRefused('R-CBK-04', 'A customer is called back about a complaint that is not at its end.', { stage });
  const { repliedAt } = await ctx.em.findOneOrFail(Complaint, { companyId: ctx.companyId, ticketId: ticket.id });
  return {
    after: { name: 'reportedAt', at: reportedAt },
    countsFrom: repliedAt ?? null,
    demand: await demandOf(ctx, ticket),
  };
}
