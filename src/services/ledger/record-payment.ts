import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import { assertReference, type PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { Money } from '../../domain/money/money.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Payment } from '../../entities/ledger/payment.entity.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { bookLateFees } from '../charge/steps/book-late-fees.js';
import { assertSameEstate } from '../charge/steps/payer-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { oweHandover } from '../handover/steps/owe-handover.js';
import { findRow } from '../place/steps/find-row.js';
import { bookEntry, recorderOf } from './steps/book-entry.js';
import { openAccount } from './steps/open-account.js';
import { recordFeeEvent } from './steps/record-fee-event.js';
import { settleAsSaid, settleInOrder, type SaidShare } from './steps/settle.js';
import { paymentOf } from './steps/standing-lines.js';

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
  const { terms, today, estateId } = account;
  const amountMinor = ledgerAmount('input.amount', input.amount, terms.currency);
  const feeMinor = input.channelFee ? ledgerAmount('input.channelFee', input.channelFee, terms.currency) : 0;
  if (feeMinor >= amountMinor)
    throw invalidInput('input.channelFee', 'must be less than the payment', { rule: 'R-FEE-11' });
  const bookedDay = input.paidOn ?? today;
  assertPastDay('input.paidOn', bookedDay, today);
  if (reference !== null) await assertTakenOnce(ctx, method, reference);
  const { id } = ctx.em.create(Payment, {
    companyId: ctx.companyId,
    id: newId(),
    estateId,
    payerId: payer.id,
    unitId: unit?.id ?? null,
    method,
    amountMinor,
    currency: terms.currency,
    reference,
    bookedDay,
    recordedAt: ctx.clock.now(),
    recordedBy: recorderOf(ctx),
    freeMinor: amountMinor,
    lastDay: bookedDay,
    reversedAt: null,
    version: 1,
  });
  const payment = await paymentOf(ctx, id);
  if (feeMinor > 0) bookEntry(ctx, account, { kind: 'CHANNEL_FEE', amountMinor: feeMinor, payment });
  const settles = allocations !== null && allocations.length > 0;
  if (settles) await settleAsSaid(ctx, account, payment, allocations);
  else if (!input.prepaid) await settleInOrder(ctx, account, payment);
  await bookLateFees(ctx, account, { paymentId: id, on: bookedDay, settles: !settles && !input.prepaid });
  await oweHandover(ctx, estateId);
  await recordFeeEvent(ctx, 'RECEIVED', { ...(await paymentOf(ctx, id)), kind: 'payment' }, { method });
  return { paymentId: id };
}

async function assertTakenOnce(ctx: CommandContext, method: PaymentMethod, reference: string): Promise<void> {
  assertReference('input.reference', reference);
  const { companyId } = ctx;
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    `payment/${companyId}/${method}/${reference}`,
  ]);
  const before = await ctx.em.findOne(Payment, { companyId, method, reference, reversedAt: null });
  if (before) throw ruleRefused('R-FEE-11', 'This money was recorded before.', { method, reference });
}
