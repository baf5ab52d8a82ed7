import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { askedPlace } from '../place/asked-place.js';
import { inReach } from '../reach.js';

const TARIFFS = sqlFor
  .selectFrom('tariff as t')
  .select(
    columns(
      't',
      'id',
      'estate_id',
      'code',
      'kind',
      'name',
      'basis',
      'uses',
      'rate_myriad',
      'currency',
      'payer',
      'vacant_percent',
      'not_taken_over_percent',
      'advance_months',
      'advance_percent',
      'due_day_of_month',
      'due_month_offset',
      'authority',
      'from_day',
      'until_day',
      'version',
    ),
  );

const KEYS: readonly SortKey[] = [
  { column: 't.code', type: 'text' },
  { column: 't.id', type: 'uuid' },
];

const tariffsInReach = (ctx: RequestContext) => {
  const tariffs = TARIFFS.where('t.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'tariff.read', 't.estate_id');
  return reach ? tariffs.where(reach) : tariffs;
};

/** Tariffs by id; null where the asker may not read them. */
export const tariffById = (ctx: RequestContext) =>
  ctx.moment.once(tariffById, () =>
    byId((ids) => ctx.moment.read(tariffsInReach(ctx).where(sql<boolean>`t.id = any(${ids}::uuid[])`))),
  );

/**
 * A page of the tariffs of an estate that hold on a day, by code.
 * @rule R-FEE-12
 * @throws NOT_FOUND when the estate is unknown, foreign, or out of reach
 */
export async function tariffsPage(
  ctx: RequestContext,
  wanted: { readonly estateId: string; readonly on: string | null },
  args: PageArgs,
) {
  const place = await askedPlace(ctx, 'tariff.read', wanted.estateId);
  const day = wanted.on ?? place.today;
  const holding = tariffsInReach(ctx)
    .where('t.estate_id', '=', wanted.estateId)
    .where(sql<boolean>`t.from_day <= ${day}::date and (t.until_day is null or t.until_day > ${day}::date)`);
  return page(ctx.moment, holding, KEYS, args);
}

export type TariffRow = NonNullable<Awaited<ReturnType<ReturnType<typeof tariffById>['load']>>>;
