import { priceMinorOf } from '../../../domain/service/service-terms.js';
import type { Money } from '../../../domain/money/money.js';
import type { ServiceRequest } from '../../../entities/service/service-request.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What the centre says of the price. */
export interface Quote {
  readonly price?: Money | null;
}

/**
 * The columns of the terms that somebody names at an instant; an earlier consent was to another price and is gone.
 * @rule R-DSP-13
 * @throws INVALID_INPUT `input.price.amount` when the amount is none
 */
export const termsNamed = (ctx: CommandContext, { price = null }: Quote, chargeable: boolean | null, at: Date) =>
  ({
    chargeable,
    priceMinor: price === null ? null : priceMinorOf('input.price', price),
    currency: price?.currency ?? null,
    quotedAt: chargeable === null ? null : at,
    quotedById: chargeable === null ? null : ctx.principal.subjectId,
    consent: null,
    consentMode: null,
    consentedAt: null,
    consentTakenById: null,
  }) satisfies Partial<ServiceRequest>;

/** The facts of the terms for an event: numbers and codes. */
export const factsOfTerms = ({ chargeable, priceMinor, currency, consent }: ServiceRequest) => ({
  chargeable: chargeable ?? null,
  priceMinor: priceMinor ?? null,
  currency: currency ?? null,
  consent: consent ?? null,
});
