import { lacksConsent } from '../../domain/quotation/consent.js';
import { oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { chargeOf } from '../quotation/steps/standing.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { useParts, type UsedPart } from './steps/use-parts.js';
import { endVisit, visitOf } from './steps/visits.js';

interface CompleteRepair extends TicketStepInput {
  /** Parts that were used on this visit. */
  readonly parts?: readonly UsedPart[] | null;
}

/**
 * Records that the work is done, and which parts it took; where it concerns a customer, a callback is owed from then on.
 * Work that the customer pays for and has not agreed to is recorded and flagged. Needs `repair.complete` on the estate.
 * @rule R-RPR-02 @rule R-RPR-15 @rule R-DSP-13
 * @throws RULE_REFUSED unless somebody is on site
 * @throws INVALID_INPUT when the end lies before the arrival, and for parts that cannot be
 */
export async function completeRepair(ctx: CommandContext, input: CompleteRepair): Promise<TicketStepResult> {
  const { ticket, at: end } = await takeRepairStep(ctx, input, 'complete', 'repair.complete');
  const at = await endVisit(ctx, ticket, 'FIXED', end, input.occurredAt != null);
  ticket.completedAt = at;
  const parts = await useParts(ctx, ticket, input.parts ?? [], at);
  const charge = await chargeOf(ctx, ticket);
  const withoutConsent = lacksConsent(charge);
  const visit = await visitOf(ctx, ticket);
  if (visit) visit.withoutConsent ||= withoutConsent;
  const { chargeMinor = null, chargeCurrency: currency = null } = ticket;
  const quotationId = chargeMinor === null ? null : (charge.standing?.id ?? null);
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_COMPLETED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { parts, withoutConsent, quotationId, chargeMinor, currency },
  });
  await oweCallback(ctx, ticket, at);
  return { ticketId: ticket.id, version: ticket.version };
}
