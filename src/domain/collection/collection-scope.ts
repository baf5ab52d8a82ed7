import { CHARGE_KINDS, type ChargeKind } from '../charge/charge-kind.js';

/**
 * The kinds that the collection rate is of where nothing is said: what the company charges for its own regular service. What
 * is collected on behalf of others stands on its own lines.
 * @rule M-FEE-01
 */
export const RATED_KINDS: readonly ChargeKind[] = ['PROPERTY_FEE', 'PARKING_FEE'];

/** Fines and late fees: nobody aims at them. @rule D-22 @rule M-FEE-07 */
const FINES: readonly ChargeKind[] = ['PENALTY', 'LATE_FEE', 'RENOVATION_LITTERING'];

/** What counts for a target of all kinds. @rule M-FEE-07 @rule D-22 */
export const AIMED_KINDS: readonly ChargeKind[] = CHARGE_KINDS.filter((kind) => !FINES.includes(kind));

/** What figures of collection are told apart by. */
export const COLLECTION_DIMENSIONS = ['ESTATE', 'MONTH', 'KIND', 'BUILDING', 'STEWARD'] as const;
export type CollectionDimension = (typeof COLLECTION_DIMENSIONS)[number];

/**
 * A share in percent with one decimal, half up by its size; null where there is nothing to have a share of. Exact for all
 * amounts that books can hold; below zero where more was taken back than came in.
 * @rule R-MET-12
 */
export function percentOf(part: number, whole: number): string | null {
  if (whole <= 0) return null;
  const tenths = (BigInt(Math.abs(part)) * 2000n + BigInt(whole)) / (BigInt(whole) * 2n);
  return `${part < 0 && tenths > 0n ? '-' : ''}${String(tenths / 10n)}.${String(tenths % 10n)}`;
}
