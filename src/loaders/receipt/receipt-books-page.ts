import { sql } from 'kysely';
import type { PaperKind } from '../../domain/receipt/receipt-kind.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { booksInReach } from './receipt-book-by-id.js';

/** What books are asked for; conditions hold together. */
interface BooksWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly PaperKind[] | null;
  readonly holderId?: string | null;
  readonly returned?: boolean | null;
}

const KEYS: readonly SortKey[] = [{ column: 'b.id', type: 'uuid', descending: true }];

/** A page of the books that the asker may read, the latest drawn first. */
export function receiptBooksPage(ctx: RequestContext, wanted: BooksWanted, args: PageArgs) {
  let books = booksInReach(ctx);
  for (const condition of [
    among('b.estate_id', 'uuid', wanted.estateIds),
    among('b.kind', 'text', wanted.kinds),
    among('b.holder_id', 'uuid', wanted.holderId == null ? null : [wanted.holderId]),
    wanted.returned == null ? null : sql<boolean>`(b.returned_at is not null) = ${wanted.returned}::boolean`,
  ])
    if (condition) books = books.where(condition);
  return page(ctx.moment, books, KEYS, args);
}
