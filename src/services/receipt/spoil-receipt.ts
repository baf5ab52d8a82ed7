import type { SpoilReason } from '../../domain/receipt/receipt-state.js';
import { newId } from '../../entities/new-id.js';
import { Receipt } from '../../entities/receipt/receipt.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { nextSheet } from './steps/next-sheet.js';
import { recordReceiptEvent } from './steps/record-receipt-event.js';

interface SpoilReceipt extends CommandInput {
  readonly bookId: string;
  /** The number on the sheet, to be compared with the book's next. */
  readonly expectedNumber: string;
  readonly reason: SpoilReason;
}

/**
 * Says that the next sheet of the own book never was a voucher: no number is left out without a row. Needs `receipt.issue`
 * on the estate.
 * @rule R-CSH-06
 * @throws NOT_FOUND receiptBook
 * @throws RULE_REFUSED R-CSH-06 for somebody else's book, one that is used up or returned, and paper with another number
 */
export async function spoilReceipt(ctx: CommandContext, input: SpoilReceipt): Promise<{ receiptId: string }> {
  const { book, number, numberInBook } = await nextSheet(ctx, input.bookId, input.expectedNumber);
  const { id: bookId, estateId, kind } = book;
  const receipt = ctx.em.create(Receipt, {
    ...{ companyId: ctx.companyId, id: newId(), estateId, kind, state: 'SPOILED', bookId, numberInBook, number },
    ...{
      paymentId: null,
      payerId: null,
      amountMinor: null,
      currency: null,
      stamp: null,
      buyerTitle: null,
      taxId: null,
    },
    ...{ spoilReason: input.reason, issuedAt: ctx.clock.now(), issuedById: ctx.principal.subjectId },
    ...{ cancelledAt: null, cancelledById: null, cancelReason: null, redLetterNumber: null, version: 1 },
  });
  await recordReceiptEvent(ctx, receipt, 'SPOILED');
  return { receiptId: receipt.id };
}
