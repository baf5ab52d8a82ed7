import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How many sheets of a book are what. */
export interface ReceiptCounts {
  readonly issued: number;
  readonly cancelled: number;
  readonly spoiled: number;
}

const NONE: ReceiptCounts = { issued: 0, cancelled: 0, spoiled: 0 };
const count = (state: string) => sql<number>`count(*) filter (where r.state = ${sql.lit(state)})::int`;

/** What the sheets of books were used for. @rule R-CSH-06 */
export const receiptCounts = (ctx: RequestContext) =>
  ctx.moment.once(
    receiptCounts,
    () =>
      new DataLoader<string, ReceiptCounts>(
        async (ids) => {
          const rows = await ctx.moment.read(
            sqlFor
              .selectFrom('receipt as r')
              .select(['r.book_id as bookId', count('ISSUED').as('issued'), count('CANCELLED').as('cancelled')])
              .select(count('SPOILED').as('spoiled'))
              .where('r.company_id', '=', ctx.asker.companyId)
              .where(sql<boolean>`r.book_id = any(${[...ids]}::uuid[])`)
              .groupBy('r.book_id'),
          );
          const found = new Map(rows.map((row) => [row.bookId, row]));
          return ids.map((id) => found.get(id) ?? NONE);
        },
        { maxBatchSize: 1000 },
      ),
  );
