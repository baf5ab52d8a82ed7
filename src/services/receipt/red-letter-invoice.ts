import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { assertInvoiceNumber } from '../../domain/receipt/receipt-kind.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertInvoiceIsNew } from './steps/assert-invoice-is-new.js';
import { recordReceiptEvent } from './steps/record-receipt-event.js';
import { takeReceiptBack, type ReceiptToTakeBack } from './steps/take-receipt-back.js';

interface RedLetterInvoice extends CommandInput, ReceiptToTakeBack {
  /** The number of the e-invoice over the same sum below zero. */
  readonly redLetterNumber: string;
}

/**
 * Records that an e-invoice was taken back by a red-letter invoice (红字发票). Not by who recorded it. Needs `receipt.manage`
 * on the estate.
 * @rule R-CSH-06 @rule R-ORG-68
 * @throws NOT_FOUND receipt
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a number that is none, or its own
 * @throws RULE_REFUSED R-CSH-06 when it does not stand, is on paper, or the number is another's; R-ORG-68 for who recorded it
 */
export async function redLetterInvoice(ctx: CommandContext, input: RedLetterInvoice): Promise<{ receiptId: string }> {
  const { redLetterNumber } = input;
  const receipt = await takeReceiptBack(ctx, input);
  const { id: receiptId, kind } = receipt;
  if (kind !== 'E_INVOICE') throw ruleRefused('R-CSH-06', 'A voucher on paper is cancelled.', { receiptId, kind });
  assertInvoiceNumber('input.redLetterNumber', redLetterNumber);
  if (redLetterNumber === receipt.number) throw invalidInput('input.redLetterNumber', 'must be another number');
  await assertInvoiceIsNew(ctx, redLetterNumber);
  Object.assign(receipt, { state: 'RED_LETTERED', redLetterNumber });
  await recordReceiptEvent(ctx, receipt, 'RED_LETTERED');
  return { receiptId };
}
