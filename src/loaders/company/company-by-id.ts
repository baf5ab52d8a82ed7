import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';

/** The asker's company by its id; every other company is null. */
export const companyById = (ctx: RequestContext) =>
  ctx.moment.once(companyById, () => byId((ids) => ctx.moment.read(FIND({ companyId: ctx.asker.companyId, ids }))));

const FIND = shaped(({ companyId, ids }: { readonly companyId: string; readonly ids: readonly string[] }) =>
  sqlFor
    .selectFrom('company as c')
    .select(columns('c', 'id', 'code', 'name', 'time_zone'))
    .where('c.id', '=', companyId)
    .where(sql<boolean>`c.id = any(${ids}::uuid[])`),
);
