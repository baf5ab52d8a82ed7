import { ruleRefused } from '../../domain/errors.js';
import { ReceiptBook } from '../../entities/receipt/receipt-book.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordBookEvent } from './steps/record-receipt-event.js';

interface ReturnReceiptBook extends CommandInput {
  readonly bookId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes a book back, used up or not: nobody writes from it any more, and what was not used may be drawn again. Needs
 * `receipt.manage` on the estate.
 * @rule R-CSH-06 @rule R-ORG-62
 * @throws NOT_FOUND receiptBook
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-CSH-06 when it was returned before; R-ORG-61 for its holder
 */
export async function returnReceiptBook(ctx: CommandContext, input: ReturnReceiptBook): Promise<{ bookId: string }> {
  const book = await ctx.load(ReceiptBook, 'receiptBook', input.bookId, input.expectedVersion);
  authorizeOn(ctx.principal, 'receipt.manage', book.estateId);
  const { id: bookId, holderId } = book;
  if (book.returnedAt != null) throw ruleRefused('R-CSH-06', 'The book was returned.', { bookId });
  if (holderId === ctx.principal.subjectId)
    throw ruleRefused('R-ORG-61', 'Nobody returns a book to oneself.', { bookId, holderId });
  Object.assign(book, {
    returnedAt: ctx.clock.now(),
    returnedToId: ctx.principal.subjectId,
    version: book.version + 1,
  });
  recordBookEvent(ctx, book, 'RETURNED');
  return { bookId };
}
