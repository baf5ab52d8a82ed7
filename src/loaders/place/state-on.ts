import { sql, type RawBuilder } from 'kysely';
import type { UnitStateKind } from '../../domain/place/unit-state.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The asked day, or today in the zone of the estate with the alias `e`. */
const dayOf = (ctx: RequestContext, on: string | null): RawBuilder<string> =>
  on === null
    ? sql`(coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) at time zone e.time_zone)::date`
    : sql`${on}::date`;

/**
 * The state on a day of the unit with the alias `u`, on the estate with the alias `e`; null before the first one. A
 * resident learns it only for days of the own occupancies. @rule D-28 @rule D-30
 */
export function stateOn(ctx: RequestContext, on: string | null): RawBuilder<UnitStateKind | null> {
  const day = dayOf(ctx, on);
  const own =
    ctx.asker.kind === 'RESIDENT'
      ? sql`and exists (select 1 from occupancy o where o.company_id = s.company_id and o.unit_id = s.unit_id
             and o.from_day <= ${day} and (o.until_day is null or o.until_day > ${day}))`
      : sql``;
  return sql`(select s.state from unit_state s where s.company_id = u.company_id and s.unit_id = u.id
              and s.from_day <= ${day} ${own} order by s.from_day desc limit 1)`;
}
