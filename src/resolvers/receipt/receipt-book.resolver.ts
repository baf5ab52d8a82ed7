import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { printed } from '../../domain/receipt/receipt-numbers.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { receiptBookById, type ReceiptBookRow } from '../../loaders/receipt/receipt-book-by-id.js';
import { receiptBooksPage } from '../../loaders/receipt/receipt-books-page.js';
import { receiptCounts } from '../../loaders/receipt/receipt-counts.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { ReceiptBookConnection } from '../../schema/receipt/receipt-book-connection.type.js';
import { ReceiptBookFilterInput } from '../../schema/receipt/receipt-book-filter.input.js';
import { ReceiptBookType } from '../../schema/receipt/receipt-book.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Books of vouchers: the register of what was drawn, used, cancelled and returned. */
@Resolver(() => ReceiptBookType)
export class ReceiptBookResolver {
  @Query(() => ReceiptBookConnection, {
    description: 'Books of vouchers, the latest drawn first (R-CSH-06). For staff. Needs `receipt.read`.',
  })
  receiptBooks(
    @Arg('filter', () => ReceiptBookFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: ReceiptBookFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return receiptBooksPage(ctx, filter ?? {}, args);
  }

  @Query(() => ReceiptBookType, {
    nullable: true,
    description: 'One book. For staff. Needs `receipt.read`. NOT_FOUND when it is unknown or not yours.',
  })
  receiptBook(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('receiptBook', receiptBookById(ctx).load(id));
  }

  @FieldResolver(() => String, { description: 'The number of the first sheet, as printed.' })
  firstNumber(@Root() book: ReceiptBookRow) {
    return printed(book, book.firstNumber);
  }

  @FieldResolver(() => String, { description: 'The number of the last sheet, as printed.' })
  lastNumber(@Root() book: ReceiptBookRow) {
    return printed(book, book.lastNumber);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The number of the next sheet, as printed; null when the book is used up or returned.',
  })
  nextNumber(@Root() book: ReceiptBookRow) {
    return book.returnedAt !== null || book.nextNumber > book.lastNumber ? null : printed(book, book.nextNumber);
  }

  @FieldResolver(() => Int, { description: 'Sheets that are not used.' })
  unused(@Root() { lastNumber, nextNumber }: ReceiptBookRow) {
    return lastNumber - nextNumber + 1;
  }

  @FieldResolver(() => Int, { description: 'Vouchers that stand.' })
  async issued(@Root() { id }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return (await receiptCounts(ctx).load(id)).issued;
  }

  @FieldResolver(() => Int, { description: 'Vouchers that were taken back.' })
  async cancelled(@Root() { id }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return (await receiptCounts(ctx).load(id)).cancelled;
  }

  @FieldResolver(() => Int, { description: 'Sheets that never were vouchers.' })
  async spoiled(@Root() { id }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return (await receiptCounts(ctx).load(id)).spoiled;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has drawn it and writes from it.' })
  holder(@Root() { holderId }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(holderId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has given it out.' })
  drawnFrom(@Root() { drawnFromId }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(drawnFromId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has taken it back; null while it is out.' })
  returnedTo(@Root() { returnedToId }: ReceiptBookRow, @Ctx() ctx: RequestContext) {
    return returnedToId === null ? null : staffById(ctx).load(returnedToId);
  }
}
