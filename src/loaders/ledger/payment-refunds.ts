import { sql } from 'kysely';
import type { PaymentRefundState } from '../../domain/ledger/payment-refund.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** The refunds that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
function refundsInReach(ctx: RequestContext) {
  const refunds = sqlFor
    .selectFrom('payment_refund as f')
    .select(columns('f', 'id', 'estate_id', 'payer_id', 'payment_id', 'amount_minor', 'currency', 'state', 'method'))
    .select(columns('f', 'reference', 'authorised_by_id', 'authorised_at', 'paid_by_id', 'paid_at', 'version'))
    .where('f.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return refunds.where('f.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'fee.read', 'f.estate_id');
  return reach ? refunds.where(reach) : refunds;
}

/** Refunds of payments by id; null where the asker may not read them. */
export const refundById = (ctx: RequestContext) =>
  ctx.moment.once(refundById, () =>
    byId((ids) => ctx.moment.read(refundsInReach(ctx).where(sql<boolean>`f.id = any(${ids}::uuid[])`))),
  );

/** What is given back of payments, in the order in which it was approved. */
export const refundsOfPayment = (ctx: RequestContext) =>
  ctx.moment.once(refundsOfPayment, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          refundsInReach(ctx)
            .where(sql<boolean>`f.payment_id = any(${ids}::uuid[])`)
            .orderBy('f.id'),
        ),
      ({ paymentId }) => paymentId,
    ),
  );

/** What refunds are asked for; conditions hold together. */
interface RefundsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly states?: readonly PaymentRefundState[] | null;
  readonly payerId?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'f.id', type: 'uuid' }];

/** A page of the refunds that the asker may read, the longest waiting first. */
export function refundsPage(ctx: RequestContext, { estateIds, states, payerId }: RefundsWanted, args: PageArgs) {
  let refunds = refundsInReach(ctx);
  for (const condition of [
    among('f.estate_id', 'uuid', estateIds),
    among('f.state', 'text', states),
    among('f.payer_id', 'uuid', payerId == null ? null : [payerId]),
  ])
    if (condition) refunds = refunds.where(condition);
  return page(ctx.moment, refunds, KEYS, args);
}

export type RefundRow = NonNullable<Awaited<ReturnType<ReturnType<typeof refundById>['load']>>>;
