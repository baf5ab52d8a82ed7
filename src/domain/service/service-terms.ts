import { invalidInput, ruleRefused } from '../errors.js';
import { minorOf, type Money } from '../money/money.js';

/** What the customer said to the price. */
export const CONSENTS = ['GIVEN', 'REFUSED'] as const;
export type Consent = (typeof CONSENTS)[number];

/** On what terms a service is performed. */
export interface ServiceTerms {
  /** Null until somebody has said whether it is free. */
  readonly chargeable?: boolean | null;
  readonly consent?: Consent | null;
}

/**
 * Agreement is asked to a price that was named.
 * @rule R-DSP-13
 * @throws RULE_REFUSED while no price is named, and for what is free
 */
export function assertPriceNamed({ chargeable }: ServiceTerms): void {
  if (chargeable !== true)
    throw ruleRefused('R-DSP-13', 'There is no price to agree to.', { chargeable: chargeable ?? null });
}

/**
 * No service that costs something is performed before the customer has agreed to its price, and none before it is said
 * whether it is free.
 * @rule R-DSP-13
 * @throws RULE_REFUSED otherwise
 */
export function assertAgreed({ chargeable, consent }: ServiceTerms): void {
  if (chargeable === false || (chargeable === true && consent === 'GIVEN')) return;
  throw ruleRefused('R-DSP-13', 'The price is named and agreed to before the service is performed.', {
    chargeable: chargeable ?? null,
    consent: consent ?? null,
  });
}

/**
 * A service costs something or is free, and not both.
 * @returns whether it costs something; null where nothing is said
 * @throws INVALID_INPUT `input.price` for both
 */
export function chargeableOf(price: object | null, free: boolean): boolean | null {
  if (price !== null && free) throw invalidInput('input.price', 'has no place beside free');
  return price !== null ? true : free ? false : null;
}

/** The most that one service may cost, in minor units: a million. */
const HIGHEST_PRICE = 100_000_000;

/**
 * What a service costs, in minor units.
 * @throws INVALID_INPUT `<path>.amount` for nothing, less than nothing, more than two decimals and more than a million
 */
export function priceMinorOf(path: string, price: Money): number {
  const minor = minorOf(path, price, HIGHEST_PRICE);
  if (minor === 0) throw invalidInput(`${path}.amount`, 'must be above 0: a service that costs nothing is free');
  return minor;
}
