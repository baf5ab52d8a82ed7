import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { assertBuyer } from '../../domain/receipt/receipt-kind.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { nextSheet } from './steps/next-sheet.js';
import { depositToVouch, paymentToVouch } from './steps/money-to-vouch.js';
import { writeReceipt } from './steps/write-receipt.js';

interface IssueReceipt extends CommandInput {
  /** One of the two. */
  readonly paymentId?: string | null;
  readonly depositId?: string | null;
  readonly bookId: string;
  /** The number on the paper in hand, to be compared with the book's next. */
  readonly expectedNumber?: string | null;
  readonly buyerTitle?: string | null;
  readonly taxId?: string | null;
}

/**
 * Writes the voucher of a payment or deposit on the next sheet of the own book: for the whole sum, stamped by how the money came. Needs
 * `receipt.issue` on the estate.
 * @rule R-CSH-03 @rule R-CSH-04 @rule R-CSH-06 @rule R-CSH-07 @rule R-ORG-60
 * @throws NOT_FOUND payment, deposit or receiptBook
 * @throws INVALID_INPUT unless one of payment and deposit is named; for a buyer on a receipt, and a tax id that is none
 * @throws RULE_REFUSED R-CSH-03 when the money was taken back, another voucher stands for it, the book is of another estate,
 * or a deposit is to have an invoice; R-CSH-06 for somebody else's book, one that is used up or returned, and paper with another number
 */
export async function issueReceipt(ctx: CommandContext, input: IssueReceipt): Promise<{ receiptId: string }> {
  const { paymentId = null, depositId = null, bookId, expectedNumber = null, buyerTitle = null, taxId = null } = input;
  if ((paymentId === null) === (depositId === null))
    throw invalidInput('input.paymentId', 'name the payment or the deposit');
  const money = paymentId === null ? await depositToVouch(ctx, depositId ?? '') : await paymentToVouch(ctx, paymentId);
  authorizeOn(ctx.principal, 'receipt.issue', money.estateId);
  const { book, number, numberInBook } = await nextSheet(ctx, bookId, expectedNumber);
  const { kind } = book;
  if (book.estateId !== money.estateId) throw ruleRefused('R-CSH-03', 'The book is of another estate.', { bookId });
  if (depositId !== null && kind === 'INVOICE')
    throw ruleRefused('R-CSH-03', 'A deposit is no income: it gets a receipt.', { depositId, bookId });
  assertBuyer(kind, { title: buyerTitle, taxId });
  const voucher = { kind, bookId: book.id, numberInBook, number, buyerTitle, taxId };
  const { id: receiptId } = await writeReceipt(ctx, money, voucher);
  return { receiptId };
}
