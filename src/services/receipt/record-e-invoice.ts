import { assertBuyer, assertInvoiceNumber } from '../../domain/receipt/receipt-kind.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertInvoiceIsNew } from './steps/assert-invoice-is-new.js';
import { paymentToVouch } from './steps/money-to-vouch.js';
import { writeReceipt } from './steps/write-receipt.js';

interface RecordEInvoice extends CommandInput {
  readonly paymentId: string;
  /** The number that the tax authority has given it. */
  readonly number: string;
  readonly buyerTitle?: string | null;
  readonly taxId?: string | null;
}

/**
 * Records the e-invoice that was issued for a payment: its number comes from outside, and is there once. Needs
 * `receipt.issue` on the estate.
 * @rule R-CSH-03 @rule R-ORG-60
 * @throws NOT_FOUND payment
 * @throws INVALID_INPUT for a number or tax id that is none
 * @throws RULE_REFUSED R-CSH-03 when the payment was taken back or another voucher stands for it; R-CSH-06 for a number that
 * another e-invoice has
 */
export async function recordEInvoice(ctx: CommandContext, input: RecordEInvoice): Promise<{ receiptId: string }> {
  const { paymentId, number, buyerTitle = null, taxId = null } = input;
  const payment = await paymentToVouch(ctx, paymentId);
  authorizeOn(ctx.principal, 'receipt.issue', payment.estateId);
  assertInvoiceNumber('input.number', number);
  assertBuyer('E_INVOICE', { title: buyerTitle, taxId });
  await assertInvoiceIsNew(ctx, number);
  const voucher = { kind: 'E_INVOICE', bookId: null, numberInBook: null, number, buyerTitle, taxId } as const;
  const { id: receiptId } = await writeReceipt(ctx, payment, voucher);
  return { receiptId };
}
