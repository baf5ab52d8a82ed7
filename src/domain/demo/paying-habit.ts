import type { PaymentMethod } from '../ledger/payment-method.js';
import type { Random } from './random.js';

/** How payers of the demo pay, of a hundred so many. */
const HABITS = { MONTHLY: 35, QUARTERLY: 23, YEARLY: 14, LATE: 17, IN_LUMPS: 8, NEVER: 3 } as const;
export type PayingHabit = keyof typeof HABITS;

/** How money comes, of a hundred so many. */
const METHODS = { WECHAT: 44, ALIPAY: 14, TRANSFER: 16, POS: 14, CASH: 10, CHEQUE: 2 } as const;
/** What a channel keeps, in ten-thousandths. */
const CHANNEL_FEES: Readonly<Partial<Record<PaymentMethod, number>>> = { WECHAT: 60, ALIPAY: 60, POS: 55 };

/** A payment that somebody makes in a month. */
export interface PaysInMonth {
  readonly dayOfMonth: number;
  /** How many later months are paid ahead with what is open. */
  readonly aheadMonths: number;
}

export const habitOf = (random: Random): PayingHabit => random.weighted<PayingHabit>(HABITS);

export const methodOf = (random: Random): PaymentMethod => random.weighted<keyof typeof METHODS>(METHODS);

/** What the channel keeps of an amount, in minor units; zero where money comes without one. */
export const channelFeeOf = (method: PaymentMethod, amountMinor: number): number =>
  Math.round((amountMinor * (CHANNEL_FEES[method] ?? 0)) / 10_000);

/** Whether and when somebody of a habit pays in a calendar month, 1 to 12: most within it, a tail long after. */
export function paysIn(habit: PayingHabit, month: number, isFirst: boolean, random: Random): PaysInMonth | null {
  switch (habit) {
    case 'MONTHLY':
      return random.chance(0.95) ? { dayOfMonth: random.int(1, 22), aheadMonths: 0 } : null;
    case 'QUARTERLY':
      return isFirst || month % 3 === 1 ? { dayOfMonth: random.int(3, 22), aheadMonths: 2 - ((month - 1) % 3) } : null;
    case 'YEARLY':
      return isFirst || month === 1 ? { dayOfMonth: random.int(2, 20), aheadMonths: 12 - month } : null;
    case 'LATE':
      return random.chance(0.42) ? { dayOfMonth: random.int(1, 23), aheadMonths: 0 } : null;
    case 'IN_LUMPS':
      return random.chance(0.13) ? { dayOfMonth: random.int(1, 23), aheadMonths: 0 } : null;
    case 'NEVER':
      return null;
  }
}
