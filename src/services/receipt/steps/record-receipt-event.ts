import type { Receipt } from '../../../entities/receipt/receipt.entity.js';
import type { ReceiptBook } from '../../../entities/receipt/receipt-book.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordFeeEvent } from '../../ledger/steps/record-fee-event.js';

/** Tells what became of a voucher: to the payer too; of a spoiled sheet, to staff. */
export async function recordReceiptEvent(
  ctx: CommandContext,
  receipt: Receipt,
  happened: 'ISSUED' | 'SPOILED' | 'CANCELLED' | 'RED_LETTERED',
): Promise<void> {
  const { id, version, estateId, kind, paymentId, depositId, payerId, bookId, cancelReason, spoilReason } = receipt;
  const reason = cancelReason ?? spoilReason ?? null;
  const money = { paymentId: paymentId ?? null, depositId: depositId ?? null };
  const facts = { receiptKind: kind, ...money, bookId: bookId ?? null, reason };
  if (payerId != null) {
    const subject = { kind: 'receipt', id, version, estateId, payerId, unitId: null } as const;
    await recordFeeEvent(ctx, `RECEIPT_${happened}`, subject, facts);
    return;
  }
  ctx.record({
    ...{ type: `fee.RECEIPT_${happened}`, estateId, visibility: 'INTERNAL', facts },
    ...{ subjectKind: 'receipt', subjectId: id, subjectVersion: version },
  });
}

/** Tells what became of a book, to staff. */
export function recordBookEvent(ctx: CommandContext, book: ReceiptBook, happened: 'DRAWN' | 'RETURNED'): void {
  const { id, version, estateId, kind, holderId } = book;
  ctx.record({
    ...{
      type: `fee.RECEIPT_BOOK_${happened}`,
      estateId,
      visibility: 'INTERNAL',
      facts: { receiptKind: kind, holderId },
    },
    ...{ subjectKind: 'receiptBook', subjectId: id, subjectVersion: version },
  });
}
