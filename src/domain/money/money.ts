import { invalidInput } from '../errors.js';

/** Currencies that the product counts in; each has a hundred minor units. */
export const CURRENCIES = ['CNY', 'HKD', 'MOP', 'TWD', 'SGD', 'USD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** An amount as clients write it: exact decimal text. */
export interface Money {
  readonly amount: string;
  readonly currency: Currency;
}

const FORM = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/;

/**
 * An amount from 0 in minor units.
 * @throws INVALID_INPUT for negative amounts, more than two decimals, and more than `most` minor units
 */
export function minorOf(path: string, { amount }: Money, most: number): number {
  const [, whole, fraction = ''] = FORM.exec(amount) ?? [];
  const minor = whole === undefined ? Number.NaN : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (minor <= most) return minor;
  throw invalidInput(`${path}.amount`, `must lie between 0 and ${amountOf(most)}, with at most two decimals`);
}

/** Minor units as decimal text with two decimals: `1234.50`. */
export function amountOf(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Minor units as money. */
export const moneyOf = (minor: number, currency: Currency): Money => ({ amount: amountOf(minor), currency });
