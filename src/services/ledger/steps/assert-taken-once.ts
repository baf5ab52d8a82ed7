import { ruleRefused } from '../../../domain/errors.js';
import type { PaymentMethod } from '../../../domain/ledger/payment-method.js';
import { Payment } from '../../../entities/ledger/payment.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Lets money pass that was not recorded before, by the number of its channel; nobody else records it meanwhile.
 * @rule R-FEE-11
 * @throws RULE_REFUSED R-FEE-11 for money that was
 */
export async function assertTakenOnce(ctx: CommandContext, method: PaymentMethod, reference: string): Promise<void> {
  const { companyId } = ctx;
  await ctx.execute('select pg_advisory_xact_lock(hashtextextended($1::text, 0))', [
    `payment/${companyId}/${method}/${reference}`,
  ]);
  const before = await ctx.em.findOne(Payment, { companyId, method, reference, reversedAt: null });
  if (before) throw ruleRefused('R-FEE-11', 'This money was recorded before.', { method, reference });
}
