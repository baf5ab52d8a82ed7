import { sql } from 'kysely';
import type { DatedState } from '../../../domain/place/household.js';
import type { AccountedUse, MeterOfUnit } from '../../../domain/meter/metered-use.js';
import type { OccupancyCapacity } from '../../../domain/people/occupancy-capacity.js';
import type { UnitUse } from '../../../domain/place/unit-use.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/** A unit with everything that its bills depend on, but for what other units are charged. */
export interface UnitOfChunk {
  readonly id: string;
  readonly use: UnitUse;
  readonly chargeAreaMilli: number | null;
  readonly states: readonly DatedState[];
  readonly holders: readonly {
    readonly customerId: string;
    readonly capacity: OccupancyCapacity;
    readonly fromDay: string;
    readonly untilDay: string | null;
    readonly erased: boolean;
  }[];
  /** All that have hung in it, with the last reading before the run that counts and all since, held ones too. */
  readonly meters: readonly (MeterOfUnit & { readonly kind: string })[];
  /** What was charged of their use, by tariff: up to the run as one, then by month. */
  readonly accounted: readonly (AccountedUse & { readonly code: string })[];
  /** What was billed of it, by tariff and first day, within the months of the run. */
  readonly billed: readonly { readonly code: string; readonly month: string }[];
}

interface Chunk {
  readonly estateId: string;
  readonly afterUnitId: string | null;
  readonly size: number;
  readonly fromDay: string;
  readonly untilDay: string;
}

/** The next units of an estate behind one, in the order of their ids: one statement, whatever they hold. */
export function unitsOfChunk(
  ctx: CommandContext,
  { estateId, afterUnitId, size, fromDay, untilDay }: Chunk,
): Promise<UnitOfChunk[]> {
  const { companyId } = ctx;
  return ctx.read(
    sql<UnitOfChunk>`
      with chunk as materialized (
        select u.id, u.use, u.charge_area_milli from unit u
         where u.company_id = ${companyId} and u.estate_id = ${estateId}::uuid and (${afterUnitId}::uuid is null or u.id > ${afterUnitId}::uuid)
         order by u.id limit ${size}::int)
      select c.id, c.use, c.charge_area_milli as "chargeAreaMilli",
             coalesce((select jsonb_agg(jsonb_build_object('fromDay', s.from_day, 'state', s.state)) from unit_state s
               where s.company_id = ${companyId} and s.unit_id = c.id and s.from_day < ${untilDay}::date), '[]') as states,
             coalesce((select jsonb_agg(jsonb_build_object('customerId', o.customer_id, 'capacity', o.capacity, 'fromDay', o.from_day,
                                                           'untilDay', o.until_day, 'erased', k.erased_at is not null) order by o.from_day, o.id)
                from occupancy o join customer k on k.company_id = o.company_id and k.id = o.customer_id
               where o.company_id = ${companyId} and o.estate_id = ${estateId}::uuid and o.unit_id = c.id and o.from_day < ${untilDay}::date
                 and (o.until_day is null or o.until_day > ${fromDay}::date)), '[]') as holders,
             coalesce((select jsonb_agg(jsonb_build_object('kind', m.kind, 'prepaid', m.prepaid, 'digits', m.digits, 'factor', m.factor,
                                                           'baseMilli', m.base_milli, 'installedOn', m.installed_on, 'removedOn', m.removed_on,
                       'readings', coalesce((select jsonb_agg(jsonb_build_object('readOn', r.read_on, 'how', r.how, 'held', r.state = 'HELD',
                                                                                 'valueMilli', r.value_milli, 'turns', r.turns) order by r.read_on, r.id)
                          from meter_reading r where r.company_id = ${companyId} and r.meter_id = m.id and r.state in ('ACCEPTED', 'CONFIRMED', 'HELD')
                           and r.read_on >= coalesce((select max(l.read_on) from meter_reading l
                                 where l.company_id = ${companyId} and l.meter_id = m.id and l.state in ('ACCEPTED', 'CONFIRMED')
                                   and l.read_on < ${fromDay}::date), ${fromDay}::date)), '[]')))
                from meter m where m.company_id = ${companyId} and m.unit_id = c.id), '[]') as meters,
             coalesce((select jsonb_agg(jsonb_build_object('code', w.code, 'month', w.month, 'baseMilli', w.base, 'useMilli', w.used))
                from (select e.tariff_code as code, min(e.month) as month, (array_agg(e.base_milli order by e.month))[1] as base,
                             sum(e.use_milli)::bigint as used
                        from metered_use e where e.company_id = ${companyId} and e.unit_id = c.id and e.month < ${fromDay}::date group by e.tariff_code
                      union all
                      select n.tariff_code, n.month, n.base_milli, n.use_milli from metered_use n
                       where n.company_id = ${companyId} and n.unit_id = c.id and n.month >= ${fromDay}::date) as w), '[]') as accounted,
             coalesce((select jsonb_agg(jsonb_build_object('code', h.tariff_code, 'month', date_trunc('month', h.from_day::timestamp)::date))
                from charge h where h.company_id = ${companyId} and h.unit_id = c.id and h.source = 'BILL_RUN' and h.cancelled_at is null
                 and h.tariff_code is not null and h.from_day >= ${fromDay}::date and h.from_day < ${untilDay}::date), '[]') as billed
        from chunk c order by c.id`.compile(sqlFor),
  );
}
