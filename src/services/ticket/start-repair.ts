import { assertConsent, lacksConsent } from '../../domain/quotation/consent.js';
import type { CommandContext } from '../command/command-context.js';
import { chargeOf } from '../quotation/steps/standing.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { beginVisit } from './steps/visits.js';

/**
 * Records that the technician has arrived on site; each arrival is one more visit, and the first one stands as
 * `startedAt`. Work that the customer pays for starts once the customer has agreed; an arrival that has happened, as
 * `occurredAt` says, is recorded and flagged. Needs `repair.start` on the estate.
 * @rule R-RPR-07 @rule D-19 @rule R-DSP-13
 * @throws RULE_REFUSED unless it is ACCEPTED, SCHEDULED or CARRIED_OVER, and R-DSP-13 without the customer's consent
 * @throws INVALID_INPUT when the arrival lies before the acceptance or before the end of the last visit
 */
export async function startRepair(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, at: arrival } = await takeRepairStep(ctx, input, 'start', 'repair.start');
  const charge = await chargeOf(ctx, ticket);
  const claimed = input.occurredAt != null;
  if (!claimed) assertConsent(charge, ticket.visits);
  const withoutConsent = charge.quotation !== null && lacksConsent(charge);
  const at = await beginVisit(ctx, ticket, arrival, { claimed, withoutConsent });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_STARTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { visits: ticket.visits, withoutConsent },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
