import { sql } from 'kysely';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';
import type { TariffRow } from './tariffs-of-months.js';

/** What a tariff shares out in a month, and over which weights. */
export interface Shared {
  /** Null where nobody has entered it. */
  readonly amountMinor: number | null;
  /** The weights of all units of the estate that share, and of those before the chunk. */
  readonly total: number;
  before: number;
}

/** Where a chunk begins. */
interface Place {
  readonly estateId: string;
  readonly afterUnitId: string | null;
}

/**
 * The weights by which a cost of the common parts is shared: area, times what a unit is charged in its state on the first
 * day of the month, in hundredths.
 * @rule R-FEE-07
 */
export async function sharedOf(
  ctx: CommandContext,
  { estateId, afterUnitId }: Place,
  tariff: TariffRow,
  month: string,
): Promise<Shared> {
  const { companyId } = ctx;
  const [row] = await ctx.read(
    sql<Shared>`
      select (select s.amount_minor from shared_cost s where s.company_id = ${companyId} and s.estate_id = ${estateId}::uuid
                 and s.tariff_code = ${tariff.code} and s.month = ${month}::date) as "amountMinor",
             coalesce(sum(w.weight), 0)::bigint as total,
             coalesce(sum(w.weight) filter (where w.id <= ${afterUnitId}::uuid), 0)::bigint as before
        from (select u.id, u.charge_area_milli::bigint * case coalesce((select t.state from unit_state t where t.company_id = ${companyId}
                       and t.unit_id = u.id and t.from_day <= ${month}::date order by t.from_day desc limit 1), 'VACANT')
                       when 'VACANT' then ${tariff.vacantPercent}::int when 'NOT_TAKEN_OVER' then ${tariff.notTakenOverPercent}::int else 100 end as weight
                from unit u where u.company_id = ${companyId} and u.estate_id = ${estateId}::uuid
                 and u.use = any(${tariff.uses}::text[]) and u.charge_area_milli is not null) as w`.compile(sqlFor),
  );
  return row ?? { amountMinor: null, total: 0, before: 0 };
}
