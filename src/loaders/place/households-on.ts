import DataLoader from 'dataloader';
import { sql } from 'kysely';
import {
  HOUSEHOLD_STATES,
  HOUSEHOLD_USES,
  OCCUPIED_STATES,
  type HouseholdCount,
} from '../../domain/place/household.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { stateOn } from './state-on.js';

type CountedEstate = HouseholdCount & { readonly estateId: string };
const NONE: HouseholdCount = { households: 0, occupied: 0 };

/**
 * Households and occupied households by estate on a day, or today in each estate's own zone: one statement for all
 * estates, over the units that the asker may see. Costs one index probe a unit; `offset 0` keeps it at one, since a
 * flattened subquery would look the state up again for every use of it. @rule D-28 @rule Q-32
 */
export const householdsOn = (ctx: RequestContext, on: string | null): DataLoader<string, HouseholdCount> =>
  ctx.moment.once(`householdsOn/${on ?? ''}`, () => {
    return new DataLoader<string, HouseholdCount>(async (ids) => {
      const rows = await ctx.moment.read(
        sql<CountedEstate>`
          select estate_id as "estateId", count(*) as households,
                 count(*) filter (where state = any(${OCCUPIED_STATES})) as occupied
            from (select u.estate_id, ${stateOn(ctx, on)} as state
                    from unit u join estate e on e.company_id = u.company_id and e.id = u.estate_id
                   where u.company_id = ${ctx.asker.companyId} and u.estate_id = any(${ids}::uuid[])
                     and u.use = any(${HOUSEHOLD_USES})
                   offset 0) as dated
           where state = any(${HOUSEHOLD_STATES})
           group by estate_id`.compile(sqlFor),
      );
      const counts = new Map(rows.map((row) => [row.estateId, row]));
      return ids.map((id) => counts.get(id) ?? NONE);
    });
  });
