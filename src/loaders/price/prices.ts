import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { askedPlace } from '../place/asked-place.js';

const PRICES = sqlFor
  .selectFrom('price_item as p')
  .select(
    columns(
      'p',
      'id',
      'estate_id',
      'code',
      'kind',
      'name',
      'unit',
      'price_minor',
      'currency',
      'from_day',
      'until_day',
      'version',
    ),
  );

const KEYS: readonly SortKey[] = [
  { column: 'p.code', type: 'text' },
  { column: 'p.id', type: 'uuid' },
];

const ownOf = (ctx: RequestContext) => PRICES.where('p.company_id', '=', ctx.asker.companyId);

/** Prices by id, whichever the fence shows. */
export const priceById = (ctx: RequestContext) =>
  ctx.moment.once(priceById, () =>
    byId((ids) => ctx.moment.read(ownOf(ctx).where(sql<boolean>`p.id = any(${ids}::uuid[])`))),
  );

/**
 * A page of the price list as it holds for an estate on a day, by code: the estate's own price before the company's. Of
 * the company as such where no estate is named.
 * @throws NOT_FOUND when the estate is unknown, foreign, or out of reach
 */
export async function pricesPage(
  ctx: RequestContext,
  wanted: { readonly estateId: string | null; readonly on: string | null },
  args: PageArgs,
) {
  const place = await askedPlace(ctx, 'price.read', wanted.estateId);
  const day = wanted.on ?? place.today;
  const estateId = place.estateId !== null && isId(place.estateId) ? place.estateId : null;
  const { companyId } = ctx.asker;
  const holds = (alias: string) =>
    sql<boolean>`${sql.ref(`${alias}.from_day`)} <= ${day}::date and (${sql.ref(`${alias}.until_day`)} is null or ${sql.ref(`${alias}.until_day`)} > ${day}::date)`;
  let list = ownOf(ctx).where(holds('p'));
  list =
    estateId === null
      ? list.where('p.estate_id', 'is', null)
      : list.where(
          sql<boolean>`(p.estate_id = ${estateId}::uuid or (p.estate_id is null and not exists (
            select 1 from price_item o where o.company_id = ${companyId} and o.estate_id = ${estateId}::uuid and o.code = p.code and ${holds('o')})))`,
        );
  return page(ctx.moment, list, KEYS, args);
}

export type PriceRow = NonNullable<Awaited<ReturnType<ReturnType<typeof priceById>['load']>>>;
