import { ruleRefused } from '../../../domain/errors.js';
import type { LedgerEntry } from '../../../entities/ledger/ledger-entry.entity.js';
import { PaymentRefund } from '../../../entities/ledger/payment-refund.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { recorderOf } from './book-entry.js';

/** Has a refund that was approved and booked be due: somebody pays it out. @rule R-CSH-08 */
export async function oweRefund(ctx: CommandContext, entry: LedgerEntry): Promise<void> {
  const { estateId, payerId, paymentId, amountMinor, currency } = entry;
  if (paymentId == null) return;
  await ctx.em.flush();
  ctx.em.create(PaymentRefund, {
    ...{ companyId: ctx.companyId, id: newId(), estateId, payerId, paymentId, entryId: entry.id },
    ...{ amountMinor, currency, state: 'DUE', authorisedById: recorderOf(ctx), authorisedAt: ctx.clock.now() },
    ...{ method: null, reference: null, paidById: null, paidAt: null, version: 1 },
  });
}

/**
 * Withdraws the refund of a line that is taken back.
 * @rule R-FEE-11 @rule R-CSH-08
 * @throws RULE_REFUSED R-FEE-11 when it was paid out: what comes back is a payment
 */
export async function withdrawRefund(ctx: CommandContext, entryId: string): Promise<void> {
  const found = await ctx.em.findOne(PaymentRefund, { companyId: ctx.companyId, entryId });
  if (!found) return;
  const refund = await ctx.load(PaymentRefund, 'refund', found.id);
  if (refund.state === 'PAID')
    throw ruleRefused('R-FEE-11', 'The refund was paid out: record what comes back as a payment.', { entryId });
  Object.assign(refund, { state: 'WITHDRAWN', version: refund.version + 1 });
}
