import { invalidInput } from '../../domain/errors.js';
import type { ConsentMode } from '../../domain/consent/consent-mode.js';
import type { Money } from '../../domain/money/money.js';
import { assertPriceNamed, chargeableOf } from '../../domain/service/service-terms.js';
import { ServiceRequest } from '../../entities/service/service-request.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { Report } from '../ticket/steps/new-ticket.js';
import { openTicket } from '../ticket/steps/open-ticket.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { consent } from './steps/consent.js';
import { factsOfTerms, termsNamed } from './steps/terms-of.js';

interface RequestService extends Report {
  readonly price?: Money | null;
  readonly free?: boolean | null;
  /** How the customer agreed to the price in the same contact. */
  readonly consentMode?: ConsentMode | null;
}

/**
 * Accepts a service request (服务申请), with its price and the customer's agreement where both are known at once. Needs
 * `request.take` on the estate, and `service.quote` to say what it costs; a resident asks by APP for a unit held today.
 * @rule R-DSP-08 @rule R-DSP-13 @rule R-REC-17 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or category are not seen or lie in another estate
 * @throws FORBIDDEN when an action does not reach the estate
 * @throws INVALID_INPUT when it costs something and is free, or the price is none
 * @throws RULE_REFUSED R-DSP-13 for an agreement to no price
 */
export async function requestService(ctx: CommandContext, input: RequestService): Promise<TicketStepResult> {
  const { ticket, at } = await openTicket(ctx, input, 'SERVICE_REQUEST', 'request.take');
  const price = input.price ?? null;
  const chargeable = chargeableOf(price, input.free === true);
  if (chargeable !== null) authorizeOn(ctx.principal, 'service.quote', ticket.estateId);
  if (ctx.principal.kind === 'RESIDENT' && input.consentMode != null)
    throw invalidInput('input.consentMode', 'the price is named first');
  await ctx.em.flush();
  const service = ctx.em.create(ServiceRequest, {
    companyId: ctx.companyId,
    ticketId: ticket.id,
    estateId: ticket.estateId,
    occupancyId: ticket.occupancyId ?? null,
    ...termsNamed(ctx, { price }, chargeable, at),
  });
  if (input.consentMode != null) {
    assertPriceNamed(service);
    consent(ctx, service, { consent: 'GIVEN', mode: input.consentMode, at });
  }
  ctx.em.persist(service);
  const { channel, categoryId = null } = ticket;
  recordTicketEvent(ctx, ticket, {
    type: 'SERVICE_REQUEST_ACCEPTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { channel, categoryId, ...factsOfTerms(service) },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
