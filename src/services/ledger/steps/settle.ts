import { ruleRefused } from '../../../domain/errors.js';
import { ledgerAmount } from '../../../domain/ledger/ledger-amount.js';
import { inSettleOrder, spread } from '../../../domain/ledger/settle-order.js';
import type { Money } from '../../../domain/money/money.js';
import type { CommandContext } from '../../command/command-context.js';
import { bookEntry } from './book-entry.js';
import type { Account } from './open-account.js';
import { freePayments, openCharges, type StandingCharge, type StandingPayment } from './standing-lines.js';

/** How much of a payment goes on which charge, as the payer says. */
export interface SaidShare {
  readonly chargeId: string;
  readonly amount: Money;
}

/** Puts what is free of a payment on what is open, in the order of the policy. @returns how much it settled */
export async function settleInOrder(ctx: CommandContext, account: Account, payment: StandingPayment): Promise<number> {
  const open = inSettleOrder(await openCharges(ctx, account), account.terms.settles);
  const { shares, leftMinor } = spread(open, payment.freeMinor);
  const charges = new Map(open.map((charge) => [charge.id, charge]));
  for (const { chargeId, amountMinor } of shares)
    bookEntry(ctx, account, { kind: 'ALLOCATION', amountMinor, payment, charge: charges.get(chargeId) ?? null });
  await ctx.em.flush();
  return payment.freeMinor - leftMinor;
}

/**
 * Puts a payment on charges as the payer says.
 * @rule R-FEE-11
 * @throws RULE_REFUSED R-FEE-11 for a charge of another account, and for more than is open of one or free of the payment
 * @throws INVALID_INPUT for amounts that cannot be, and a charge that is named twice
 */
export async function settleAsSaid(
  ctx: CommandContext,
  account: Account,
  payment: StandingPayment,
  said: readonly SaidShare[],
): Promise<number> {
  const open = new Map((await openCharges(ctx, account)).map((charge) => [charge.id, charge]));
  let left = payment.freeMinor;
  for (const [i, { chargeId, amount }] of said.entries()) {
    const amountMinor = ledgerAmount(`input.allocations.${i}.amount`, amount, account.terms.currency);
    const charge = open.get(chargeId);
    const refused = { chargeId, paymentId: payment.id };
    if (!charge) throw ruleRefused('R-FEE-11', 'Nothing of this account is open on the charge.', refused);
    open.delete(chargeId);
    if (amountMinor > charge.openMinor)
      throw ruleRefused('R-FEE-11', 'More than is open of the charge.', { ...refused, openMinor: charge.openMinor });
    if (amountMinor > left)
      throw ruleRefused('R-FEE-11', 'More than is left of the payment.', { ...refused, freeMinor: left });
    left -= amountMinor;
    bookEntry(ctx, account, { kind: 'ALLOCATION', amountMinor, payment, charge });
  }
  await ctx.em.flush();
  return payment.freeMinor - left;
}

/** Has what was paid ahead settle a new charge, the oldest payment first, where the policy says so. @rule D-21 */
export async function settleFromPrepaid(
  ctx: CommandContext,
  account: Account,
  charge: StandingCharge,
): Promise<number> {
  if (account.terms.prepayment === 'WAITS' || charge.currency !== account.terms.currency) return 0;
  let open = charge.openMinor;
  for (const payment of await freePayments(ctx, account)) {
    const amountMinor = Math.min(open, payment.freeMinor);
    if (amountMinor === 0) break;
    open -= amountMinor;
    bookEntry(ctx, account, { kind: 'ALLOCATION', amountMinor, payment, charge });
  }
  await ctx.em.flush();
  return charge.openMinor - open;
}
