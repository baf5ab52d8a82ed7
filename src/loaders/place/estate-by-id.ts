import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { idsInReach, within, type IdsInReach } from '../reach.js';

/** Estates by id; null where the asker may not read them. */
export const estateById = (ctx: RequestContext) =>
  ctx.moment.once(estateById, () => byId((ids) => ctx.moment.read(FIND(idsInReach(ctx, ids, 'estate.read')))));

/** The columns of estates that views need, of the asker's company. */
export const selectEstates = (ctx: RequestContext) => estatesOf(ctx.asker.companyId);

/** The same of a company, for queries that are built once. */
export const estatesOf = (companyId: string) => ESTATES.where('e.company_id', '=', companyId);

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

const FIND = shaped(({ companyId, ids, reach }: IdsInReach) => {
  const found = estatesOf(companyId).where(sql<boolean>`e.id = any(${ids}::uuid[])`);
  return reach ? found.where(within('e.id', reach)) : found;
});

export type EstateRow = NonNullable<Awaited<ReturnType<ReturnType<typeof estateById>['load']>>>;
