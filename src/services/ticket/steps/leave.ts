import type { Standing } from '../../../domain/ticket/lives.js';
import type { ScheduleReason } from '../../../domain/ticket/appointment.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { NOTHING_REACHED } from './nothing-reached.js';
import { recordTicketEvent } from './record-ticket-event.js';

/** Why a ticket left the one that it had joined. */
type LeaveCause = 'DECIDED' | 'LEADING_ENDED' | 'NOT_SATISFIED';

/** How a ticket stood when it joined another. */
interface Stood extends Standing {
  readonly assigneeId: string | null;
  readonly scheduledFrom: Date | null;
  readonly scheduledUntil: Date | null;
  readonly scheduleReason: ScheduleReason | null;
}

const MERGED = `
select facts ->> 'from' as stage, facts ->> 'fromPhase' as phase, facts ->> 'assigneeId' as "assigneeId",
       (facts ->> 'scheduledFrom')::timestamptz as "scheduledFrom",
       (facts ->> 'scheduledUntil')::timestamptz as "scheduledUntil", facts ->> 'scheduleReason' as "scheduleReason"
  from event
 where company_id = $1 and subject_kind = 'ticket' and subject_id = $2 and type = 'ticket.MERGED'
 order by seq desc limit 1`;

/**
 * Has a joined ticket stand by itself again, where it stood before; a complaint that was answered meanwhile, and a ticket
 * that its customer has opened again, where they are; the customer does not learn which ticket led.
 * @rule R-DSP-03
 */
export async function leave(ctx: CommandContext, ticket: Ticket, at: Date, cause: LeaveCause): Promise<void> {
  const leadingId = ticket.mergedIntoId ?? null;
  ticket.mergedIntoId = null;
  ticket.mergedAt = null;
  const isOwnWord = cause === 'NOT_SATISFIED';
  if (!isOwnWord && !(ticket.kind === 'COMPLAINT' && ticket.phase === 'RESOLVED')) await standAsBefore(ctx, ticket);
  recordTicketEvent(ctx, ticket, {
    type: 'UNMERGED',
    occurredAt: at,
    visibility: isOwnWord ? 'CUSTOMER' : 'INTERNAL',
    facts: isOwnWord ? { cause } : { cause, leadingId },
  });
}

async function standAsBefore(ctx: CommandContext, ticket: Ticket): Promise<void> {
  const { companyId } = ctx;
  const [stood] = await ctx.execute<Stood>(MERGED, [companyId, ticket.id]);
  if (!stood) throw new Error('Nothing says where the ticket stood.');
  if (ticket.kind === 'REPAIR') {
    Object.assign(ticket, NOTHING_REACHED, stood);
    return;
  }
  Object.assign(ticket, { stage: stood.stage, phase: stood.phase, assigneeId: stood.assigneeId });
  const complaint = await ctx.em.findOneOrFail(Complaint, { companyId, ticketId: ticket.id });
  Object.assign(complaint, { rectifiedAt: null, departmentReportedAt: null });
}
