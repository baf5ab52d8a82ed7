import { invalidInput } from '../errors.js';
import type { Currency } from '../money/money.js';

/** What a price is for: work by the hour or piece, or a part. */
export const PRICE_KINDS = ['LABOUR', 'PART'] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

/** A million of the currency, in minor units: nothing at a customer's door costs more a piece. */
export const HIGHEST_PRICE = 100_000_000;

/** A price as the list names it on a day. */
export interface ListedPrice {
  readonly code: string;
  readonly kind: PriceKind;
  readonly name: string;
  readonly unit: string;
  readonly priceMinor: number;
  readonly currency: Currency;
}

const CODE = /^[A-Z0-9][A-Z0-9-]{0,19}$/;

/** @throws INVALID_INPUT with the path unless it is a code of the price list: `TAP-01` */
export function assertPriceCode(path: string, code: string): void {
  if (!CODE.test(code)) throw invalidInput(path, 'must be 1 to 20 capital letters, digits and hyphens');
}
