import { invalidInput } from '../../domain/errors.js';
import type { Money } from '../../domain/money/money.js';
import { chargeableOf } from '../../domain/service/service-terms.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { takeServiceStep } from './steps/take-service-step.js';
import { factsOfTerms, termsNamed } from './steps/terms-of.js';

interface QuoteService extends TicketStepInput {
  readonly price?: Money | null;
  readonly free?: boolean | null;
}

/**
 * Names what a service costs, or that it is free; again for another price, to which the customer then agrees anew. Needs
 * `service.quote` on the estate.
 * @rule R-DSP-13 @rule R-REC-17
 * @throws NOT_FOUND when it is no service request
 * @throws INVALID_INPUT when neither or both are said, or the price is none
 * @throws RULE_REFUSED once it is performed or at its end
 */
export async function quoteService(ctx: CommandContext, input: QuoteService): Promise<TicketStepResult> {
  const chargeable = chargeableOf(input.price ?? null, input.free === true);
  if (chargeable === null) throw invalidInput('input.price', 'name the price, or say that it is free');
  const { ticket, service, at } = await takeServiceStep(ctx, input, 'quote', 'service.quote');
  Object.assign(service, termsNamed(ctx, input, chargeable, at));
  recordTicketEvent(ctx, ticket, {
    type: 'SERVICE_REQUEST_QUOTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: factsOfTerms(service),
  });
  return { ticketId: ticket.id, version: ticket.version };
}
