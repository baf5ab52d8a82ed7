import { intakeOf } from '../../../domain/ticket/intake.js';
import { phaseOf } from '../../../domain/ticket/lives.js';
import { nextStage } from '../../../domain/ticket/repair-life.js';
import type { Urgency } from '../../../domain/ticket/urgency.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { isDeskOpen } from '../../calendar/steps/calendar-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { logIntake } from '../../contact/steps/log-intake.js';
import { forward } from './forward.js';
import { newTicket, type Report } from './new-ticket.js';
import { recordTicketEvent } from './record-ticket-event.js';

/** What somebody reports as defective. */
export interface ReportedRepair extends Report {
  readonly urgency: Urgency;
}

/**
 * Takes a repair report down as a new ticket, numbered by estate and local year. Needs `repair.report` on the estate; a
 * resident reports by APP for a unit that the resident holds today.
 * Marked by who took it down, and whether that was within the desk hours of that day; what staff took from a customer
 * stands in the contact log too. What the control room takes down at night is forwarded to Engineering by the same word.
 * @rule R-RPR-03 @rule R-REC-08 @rule D-30 @rule R-RPR-06 @rule D-08
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws INVALID_INPUT when the claimed instant is impossible, a resident names no unit or another channel, or
 * the category is not for repairs or not offered on that day
 */
export async function openRepair(ctx: CommandContext, input: ReportedRepair): Promise<Ticket> {
  const { estate, at, row } = await newTicket(ctx, input, 'REPAIR', 'repair.report');
  const { urgency, channel } = input;
  const stage = nextStage('report', null);
  const atNight = !(await isDeskOpen(ctx, estate.id, at));
  const takenBy = intakeOf(ctx.principal, estate.id, atNight);
  const ticket = ctx.em.create(Ticket, { ...row, phase: phaseOf('REPAIR', stage), stage, urgency, atNight, takenBy });
  ctx.em.persist(ticket);
  await logIntake(ctx, ticket, { estate, contactId: input.contactId ?? null });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_REPORTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { urgency, channel, categoryId: row.categoryId, atNight, takenBy },
  });
  if (atNight && takenBy === 'CONTROL_ROOM') {
    const next = nextStage('forward', stage);
    Object.assign(ticket, { stage: next, phase: phaseOf('REPAIR', next), version: ticket.version + 1 });
    forward(ctx, ticket, at);
  }
  return ticket;
}
