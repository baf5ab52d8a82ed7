import { invalidInput } from '../../domain/errors.js';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import { assertPriceNamed } from '../../domain/service/service-terms.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { consent } from './steps/consent.js';
import { takeServiceStep } from './steps/take-service-step.js';
import { factsOfTerms } from './steps/terms-of.js';

interface ConsentToService extends TicketStepInput {
  readonly agrees: boolean;
  readonly mode: ConsentMode;
}

/**
 * Records that the customer agrees to the price of a service, or does not. Needs `service.consent` on the estate; a
 * resident agrees by APP, and the desk records how else the customer said so.
 * @rule R-DSP-13 @rule D-30
 * @throws NOT_FOUND when it is no service request
 * @throws INVALID_INPUT when a resident agrees otherwise than by APP, or the desk by APP
 * @throws RULE_REFUSED while there is no price, once it is performed, and at its end
 */
export async function consentToService(ctx: CommandContext, input: ConsentToService): Promise<TicketStepResult> {
  const { ticket, service, at } = await takeServiceStep(ctx, input, 'consent', 'service.consent');
  const byApp = ctx.principal.kind === 'RESIDENT';
  if ((input.mode === 'APP') !== byApp)
    throw invalidInput('input.mode', byApp ? 'a resident agrees by APP' : 'by the app residents agree themselves');
  assertPriceNamed(service);
  consent(ctx, service, { consent: input.agrees ? 'GIVEN' : 'REFUSED', mode: input.mode, at });
  recordTicketEvent(ctx, ticket, {
    type: input.agrees ? 'SERVICE_REQUEST_AGREED' : 'SERVICE_REQUEST_NOT_AGREED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: factsOfTerms(service),
  });
  return { ticketId: ticket.id, version: ticket.version };
}
