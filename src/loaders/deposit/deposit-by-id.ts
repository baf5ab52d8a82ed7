import { sql } from 'kysely';
import type { DepositState } from '../../domain/deposit/deposit-stage.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** Deposits by id; null where the asker may not read them. */
export const depositById = (ctx: RequestContext) =>
  ctx.moment.once(depositById, () =>
    byId((ids) => ctx.moment.read(depositsInReach(ctx).where(sql<boolean>`d.id = any(${ids}::uuid[])`))),
  );

/** How a deposit stands on its estate's day: what is held is eligible once its days of observation are over. @rule R-DEP-01 */
export const stateNow = (ctx: RequestContext) =>
  sql<DepositState>`case when d.stage = 'HELD'
    and d.eligible_on <= (coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) at time zone s.time_zone)::date
    then 'ELIGIBLE' else d.stage end`;

/** The deposits that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
export function depositsInReach(ctx: RequestContext) {
  const deposits = sqlFor
    .selectFrom('deposit as d')
    .innerJoin('estate as s', (join) =>
      join.onRef('s.company_id', '=', 'd.company_id').onRef('s.id', '=', 'd.estate_id'),
    )
    .select(
      columns(
        'd',
        ...(['id', 'estate_id', 'kind', 'payer_id', 'unit_id', 'amount_minor', 'currency', 'method'] as const),
        ...(['reference', 'collected_on', 'recorded_at', 'collected_by_id', 'accepted_on', 'accepted_by_id'] as const),
        ...(['eligible_on', 'refund_by', 'settled_at', 'settled_by_id', 'refund_minor', 'authorised_at'] as const),
        ...(['authorised_by_id', 'notice_number', 'refunded_at', 'refunded_by_id', 'refund_method'] as const),
        ...(['refund_reference', 'original_receipt', 'cancelled_at', 'version'] as const),
      ),
    )
    .select(stateNow(ctx).as('state'))
    .where('d.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return deposits.where('d.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'deposit.read', 'd.estate_id');
  return reach ? deposits.where(reach) : deposits;
}

/** What was kept back of deposits that the asker may read. */
export const deductionsOf = (ctx: RequestContext) =>
  ctx.moment.once(deductionsOf, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('deposit_deduction as x')
            .innerJoin('deposit as d', (join) =>
              join.onRef('d.company_id', '=', 'x.company_id').onRef('d.id', '=', 'x.deposit_id'),
            )
            .select(columns('x', 'id', 'estate_id', 'deposit_id', 'reason', 'amount_minor', 'note'))
            .select('d.currency')
            .where('x.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`x.deposit_id = any(${ids}::uuid[])`)
            .orderBy('x.id'),
        ),
      ({ depositId }) => depositId,
    ),
  );

export type DepositRow = NonNullable<Awaited<ReturnType<ReturnType<typeof depositById>['load']>>>;
export type DeductionRow = Awaited<ReturnType<ReturnType<typeof deductionsOf>['load']>>[number];
