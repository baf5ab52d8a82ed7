import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { assertWithinMonth, singleDay } from '../../domain/charge/charge-period.js';
import { invalidInput } from '../../domain/errors.js';
import { ledgerAmount } from '../../domain/ledger/ledger-amount.js';
import type { Money } from '../../domain/money/money.js';
import { assertPastDay, assertPlausibleDay } from '../../domain/place/plausible-day.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { openAccount } from '../ledger/steps/open-account.js';
import { settleFromPrepaid } from '../ledger/steps/settle.js';
import { assertNotErased } from '../privacy/steps/assert-not-erased.js';
import { payerOf } from './steps/payer-of.js';
import { writeCharge } from './steps/write-charge.js';

interface RaiseCharge extends CommandInput {
  readonly unitId?: string | null;
  /** Who owes; the owner of the unit on the first day where nobody is named. */
  readonly payerId?: string | null;
  readonly kind: ChargeKind;
  readonly amount: Money;
  readonly fromDay: string;
  /** The first day that no longer belongs to it; the day after `fromDay` where nothing is said. */
  readonly untilDay?: string | null;
  readonly dueDay: string;
  /** The day of the books; today where nothing is said. */
  readonly bookedDay?: string | null;
  readonly note?: string | null;
}

/**
 * Charges a payer with something, outside of bill runs. What was paid ahead settles it at once where the policy says so.
 * Needs `fee.charge` on the estate.
 * @rule R-FEE-01 @rule R-FEE-02 @rule R-FEE-06 @rule R-FEE-11 @rule D-21 @rule Q-31
 * @throws NOT_FOUND unit or customer
 * @throws INVALID_INPUT R-FEE-11 for an amount that is not above zero, exact and in the currency of the accounts; for days
 * that cannot be, and a day of the books ahead
 * @throws RULE_REFUSED D-21 for more than a calendar month; R-FEE-11 for a unit of another estate; Q-31 without a payer;
 * R-ARC-08 when the payer was erased
 */
export async function raiseCharge(ctx: CommandContext, input: RaiseCharge): Promise<{ chargeId: string }> {
  const { unitId = null, payerId = null, kind, fromDay, dueDay, note = null } = input;
  if (unitId === null && payerId === null) throw invalidInput('input.payerId', 'name the payer, the unit, or both');
  const { payer, unit } = await payerOf(ctx, { unitId, payerId, day: fromDay });
  authorizeOn(ctx.principal, 'fee.charge', payer.estateId);
  assertNotErased(payer);
  const account = await openAccount(ctx, payer);
  const { terms, today } = account;
  const amountMinor = ledgerAmount('input.amount', input.amount, terms.currency);
  assertPlausibleDay('input.fromDay', fromDay, today);
  assertPlausibleDay('input.dueDay', dueDay, today);
  const period = { fromDay, untilDay: input.untilDay ?? singleDay(fromDay).untilDay };
  assertWithinMonth(period, 'input.untilDay');
  const bookedDay = input.bookedDay ?? today;
  assertPastDay('input.bookedDay', bookedDay, today);
  const charge = await writeCharge(ctx, account, {
    ...{ kind, ...period, dueDay, amountMinor, note, bookedDay },
    ...{ unitId: unit?.id ?? null, source: 'RAISED', originId: null },
  });
  await settleFromPrepaid(ctx, account, charge);
  return { chargeId: charge.id };
}
