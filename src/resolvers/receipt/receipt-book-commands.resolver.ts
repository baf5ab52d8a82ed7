import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { receiptBookById } from '../../loaders/receipt/receipt-book-by-id.js';
import { DrawReceiptBookInput } from '../../schema/receipt/draw-receipt-book.input.js';
import { ReceiptBookPayloadType } from '../../schema/receipt/receipt-book-payload.type.js';
import { ReturnReceiptBookInput } from '../../schema/receipt/return-receipt-book.input.js';
import { drawReceiptBook } from '../../services/receipt/draw-receipt-book.js';
import { returnReceiptBook } from '../../services/receipt/return-receipt-book.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about books of vouchers. */
@Resolver()
export class ReceiptBookCommandsResolver {
  @Mutation(() => ReceiptBookPayloadType, {
    nullable: true,
    description:
      'Gives a book of numbered vouchers to somebody who collects (领用; R-CSH-06, R-ORG-62). Needs `receipt.manage` on the estate.',
  })
  async drawReceiptBook(
    @Arg('input', () => DrawReceiptBookInput, { description: 'Which numbers, for whom.' }) input: DrawReceiptBookInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, drawReceiptBook, input);
    return { ...done, book: await found('receiptBook', receiptBookById(ctx).load(done.bookId)) };
  }

  @Mutation(() => ReceiptBookPayloadType, {
    nullable: true,
    description:
      'Takes a book of vouchers back (核销): what was not used may be drawn again (R-CSH-06). Needs `receipt.manage` on the estate.',
  })
  async returnReceiptBook(
    @Arg('input', () => ReturnReceiptBookInput, { description: 'Which book.' }) input: ReturnReceiptBookInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, returnReceiptBook, input);
    return { ...done, book: await found('receiptBook', receiptBookById(ctx).load(done.bookId)) };
  }
}
