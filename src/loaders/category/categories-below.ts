import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { selectCategories } from './category-by-id.js';

/** The categories directly below others, by code. */
export const categoriesBelow = (ctx: RequestContext) =>
  ctx.moment.once(categoriesBelow, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          selectCategories(ctx)
            .where(sql<boolean>`c.parent_id = any(${ids}::uuid[])`)
            .orderBy('c.code'),
        ),
      (row) => row.parentId ?? '',
    ),
  );

/** The ids of categories and all below them, as an array inside a statement; empty where there are none. */
export const idsOfSubtrees = (companyId: string, categoryIds: readonly string[]): RawBuilder<string[]> => sql`array(
  with recursive below as (
    select id from ticket_category where company_id = ${companyId}::uuid and id = any(${categoryIds}::uuid[])
    union
    select c.id from ticket_category c join below on c.parent_id = below.id where c.company_id = ${companyId}::uuid
  )
  select id from below)`;
