import { whereto } from '../../../domain/ticket/merging.js';
import type { TicketStage } from '../../../domain/ticket/ticket-stage.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { concernsCustomer, oweCallback } from '../../callback/steps/owe-callback.js';
import type { CommandContext } from '../../command/command-context.js';
import { closeUncalled } from './close-uncalled.js';
import { leave } from './leave.js';
import { recordTicketEvent } from './record-ticket-event.js';
import { tellResident } from './tell-of-ticket.js';

/** What the customer of a joined repair is told when it comes to a stage. */
const HAPPENINGS: Readonly<Partial<Record<TicketStage, string>>> = {
  ACCEPTED: 'REPAIR_ACCEPTED',
  SCHEDULED: 'REPAIR_SCHEDULED',
  ON_SITE: 'REPAIR_STARTED',
  CARRIED_OVER: 'REPAIR_CARRIED_OVER',
  COMPLETED: 'REPAIR_COMPLETED',
};

/**
 * Brings a joined ticket to where its leading one stands: its customer is told as of an own order, and called back about
 * it; where the leading one ended without its work, the ticket stands by itself again.
 * @rule R-DSP-03 @rule R-CBK-01 @rule D-05
 */
export async function follow(ctx: CommandContext, ticket: Ticket, leading: Ticket, at: Date): Promise<void> {
  const there = whereto(ticket, leading);
  if (there === null) return;
  ticket.version += 1;
  if (there === 'AWAY') {
    await leave(ctx, ticket, at, 'LEADING_ENDED');
    return;
  }
  const isNewlyDone = ticket.completedAt == null && leading.completedAt != null;
  Object.assign(ticket, there);
  if (ticket.kind === 'REPAIR') reachAs(ticket, leading);
  else await rectifyAs(ctx, ticket, leading);
  const happening = isNewlyDone ? 'REPAIR_COMPLETED' : HAPPENINGS[there.stage];
  if (ticket.kind === 'REPAIR' && happening !== undefined) tellResident(ctx, ticket, happening, at);
  recordTicketEvent(ctx, ticket, { type: 'FOLLOWED', occurredAt: at, visibility: 'CUSTOMER' });
  if (there.phase !== 'RESOLVED') return;
  await oweCallback(ctx, ticket, at);
  if (there.stage === 'RETURNED' && !concernsCustomer(ticket)) closeUncalled(ctx, ticket, at);
}

/** Where the work is done, who did it is who comes again when the customer is not satisfied. */
function reachAs(ticket: Ticket, leading: Ticket): void {
  const { scheduledFrom, scheduledUntil, scheduleReason, completedAt, returnedAt } = leading;
  Object.assign(ticket, { scheduledFrom, scheduledUntil, scheduleReason, completedAt, returnedAt });
  if (ticket.phase === 'RESOLVED') ticket.assigneeId = leading.assigneeId ?? null;
}

async function rectifyAs(ctx: CommandContext, ticket: Ticket, leading: Ticket): Promise<void> {
  const { companyId } = ctx;
  const of = ({ id }: Ticket): Promise<Complaint> => ctx.em.findOneOrFail(Complaint, { companyId, ticketId: id });
  const { rectifiedAt, departmentReportedAt } = await of(leading);
  Object.assign(await of(ticket), { rectifiedAt, departmentReportedAt });
}
