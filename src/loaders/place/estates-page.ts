import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { keysOf, type OrderOf } from '../order.js';
import { within } from '../reach.js';
import { wantedEstates } from '../wanted.js';
import { estatesOf } from './estate-by-id.js';

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
  const { groupId } = wanted;
  const asked = LIST({
    companyId: ctx.asker.companyId,
    within: wantedEstates(ctx, 'estate.read', wanted.ids),
    codes: wanted.codes,
    nameContains: wanted.nameContains,
    region: wanted.region,
    city: wanted.city,
    propertyType: wanted.propertyType,
    deliveryYear: wanted.deliveryYear,
    groupIds: groupId == null ? null : [groupId].filter(isId),
  });
  return page(ctx.moment, asked, keysOf(COLUMNS, order, 'e.id'), args);
}

type Given = Omit<EstatesWanted, 'ids' | 'groupId'> & {
  readonly companyId: string;
  readonly within: readonly string[] | null;
  readonly groupIds: readonly string[] | null;
};

const LIST = shaped((given: Given) => {
  let query = estatesOf(given.companyId);
  if (given.within) query = query.where(within('e.id', given.within));
  if (given.codes) query = query.where(sql<boolean>`e.code = any(${given.codes})`);
  if (given.nameContains != null)
    query = query.where(sql<boolean>`strpos(lower(e.name), lower(${given.nameContains})) > 0`);
  if (given.region != null) query = query.where('e.region', '=', given.region);
  if (given.city != null) query = query.where('e.city', '=', given.city);
  if (given.propertyType != null) query = query.where('e.property_type', '=', given.propertyType);
  if (given.deliveryYear != null) query = query.where('e.delivery_year', '=', given.deliveryYear);
  if (given.groupIds)
    query = query.where(
      sql<boolean>`exists (select 1 from estate_group_member m where m.company_id = e.company_id and m.estate_id = e.id
                    and m.group_id = any(${given.groupIds}::uuid[]))`,
    );
  return query;
});
