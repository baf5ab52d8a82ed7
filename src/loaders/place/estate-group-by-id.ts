import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';

/** Groups of estates by id. */
export const estateGroupById = (ctx: RequestContext) =>
  ctx.moment.once(estateGroupById, () =>
    byId((ids) => ctx.moment.read(selectEstateGroups(ctx).where(sql<boolean>`g.id = any(${ids}::uuid[])`))),
  );

/** The columns of groups that views need, of the asker's company. */
export const selectEstateGroups = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('estate_group as g')
    .select(columns('g', 'id', 'kind', 'name'))
    .where('g.company_id', '=', ctx.asker.companyId);

export type EstateGroupRow = NonNullable<Awaited<ReturnType<ReturnType<typeof estateGroupById>['load']>>>;
