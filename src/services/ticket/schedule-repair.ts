import {
  assertAppointment,
  assertNotQuiet,
  type Appointment,
  type ScheduleReason,
} from '../../domain/ticket/appointment.js';
import { isCustomerArea } from '../../domain/ticket/repair-signing.js';
import { dayAt, zoneOf } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

interface ScheduleRepair extends TicketStepInput, Appointment {
  readonly reason: ScheduleReason;
}

/**
 * Agrees another time with the customer, again as often as needed: between when the technician comes, and why. A visit to
 * a home is not planned into quiet hours. Needs `repair.schedule` on the estate.
 * @rule R-RPR-10 @rule D-03 @rule D-05
 * @throws RULE_REFUSED unless it is ACCEPTED, SCHEDULED or CARRIED_OVER, and D-03 in quiet hours
 * @throws INVALID_INPUT when the time does not lie ahead, or is no stretch of at most half a day
 */
export async function scheduleRepair(ctx: CommandContext, input: ScheduleRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'schedule', 'repair.schedule');
  const { from, until, reason } = input;
  assertAppointment({ from, until }, at);
  const { estateId } = ticket;
  if (isCustomerArea(ticket)) {
    const quietHours = await policyInForce(ctx, 'P-02', estateId, await dayAt(ctx, estateId, from));
    assertNotQuiet({ from, until }, await zoneOf(ctx, estateId), quietHours);
  }
  const again = ticket.scheduledFrom != null;
  Object.assign(ticket, { scheduledFrom: from, scheduledUntil: until, scheduleReason: reason });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_SCHEDULED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { scheduledFrom: from.toISOString(), scheduledUntil: until.toISOString(), reason, again },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
