import { ruleRefused } from '../../domain/errors.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { bookEntry } from '../ledger/steps/book-entry.js';
import { assertVersion } from '../ledger/steps/line-of-account.js';
import { openAccounts } from '../ledger/steps/open-account.js';
import { recordFeeEvent } from '../ledger/steps/record-fee-event.js';
import { settleFromPrepaid } from '../ledger/steps/settle.js';
import { chargeOf } from '../ledger/steps/standing-lines.js';
import { findRow } from '../place/steps/find-row.js';
import { assertNotErased } from '../privacy/steps/assert-not-erased.js';
import { writeCharge } from './steps/write-charge.js';

interface TransferCharge extends CommandInput {
  readonly chargeId: string;
  readonly expectedVersion?: number | null;
  /** Who owes from now on what is open. */
  readonly payerId: string;
}

/**
 * Has another customer of the estate owe what is open of a charge: a firm that pays for its staff, the developer, a buyer
 * who takes arrears over. What was paid stays where it is; period and deadline go along. Nothing else moves arrears from
 * the payer of the day of service. Needs `fee.charge` on the estate.
 * @rule R-FEE-11 @rule Q-31
 * @throws NOT_FOUND charge or customer
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-FEE-11 when nothing is open, for the same payer, or a customer of another estate; R-ARC-08 when
 * that was erased
 */
export async function transferCharge(ctx: CommandContext, input: TransferCharge): Promise<{ chargeId: string }> {
  const seen = await chargeOf(ctx, input.chargeId);
  authorizeOn(ctx.principal, 'fee.charge', seen.estateId);
  const payer = await findRow(ctx, Customer, 'customer', input.payerId);
  assertNotErased(payer);
  const { id: originId, payerId: fromId } = seen;
  if (payer.id === fromId || payer.estateId !== seen.estateId)
    throw ruleRefused('R-FEE-11', 'A charge goes over to another customer of the same estate.', {
      chargeId: originId,
      payerId: payer.id,
    });
  const from = await findRow(ctx, Customer, 'customer', fromId);
  const [theirs, ours] = await openAccounts(ctx, [from, payer]);
  const charge = await chargeOf(ctx, originId);
  assertVersion('charge', charge, input.expectedVersion);
  const { openMinor: amountMinor, currency, unitId, kind, fromDay, untilDay, dueDay } = charge;
  if (amountMinor === 0) throw ruleRefused('R-FEE-11', 'Nothing is open of the charge.', { chargeId: originId });
  if (!theirs || !ours) throw new Error('Two payers have two accounts.');
  const bookedDay = theirs.today;
  bookEntry(ctx, theirs, { kind: 'TRANSFER', amountMinor, charge, bookedDay });
  await recordFeeEvent(ctx, 'TRANSFERRED', { ...charge, kind: 'charge', version: charge.version + 1 });
  const account = { ...ours, terms: { ...ours.terms, currency } };
  const taken = await writeCharge(ctx, account, {
    ...{ kind, fromDay, untilDay, dueDay, amountMinor, bookedDay, unitId, note: null },
    ...{ source: 'TRANSFERRED', originId },
  });
  await settleFromPrepaid(ctx, ours, taken);
  return { chargeId: taken.id };
}
