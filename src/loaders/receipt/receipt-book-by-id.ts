import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Books of vouchers by id; null where the asker may not read them. */
export const receiptBookById = (ctx: RequestContext) =>
  ctx.moment.once(receiptBookById, () =>
    byId((ids) => ctx.moment.read(booksInReach(ctx).where(sql<boolean>`b.id = any(${ids}::uuid[])`))),
  );

const BOOKS = sqlFor
  .selectFrom('receipt_book as b')
  .select(
    columns(
      'b',
      ...(['id', 'estate_id', 'kind', 'prefix', 'digits', 'first_number', 'last_number', 'next_number'] as const),
      ...(['holder_id', 'drawn_at', 'drawn_from_id', 'returned_at', 'returned_to_id', 'version'] as const),
    ),
  );

/** The books that the asker may read: those of the estates in reach; residents none. */
export function booksInReach(ctx: RequestContext) {
  const books = BOOKS.where('b.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'receipt.read', 'b.estate_id');
  return reach ? books.where(reach) : books;
}

export type ReceiptBookRow = NonNullable<Awaited<ReturnType<ReturnType<typeof receiptBookById>['load']>>>;
