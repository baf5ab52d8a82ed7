import { invalidInput } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import { assertReference, type PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { Money } from '../../domain/money/money.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { assertSameEstate } from '../charge/steps/payer-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { oweHandover } from '../handover/steps/owe-handover.js';
import { findRow } from '../place/steps/find-row.js';
import { assertTakenOnce } from './steps/assert-taken-once.js';
import { openAccount } from './steps/open-account.js';
import type { SaidShare } from './steps/settle.js';
import { takePayment } from './steps/take-payment.js';

interface RecordPayment extends CommandInput {
  readonly payerId: string;
  readonly unitId?: string | null;
  readonly amount: Money;
  readonly method: PaymentMethod;
  /** What the channel keeps of it, on a line of its own: the payer is credited with the whole. */
  readonly channelFee?: Money | null;
  readonly reference?: string | null;
  /** The day on which the money came; today where nothing is said. */
  readonly paidOn?: string | null;
  /** What it settles, as the payer says; nothing said: what is open, in the order of the policy. */
  readonly allocations?: readonly SaidShare[] | null;
  /** Whether all of it waits for later charges; what is said in `allocations` comes first. */
  readonly prepaid?: boolean | null;
}

/**
 * Records money that a payer has given. It settles what the payer says, or what is open in the order of the policy; the
 * rest is paid ahead. The same money, by the number of its channel, is taken once. Needs `fee.collect` on the estate.
 * The cashier owes the sheet of the shift from then on.
 * @rule R-FEE-06 @rule R-FEE-07 @rule R-FEE-11 @rule R-CSH-01 @rule D-21
 * @throws NOT_FOUND customer or unit
 * @throws INVALID_INPUT R-FEE-11 for an amount that is not above zero, exact and in the currency of the accounts; for a
 * number of the channel that is none, and a day ahead
 * @throws RULE_REFUSED R-FEE-11 for a unit of another estate, money that was recorded before, a channel fee that leaves nothing, and more than is open of a
 * charge or left of the payment
 */
export async function recordPayment(ctx: CommandContext, input: RecordPayment): Promise<{ paymentId: string }> {
  const { method, reference = null, allocations = null } = input;
  const payer = await findRow(ctx, Customer, 'customer', input.payerId);
  const unit = input.unitId == null ? null : await findRow(ctx, Unit, 'unit', input.unitId);
  authorizeOn(ctx.principal, 'fee.collect', payer.estateId);
  assertSameEstate(payer, unit);
  const account = await openAccount(ctx, payer);
  const { terms, today } = account;
  const amountMinor = ledgerAmount('input.amount', input.amount, terms.currency);
  const feeMinor = input.channelFee ? ledgerAmount('input.channelFee', input.channelFee, terms.currency) : 0;
  if (feeMinor >= amountMinor)
    throw invalidInput('input.channelFee', 'must be less than the payment', { rule: 'R-FEE-11' });
  const bookedDay = input.paidOn ?? today;
  assertPastDay('input.paidOn', bookedDay, today);
  if (reference !== null) {
    assertReference('input.reference', reference);
    await assertTakenOnce(ctx, method, reference);
  }
  const money = { unitId: unit?.id ?? null, method, amountMinor, feeMinor, reference, bookedDay };
  const paymentId = await takePayment(ctx, account, { ...money, allocations, prepaid: input.prepaid ?? false });
  await oweHandover(ctx, account.estateId);
  return { paymentId };
}
