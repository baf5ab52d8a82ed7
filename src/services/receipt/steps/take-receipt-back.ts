import { ruleRefused } from '../../../domain/errors.js';
import type { CancelReason } from '../../../domain/receipt/receipt-state.js';
import { Receipt } from '../../../entities/receipt/receipt.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';

/** Which voucher is taken back, and why. */
export interface ReceiptToTakeBack {
  readonly receiptId: string;
  readonly expectedVersion?: number | null;
  readonly reason: CancelReason;
}

/**
 * A standing voucher with the marks of being taken back, by somebody who keeps the register and has not issued it.
 * @rule R-CSH-06 @rule R-ORG-68
 * @throws NOT_FOUND receipt
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-CSH-06 when it does not stand; R-ORG-68 for who issued it
 */
export async function takeReceiptBack(ctx: CommandContext, input: ReceiptToTakeBack): Promise<Receipt> {
  const receipt = await ctx.load(Receipt, 'receipt', input.receiptId, input.expectedVersion);
  authorizeOn(ctx.principal, 'receipt.manage', receipt.estateId);
  const { id: receiptId, state, issuedById } = receipt;
  if (state !== 'ISSUED') throw ruleRefused('R-CSH-06', 'No voucher stands under this number.', { receiptId, state });
  const { subjectId } = ctx.principal;
  if (issuedById === subjectId)
    throw ruleRefused('R-ORG-68', 'Whoever issued a voucher does not take it back.', { receiptId, issuedById });
  return Object.assign(receipt, {
    ...{ cancelledAt: ctx.clock.now(), cancelledById: subjectId, cancelReason: input.reason },
    version: receipt.version + 1,
  });
}
