import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Estates by id; null where the asker may not read them. */
export const estateById = (ctx: RequestContext) =>
  ctx.moment.once(estateById, () =>
    byId((ids) => {
      const found = selectEstates(ctx).where(sql<boolean>`e.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'estate.read', 'e.id');
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The columns of estates that views need, of the asker's company. */
export const selectEstates = (ctx: RequestContext) => ESTATES.where('e.company_id', '=', ctx.asker.companyId);

const ESTATES = sqlFor
  .selectFrom('estate as e')
  .select(
    columns(
      'e',
      'id',
      'code',
      'name',
      'time_zone',
      'region',
      'city',
      'property_type',
      'delivery_year',
      'created_at',
      'version',
    ),
  );

export type EstateRow = NonNullable<Awaited<ReturnType<ReturnType<typeof estateById>['load']>>>;
