import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { stateOn } from './state-on.js';

interface UnitOnDay {
  readonly id: string;
  readonly state: UnitStateKind | null;
}

/** States by unit on a day, or today in the estate's zone; null before the first one. @rule D-28 */
export const unitStateOn = (ctx: RequestContext, on: string | null): DataLoader<string, UnitStateKind | null> =>
  ctx.moment.once(`unitStateOn/${on ?? ''}`, () => {
    return new DataLoader<string, UnitStateKind | null>(async (ids) => {
      const rows = await ctx.moment.read(
        sql<UnitOnDay>`
          select u.id, ${stateOn(ctx, on)} as state
            from unit u join estate e on e.company_id = u.company_id and e.id = u.estate_id
           where u.company_id = ${ctx.asker.companyId} and u.id = any(${ids}::uuid[])`.compile(sqlFor),
      );
      const states = new Map(rows.map((row) => [row.id, row.state]));
      return ids.map((id) => states.get(id) ?? null);
    });
  });
