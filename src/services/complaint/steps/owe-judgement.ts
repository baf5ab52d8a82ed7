import { judgementOwed } from '../../../domain/complaint/judgement-owed.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { calendarOf } from '../../calendar/steps/calendar-of.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfil } from '../../obligation/steps/fulfil.js';
import { owe } from '../../obligation/steps/owe.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/**
 * Has a complaint's judgement owed from its receipt on, by a post that it is not about; done at once where somebody has
 * judged already. The caller has locked the ticket.
 * @rule D-06 @rule Q-07 @rule D-16
 */
export async function oweJudgement(ctx: CommandContext, ticket: Ticket): Promise<void> {
  const { companyId } = ctx;
  const complaint = await ctx.em.findOne(Complaint, { companyId, ticketId: ticket.id });
  if (!complaint) return;
  const { estateId, reportedAt } = ticket;
  const calendar = await calendarOf(ctx, estateId, reportedAt);
  const policy = await policyInForce(ctx, 'Q-07', estateId, await dayAt(ctx, estateId, reportedAt));
  const { dueAt, ownerPost } = judgementOwed(reportedAt, complaint.about, policy, calendar);
  const obligation = owe(ctx, {
    kind: 'JUDGEMENT',
    estateId,
    subjectKind: 'TICKET',
    subjectId: ticket.id,
    owner: { ownerPost },
    since: reportedAt,
    dueAt,
  });
  if (complaint.judgedAt) fulfil(ctx, obligation, complaint.judgedAt);
}
