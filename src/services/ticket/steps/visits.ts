import { notBefore } from '../../../domain/ticket/not-before.js';
import type { VisitOutcome } from '../../../domain/ticket/visit-outcome.js';
import { RepairVisit } from '../../../entities/ticket/repair-visit.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { addWorker } from './workers.js';

/**
 * Has one more visit to a repair's site begin, by the technician in charge and the helpers who were named for it.
 * @rule D-19
 * @returns when the technician arrived
 * @throws INVALID_INPUT when the arrival lies before the end of the last visit
 */
export async function beginVisit(
  ctx: CommandContext,
  ticket: Ticket,
  at: Date,
  { claimed, withoutConsent }: { readonly claimed: boolean; readonly withoutConsent: boolean },
): Promise<Date> {
  const last = await visitOf(ctx, ticket);
  const arrivedAt = last ? notBefore({ name: 'leftAt', at: last.leftAt ?? last.arrivedAt }, at, claimed) : at;
  ticket.visits += 1;
  ticket.startedAt ??= arrivedAt;
  ctx.em.create(RepairVisit, {
    companyId: ctx.companyId,
    ticketId: ticket.id,
    number: ticket.visits,
    estateId: ticket.estateId,
    occupancyId: ticket.occupancyId ?? null,
    arrivedAt,
    leftAt: null,
    outcome: null,
    withoutConsent,
  });
  if (ticket.assigneeId != null) await addWorker(ctx, ticket, ticket.assigneeId, { helps: false });
  return arrivedAt;
}

/**
 * Ends the visit that is under way; nothing where nobody is on site.
 * @rule D-05
 * @returns when it ended
 * @throws INVALID_INPUT when the end lies before the arrival
 */
export async function endVisit(
  ctx: CommandContext,
  ticket: Ticket,
  outcome: VisitOutcome,
  at: Date,
  claimed: boolean,
): Promise<Date> {
  const visit = await visitOf(ctx, ticket);
  if (!visit || visit.leftAt != null) return at;
  visit.leftAt = notBefore({ name: 'arrivedAt', at: visit.arrivedAt }, at, claimed);
  visit.outcome = outcome;
  return visit.leftAt;
}

/** The last visit to a repair's site, under way or over; null before the first. */
export const visitOf = async (ctx: CommandContext, { id, visits }: Ticket): Promise<RepairVisit | null> =>
  visits === 0 ? null : ctx.em.findOne(RepairVisit, { companyId: ctx.companyId, ticketId: id, number: visits });
