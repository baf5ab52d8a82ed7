import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordReceiptEvent } from './steps/record-receipt-event.js';
import { takeReceiptBack, type ReceiptToTakeBack } from './steps/take-receipt-back.js';

/**
 * Takes a voucher on paper back; its number stays used. Not by who issued it. Needs `receipt.manage` on the estate.
 * @rule R-CSH-06 @rule R-ORG-62 @rule R-ORG-68
 * @throws NOT_FOUND receipt
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-CSH-06 when it does not stand, or is an e-invoice; R-ORG-68 for who issued it
 */
export async function cancelReceipt(
  ctx: CommandContext,
  input: CommandInput & ReceiptToTakeBack,
): Promise<{ receiptId: string }> {
  const receipt = await takeReceiptBack(ctx, input);
  const { id: receiptId, kind } = receipt;
  if (kind === 'E_INVOICE')
    throw ruleRefused('R-CSH-06', 'An e-invoice is taken back by a red-letter invoice.', { receiptId });
  receipt.state = 'CANCELLED';
  await recordReceiptEvent(ctx, receipt, 'CANCELLED');
  return { receiptId };
}
