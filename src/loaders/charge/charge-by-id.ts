import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Charges by id; null where the asker may not read them. */
export const chargeById = (ctx: RequestContext) =>
  ctx.moment.once(chargeById, () =>
    byId((ids) => ctx.moment.read(chargesInReach(ctx).where(sql<boolean>`c.id = any(${ids}::uuid[])`))),
  );

const CHARGES = sqlFor
  .selectFrom('charge as c')
  .innerJoin('estate as z', (join) => join.onRef('z.company_id', '=', 'c.company_id').onRef('z.id', '=', 'c.estate_id'))
  .select(
    columns(
      'c',
      'id',
      'estate_id',
      'payer_id',
      'unit_id',
      'kind',
      'source',
      'origin_id',
      'bill_run_id',
      'tariff_code',
      'cancelled_at',
      'from_day',
      'until_day',
      'due_day',
      'amount_minor',
      'currency',
      'note',
      'booked_day',
      'recorded_at',
      'recorded_by',
      'open_minor',
      'paid_minor',
      'version',
    ),
  )
  .select('z.time_zone as timeZone');

/** The charges that the asker may read: staff those of the estates in reach, a resident the own. @rule D-30 */
export function chargesInReach(ctx: RequestContext) {
  const charges = CHARGES.where('c.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return charges.where('c.payer_id', '=', ctx.asker.subjectId);
  const reach = inReach(ctx, 'fee.read', 'c.estate_id');
  return reach ? charges.where(reach) : charges;
}

export type ChargeRow = NonNullable<Awaited<ReturnType<ReturnType<typeof chargeById>['load']>>>;
