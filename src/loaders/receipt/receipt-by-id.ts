import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** Vouchers by id; null where the asker may not read them. */
export const receiptById = (ctx: RequestContext) =>
  ctx.moment.once(receiptById, () =>
    byId((ids) => ctx.moment.read(receiptsInReach(ctx).where(sql<boolean>`r.id = any(${ids}::uuid[])`))),
  );

/** The vouchers of payments, the latest first: one that stands, and those that were taken back. */
export const receiptsOfPayment = (ctx: RequestContext) =>
  ctx.moment.once(receiptsOfPayment, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          receiptsInReach(ctx)
            .where(sql<boolean>`r.payment_id = any(${ids}::uuid[])`)
            .orderBy('r.id', 'desc'),
        ),
      ({ paymentId }) => paymentId ?? '',
    ),
  );

/** The vouchers of deposits, likewise. */
export const receiptsOfDeposit = (ctx: RequestContext) =>
  ctx.moment.once(receiptsOfDeposit, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          receiptsInReach(ctx)
            .where(sql<boolean>`r.deposit_id = any(${ids}::uuid[])`)
            .orderBy('r.id', 'desc'),
        ),
      ({ depositId }) => depositId ?? '',
    ),
  );

const RECEIPTS = sqlFor
  .selectFrom('receipt as r')
  .select(
    columns(
      'r',
      ...([
        'id',
        'estate_id',
        'kind',
        'state',
        'book_id',
        'number',
        'payment_id',
        'deposit_id',
        'payer_id',
        'amount_minor',
      ] as const),
      ...(['currency', 'stamp', 'buyer_title', 'tax_id', 'spoil_reason', 'issued_at', 'issued_by_id'] as const),
      ...(['cancelled_at', 'cancelled_by_id', 'cancel_reason', 'red_letter_number', 'version'] as const),
    ),
  );

/** The vouchers that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
export function receiptsInReach(ctx: RequestContext) {
  const receipts = RECEIPTS.where('r.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return receipts.where('r.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'receipt.read', 'r.estate_id');
  return reach ? receipts.where(reach) : receipts;
}

export type ReceiptRow = NonNullable<Awaited<ReturnType<ReturnType<typeof receiptById>['load']>>>;
