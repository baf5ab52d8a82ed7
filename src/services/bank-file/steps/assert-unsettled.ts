import { ruleRefused } from '../../../domain/errors.js';
import type { BankLine } from '../../../entities/bank-file/bank-line.entity.js';
import { Payment } from '../../../entities/ledger/payment.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Lets money pass that waits for somebody: in suspense, or booked as a payment that was taken back since.
 * @rule R-FEE-11
 * @throws RULE_REFUSED R-FEE-11 for any other
 */
export async function assertUnsettled(ctx: CommandContext, { state, paymentId, id }: BankLine): Promise<void> {
  if (state === 'SUSPENDED') return;
  if (state === 'BOOKED' && paymentId != null) {
    const payment = await ctx.em.findOne(Payment, { companyId: ctx.companyId, id: paymentId });
    if (payment?.reversedAt != null) return;
  }
  throw ruleRefused('R-FEE-11', 'This money is not in suspense.', { lineId: id, state });
}
