import { invalidInput, ruleRefused } from '../errors.js';
import type { PaymentMethod } from './payment-method.js';

/** How far money that is given back of a payment has come: approved, paid out, or taken back before. */
export const PAYMENT_REFUND_STATES = ['DUE', 'PAID', 'WITHDRAWN'] as const;
export type PaymentRefundState = (typeof PAYMENT_REFUND_STATES)[number];

/** What is known of a refund that is to be paid out. */
interface RefundToPay {
  readonly state: PaymentRefundState;
  readonly amountMinor: number;
  /** Who has approved it. */
  readonly authorisedById?: string | null;
}

/**
 * Lets a refund be paid out: once, by another person than who has approved it, and cash only as far as the running shift has
 * taken it in. Nothing goes back through a withholding.
 * @param cashMinor the cash of the shift so far
 * @rule R-CSH-01 @rule R-CSH-08 @rule R-ORG-61
 * @throws INVALID_INPUT input.method for a withholding
 * @throws RULE_REFUSED R-CSH-08 unless it is due; R-ORG-61 for who has approved it; R-CSH-01 for more cash than the shift has
 */
export function assertPayable(
  { state, amountMinor, authorisedById }: RefundToPay,
  payer: { readonly staffId: string; readonly method: PaymentMethod; readonly cashMinor: number },
): void {
  const { staffId, method, cashMinor } = payer;
  if (method === 'BANK_WITHHOLDING') throw invalidInput('input.method', 'is no way to pay out');
  if (state !== 'DUE') throw ruleRefused('R-CSH-08', 'The refund is not due any more.', { state });
  if (authorisedById === staffId)
    throw ruleRefused('R-ORG-61', 'Whoever approves a refund does not pay it.', { authorisedById });
  if (method === 'CASH' && cashMinor < amountMinor)
    throw ruleRefused('R-CSH-01', 'The running shift has not taken in so much cash.', { method });
}
