import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { keysOf, type OrderOf } from '../order.js';
import { wantedEstates } from '../wanted.js';
import { selectEstates } from './estate-by-id.js';

/** What estates are asked for; conditions hold together. */
interface EstatesWanted {
  readonly ids?: readonly string[] | null;
  readonly codes?: readonly string[] | null;
  readonly nameContains?: string | null;
  readonly region?: string | null;
  readonly city?: string | null;
  readonly propertyType?: string | null;
  readonly deliveryYear?: number | null;
  readonly groupId?: string | null;
}

const COLUMNS = {
  CODE: { column: 'e.code', type: 'text' },
  NAME: { column: 'e.name', type: 'text' },
  CREATED_AT: { column: 'e.created_at', type: 'timestamptz' },
} as const satisfies Record<string, SortKey>;

export type EstatesOrder = OrderOf<typeof COLUMNS>;

/** A page of the estates that the asker may read. */
export function estatesPage(ctx: RequestContext, wanted: EstatesWanted, order: EstatesOrder, args: PageArgs) {
  const { companyId } = ctx.asker;
  const within = wantedEstates(ctx, 'estate.read', wanted.ids);
  let query = selectEstates(ctx);
  if (within) query = query.where(sql<boolean>`e.id = any(${within}::uuid[])`);
  if (wanted.codes) query = query.where(sql<boolean>`e.code = any(${wanted.codes})`);
  if (wanted.nameContains != null)
    query = query.where(sql<boolean>`strpos(lower(e.name), lower(${wanted.nameContains})) > 0`);
  if (wanted.region != null) query = query.where('e.region', '=', wanted.region);
  if (wanted.city != null) query = query.where('e.city', '=', wanted.city);
  if (wanted.propertyType != null) query = query.where('e.property_type', '=', wanted.propertyType);
  if (wanted.deliveryYear != null) query = query.where('e.delivery_year', '=', wanted.deliveryYear);
  if (wanted.groupId != null)
    query = query.where(
      sql<boolean>`exists (select 1 from estate_group_member m where m.company_id = ${companyId} and m.estate_id = e.id
                    and m.group_id = ${isId(wanted.groupId) ? wanted.groupId : null}::uuid)`,
    );
  return page(ctx.moment, query, keysOf(COLUMNS, order, 'e.id'), args);
}
