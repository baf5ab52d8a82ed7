import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

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

export type SharedCostRow = NonNullable<Awaited<ReturnType<ReturnType<typeof sharedCostById>['load']>>>;
