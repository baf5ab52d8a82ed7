import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Care marks by id; null where the asker may not read them. */
export const careMarkById = (ctx: RequestContext) =>
  ctx.moment.once(careMarkById, () =>
    byId((ids) => ctx.moment.read(careMarksInReach(ctx).where(sql<boolean>`m.id = any(${ids}::uuid[])`))),
  );

const MARKS = sqlFor
  .selectFrom('care_mark as m')
  .select(
    columns(
      'm',
      'id',
      'estate_id',
      'unit_id',
      'customer_id',
      'kind',
      'consent_by',
      'consent_day',
      'note',
      'from_day',
      'until_day',
      'check_every_days',
      'version',
    ),
  );

/** The care marks that the asker may read. */
export function careMarksInReach(ctx: RequestContext) {
  const marks = MARKS.where('m.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'care.read', 'm.estate_id');
  return reach ? marks.where(reach) : marks;
}

/** The condition that a mark is in force today, in the zone of its estate. */
export const inForceToday = (ctx: RequestContext) => sql<boolean>`exists (
  select 1 from estate e where e.company_id = m.company_id and e.id = m.estate_id
     and m.from_day <= (coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) at time zone e.time_zone)::date
     and coalesce(m.until_day, 'infinity'::date) > (coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) at time zone e.time_zone)::date)`;

export type CareMarkRow = NonNullable<Awaited<ReturnType<ReturnType<typeof careMarkById>['load']>>>;
