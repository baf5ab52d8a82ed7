import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';

/** Categories of the asker's company by id. */
export const categoryById = (ctx: RequestContext) =>
  ctx.moment.once(categoryById, () =>
    byId((ids) => ctx.moment.read(selectCategories(ctx).where(sql<boolean>`c.id = any(${ids}::uuid[])`))),
  );

/** The columns of categories that views need, of the asker's company. */
export const selectCategories = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('ticket_category as c')
    .select(
      columns(
        'c',
        ...(['id', 'parent_id', 'code', 'name', 'name_zh', 'kinds', 'standard_code'] as const),
        ...(['active_from', 'active_until', 'version'] as const),
      ),
    )
    .where('c.company_id', '=', ctx.asker.companyId);

export type CategoryRow = NonNullable<Awaited<ReturnType<ReturnType<typeof categoryById>['load']>>>;
