import { ruleRefused } from '../../../domain/errors.js';
import { Receipt } from '../../../entities/receipt/receipt.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What a voucher is for. */
export type VouchedMoney = { readonly paymentId: string } | { readonly depositId: string };

/**
 * A voucher says what was received: none stands for a payment that is taken back, and only one for each.
 * @rule R-CSH-03
 * @throws RULE_REFUSED R-CSH-03 when a voucher stands for it
 */
export async function assertNoReceiptStands(ctx: CommandContext, money: VouchedMoney): Promise<void> {
  const standing = await ctx.em.findOne(Receipt, { companyId: ctx.companyId, ...money, state: 'ISSUED' });
  if (standing)
    throw ruleRefused('R-CSH-03', 'A voucher stands for it: take that back first.', {
      ...money,
      receiptId: standing.id,
      number: standing.number,
    });
}
