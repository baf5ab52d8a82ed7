import { invalidInput } from '../errors.js';

/** What an amount is counted by: area, the unit as such, a meter, or a share of what the common parts have cost. */
export const TARIFF_BASES = ['PER_AREA', 'PER_UNIT', 'METERED', 'APPORTIONED'] as const;
export type TariffBasis = (typeof TARIFF_BASES)[number];

/** Who is charged: who owns the unit, or who lives in it where somebody else does. @rule Q-31 */
export const TARIFF_PAYERS = ['OWNER', 'OCCUPIER'] as const;
export type TariffPayer = (typeof TARIFF_PAYERS)[number];

const CODE = /^[A-Z0-9][A-Z0-9-]{0,19}$/;
const RATE = /^(\d{1,7})(?:\.(\d{1,4})0*)?$/;

/** @throws INVALID_INPUT with the path unless it is a code of a tariff: `PF-HOME` */
export function assertTariffCode(path: string, code: string): void {
  if (!CODE.test(code)) throw invalidInput(path, 'must be 1 to 20 capital letters, digits and hyphens');
}

/** A rate as decimal text in ten-thousandths of the currency. @throws INVALID_INPUT unless above zero with at most four decimals */
export function rateToMyriad(path: string, rate: string): number {
  const [, whole, fraction = ''] = RATE.exec(rate) ?? [];
  const myriad = whole === undefined ? 0 : Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'));
  if (myriad <= 0) throw invalidInput(path, 'must be above 0 and below 10000000, with at most four decimals');
  return myriad;
}

/** Ten-thousandths of the currency as decimal text without needless zeros: `2.85`. */
export const rateOfMyriad = (myriad: number): string => String(myriad / 10_000);

/** What thousandths of a square metre, cubic metre or kilowatt-hour cost at a rate, in minor units, rounded half up. */
export const costAtRate = (quantityMilli: number, rateMyriad: number): number =>
  Number((BigInt(quantityMilli) * BigInt(rateMyriad) + 50_000n) / 100_000n);

/** A share of an amount in hundredths, rounded half up. */
export const percentOf = (minor: number, percent: number): number => Math.floor((minor * percent + 50) / 100);
