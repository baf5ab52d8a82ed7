/**
 * Where a charge stands: billed and untouched, paid in part, paid, or settled otherwise (waived, written off, cancelled or
 * moved to another payer).
 */
export const CHARGE_STATES = ['BILLED', 'PART_PAID', 'PAID', 'SETTLED'] as const;
export type ChargeState = (typeof CHARGE_STATES)[number];

/** What a state follows from, in minor units. */
interface ChargeFacts {
  readonly openMinor: number;
  /** What payments have settled of it and nobody has taken back. */
  readonly paidMinor: number;
}

/** The state of a charge, by what is open and what is paid of it. */
export function chargeStateOf({ openMinor, paidMinor }: ChargeFacts): ChargeState {
  if (openMinor > 0) return paidMinor > 0 ? 'PART_PAID' : 'BILLED';
  return paidMinor > 0 ? 'PAID' : 'SETTLED';
}

/** Whether the deadline has passed and something is still open; the day of the deadline is in time. */
export const isOverdue = (openMinor: number, dueDay: string, today: string): boolean => openMinor > 0 && dueDay < today;
