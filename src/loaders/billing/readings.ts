import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const READINGS = sqlFor
  .selectFrom('meter_reading as m')
  .select(columns('m', 'id', 'estate_id', 'unit_id', 'kind', 'read_on', 'value_milli', 'recorded_at'));
const KEYS: readonly SortKey[] = [
  { column: 'm.read_on', type: 'date', descending: true },
  { column: 'm.id', type: 'uuid', descending: true },
];

const readingsInReach = (ctx: RequestContext) => {
  const readings = READINGS.where('m.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'fee.bill', 'm.estate_id');
  return reach ? readings.where(reach) : readings;
};

/** Readings of meters by id; null where the asker may not read them. */
export const readingById = (ctx: RequestContext) =>
  ctx.moment.once(readingById, () =>
    byId((ids) => ctx.moment.read(readingsInReach(ctx).where(sql<boolean>`m.id = any(${ids}::uuid[])`))),
  );

/** A page of the readings of a unit's meters, the latest first. */
export function readingsPage(ctx: RequestContext, unitId: string, args: PageArgs) {
  const of = among('m.unit_id', 'uuid', [unitId]);
  return page(ctx.moment, of ? readingsInReach(ctx).where(of) : readingsInReach(ctx), KEYS, args);
}

/** Costs of the common parts by id; null where the asker may not read them. */
export const sharedCostById = (ctx: RequestContext) =>
  ctx.moment.once(sharedCostById, () =>
    byId((ids) => {
      const costs = sqlFor
        .selectFrom('shared_cost as s')
        .select(columns('s', 'id', 'estate_id', 'tariff_code', 'month', 'amount_minor', 'currency', 'recorded_at'))
        .where('s.company_id', '=', ctx.asker.companyId)
        .where(sql<boolean>`s.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'fee.bill', 's.estate_id');
      return ctx.moment.read(reach ? costs.where(reach) : costs);
    }),
  );

export type ReadingRow = NonNullable<Awaited<ReturnType<ReturnType<typeof readingById>['load']>>>;
export type SharedCostRow = NonNullable<Awaited<ReturnType<ReturnType<typeof sharedCostById>['load']>>>;
