import { sql } from 'kysely';
import type { ReceiptKind } from '../../domain/receipt/receipt-kind.js';
import type { ReceiptState } from '../../domain/receipt/receipt-state.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { receiptsInReach } from './receipt-by-id.js';

/** What vouchers are asked for; conditions hold together. */
interface ReceiptsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly ReceiptKind[] | null;
  readonly states?: readonly ReceiptState[] | null;
  readonly bookId?: string | null;
  readonly payerId?: string | null;
  readonly number?: string | null;
  readonly issuedFrom?: Date | null;
  readonly issuedBefore?: Date | null;
}

const KEYS: readonly SortKey[] = [{ column: 'r.id', type: 'uuid', descending: true }];

/** A page of the vouchers that the asker may read, the latest first. */
export function receiptsPage(ctx: RequestContext, wanted: ReceiptsWanted, args: PageArgs) {
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  let receipts = receiptsInReach(ctx);
  for (const condition of [
    among('r.estate_id', 'uuid', wanted.estateIds),
    among('r.kind', 'text', wanted.kinds),
    among('r.state', 'text', wanted.states),
    among('r.book_id', 'uuid', one(wanted.bookId)),
    among('r.payer_id', 'uuid', one(wanted.payerId)),
    among('r.number', 'text', one(wanted.number)),
    wanted.issuedFrom == null ? null : sql<boolean>`r.issued_at >= ${wanted.issuedFrom}::timestamptz`,
    wanted.issuedBefore == null ? null : sql<boolean>`r.issued_at < ${wanted.issuedBefore}::timestamptz`,
  ])
    if (condition) receipts = receipts.where(condition);
  return page(ctx.moment, receipts, KEYS, args);
}
