import { sql } from 'kysely';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { moneyOnSheets, sumsByMethod } from './money-of-shift.js';
import { paymentsInReach } from '../ledger/payment-by-id.js';

/** More payments than this are read from the list of payments. */
const MOST_PAYMENTS = 500;

/** What came and went in the shifts of sheets, by method. */
export const handoverLines = (ctx: RequestContext) =>
  ctx.moment.once(handoverLines, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom(moneyOnSheets(ctx.asker.companyId, ids))
            .select(['m.sheetId', 'm.estateId', 'm.method', 'm.currency'])
            .select(sumsByMethod)
            .groupBy(['m.sheetId', 'm.estateId', 'm.method', 'm.currency'])
            .orderBy('m.method'),
        ),
      ({ sheetId }) => sheetId,
    ),
  );

/** The numbers that were used in the shifts of sheets, book by book, and e-invoices without one. */
export const handoverReceipts = (ctx: RequestContext) =>
  ctx.moment.once(handoverReceipts, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('handover_item as i')
            .innerJoin('receipt as r', (join) =>
              join.onRef('r.company_id', '=', 'i.company_id').onRef('r.id', '=', 'i.receipt_id'),
            )
            .select(['i.sheet_id as sheetId', 'r.kind', 'r.book_id as bookId'])
            .select([
              sql<string>`min(r.number)`.as('firstNumber'),
              sql<string>`max(r.number)`.as('lastNumber'),
              sql<number>`count(*)::int`.as('sheets'),
              sql<number>`count(*) filter (where r.state = 'ISSUED')::int`.as('issued'),
            ])
            .where('i.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`i.sheet_id = any(${ids}::uuid[])`)
            .groupBy(['i.sheet_id', 'r.kind', 'r.book_id'])
            .orderBy(sql`min(r.number)`),
        ),
      ({ sheetId }) => sheetId,
    ),
  );

/** The payments on sheets that the asker may read, in their order; the first 500 of each. */
export const handoverPayments = (ctx: RequestContext) =>
  ctx.moment.once(handoverPayments, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          paymentsInReach(ctx)
            .innerJoin(
              sql<{ paymentId: string; sheetId: string }>`(
                select payment_id as "paymentId", sheet_id as "sheetId"
                  from (select i.payment_id, i.sheet_id, row_number() over (partition by i.sheet_id order by i.payment_id) as n
                          from handover_item i
                         where i.company_id = ${ctx.asker.companyId} and i.sheet_id = any(${ids}::uuid[])
                           and i.payment_id is not null) as first
                 where n <= ${sql.lit(MOST_PAYMENTS)})`.as('h'),
              (join) => join.onRef('h.paymentId', '=', 'p.id'),
            )
            .select('h.sheetId')
            .orderBy('p.id'),
        ),
      ({ sheetId }) => sheetId,
    ),
  );
