import { sql } from 'kysely';
import type { MeterKind } from '../../domain/meter/meter-words.js';
import { isId } from '../../domain/id.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

const METERS = sqlFor
  .selectFrom('meter as m')
  .select(
    columns(
      'm',
      'id',
      'estate_id',
      'unit_id',
      'building_id',
      'kind',
      'serial',
      'digits',
      'factor',
      'prepaid',
      'base_milli',
      'installed_on',
      'removed_on',
      'replaces_id',
      'version',
    ),
  );
const KEYS: readonly SortKey[] = [{ column: 'm.id', type: 'uuid' }];

/** Meters by id; null where the asker may not read them. */
export const meterById = (ctx: RequestContext) =>
  ctx.moment.once(meterById, () =>
    byId((ids) => {
      const meters = METERS.where('m.company_id', '=', ctx.asker.companyId).where(
        sql<boolean>`m.id = any(${ids}::uuid[])`,
      );
      const reach = inReach(ctx, 'meter.read', 'm.estate_id');
      return ctx.moment.read(reach ? meters.where(reach) : meters);
    }),
  );

/** Which meters are listed. */
export interface MeterFilter {
  readonly estateIds?: readonly string[] | null;
  readonly unitId?: string | null;
  readonly kind?: MeterKind | null;
  /** Those of common parts, or of units. */
  readonly common?: boolean | null;
  readonly prepaid?: boolean | null;
  /** Those that hang, or that were taken away. */
  readonly hangs?: boolean | null;
}

/** A page of meters, in the order in which they came. @throws FORBIDDEN without `meter.read` */
export const metersPage = (ctx: RequestContext, filter: MeterFilter, args: PageArgs) =>
  page(ctx.moment, wanted(ctx, 'meter.read', filter), KEYS, args);

/**
 * A page of the meters of an estate that hang and that nobody has read in a month: whose reading is at most estimated.
 * @rule R-FEE-14
 * @throws FORBIDDEN without `meter.record`
 */
export function unreadPage(
  ctx: RequestContext,
  asked: { readonly estateId: string; readonly kind: MeterKind | null; readonly month: string; readonly until: string },
  args: PageArgs,
) {
  const { estateId, kind, month, until } = asked;
  const read = sql<boolean>`not exists (select 1 from meter_reading r where r.company_id = ${ctx.asker.companyId} and r.meter_id = m.id
    and r.read_on >= ${month}::date and r.read_on < ${until}::date and r.how <> 'ESTIMATED' and r.state <> 'REJECTED')`;
  const meters = wanted(ctx, 'meter.record', { estateIds: [estateId], kind, hangs: true })
    .where(sql<boolean>`m.installed_on < ${until}::date`)
    .where(read);
  return page(ctx.moment, meters, KEYS, args);
}

function wanted(ctx: RequestContext, action: 'meter.read' | 'meter.record', filter: MeterFilter) {
  const { estateIds, unitId, kind, common, prepaid, hangs } = filter;
  let meters = METERS.where('m.company_id', '=', ctx.asker.companyId);
  const within = among('m.estate_id', 'uuid', wantedEstates(ctx, action, estateIds));
  if (within) meters = meters.where(within);
  if (unitId != null) meters = meters.where(sql<boolean>`m.unit_id = ${isId(unitId) ? unitId : null}::uuid`);
  if (kind != null) meters = meters.where('m.kind', '=', kind);
  if (common != null)
    meters = meters.where(common ? sql<boolean>`m.unit_id is null` : sql<boolean>`m.unit_id is not null`);
  if (prepaid != null) meters = meters.where('m.prepaid', '=', prepaid);
  if (hangs != null)
    meters = meters.where(hangs ? sql<boolean>`m.removed_on is null` : sql<boolean>`m.removed_on is not null`);
  return meters;
}

export type MeterRow = NonNullable<Awaited<ReturnType<ReturnType<typeof meterById>['load']>>>;
