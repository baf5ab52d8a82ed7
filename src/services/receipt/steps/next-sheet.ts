import { ruleRefused } from '../../../domain/errors.js';
import { printed } from '../../../domain/receipt/receipt-numbers.js';
import { ReceiptBook } from '../../../entities/receipt/receipt-book.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/**
 * The next sheet of a book, kept for who asks until the transaction ends. `expected` is the number on the paper in hand.
 * @rule R-CSH-03 @rule R-CSH-06
 * @throws NOT_FOUND book
 * @throws RULE_REFUSED R-CSH-06 for somebody else's book, one that is used up or returned, and paper with another number
 */
export async function nextSheet(ctx: CommandContext, bookId: string, expected: string | null) {
  const book = await findRow(ctx, ReceiptBook, 'receiptBook', bookId, 'lock');
  const { estateId, holderId, returnedAt, nextNumber, lastNumber } = book;
  authorizeOn(ctx.principal, 'receipt.issue', estateId);
  if (holderId !== ctx.principal.subjectId)
    throw ruleRefused('R-CSH-06', 'Who holds a book writes from it.', { bookId, holderId });
  if (returnedAt != null) throw ruleRefused('R-CSH-06', 'The book was returned.', { bookId });
  if (nextNumber > lastNumber) throw ruleRefused('R-CSH-06', 'The book is used up.', { bookId, lastNumber });
  const number = printed(book, nextNumber);
  if (expected !== null && expected !== number)
    throw ruleRefused('R-CSH-06', 'Another sheet of the book is next: say what became of it.', { bookId, number });
  return { book, numberInBook: nextNumber, number };
}
