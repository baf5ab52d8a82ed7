import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Payments by id; null where the asker may not read them. */
export const paymentById = (ctx: RequestContext) =>
  ctx.moment.once(paymentById, () =>
    byId((ids) => ctx.moment.read(paymentsInReach(ctx).where(sql<boolean>`p.id = any(${ids}::uuid[])`))),
  );

const PAYMENTS = sqlFor
  .selectFrom('payment as p')
  .select(
    columns(
      'p',
      'id',
      'estate_id',
      'payer_id',
      'unit_id',
      'method',
      'amount_minor',
      'currency',
      'reference',
      'booked_day',
      'recorded_at',
      'recorded_by',
      'free_minor',
      'reversed_at',
      'version',
    ),
  );

/** The payments that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
export function paymentsInReach(ctx: RequestContext) {
  const payments = PAYMENTS.where('p.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return payments.where('p.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'fee.read', 'p.estate_id');
  return reach ? payments.where(reach) : payments;
}

export type PaymentRow = NonNullable<Awaited<ReturnType<ReturnType<typeof paymentById>['load']>>>;
