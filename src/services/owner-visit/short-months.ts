import { sql } from 'kysely';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';

/**
 * Months that are in their last seven days by the estate's own clock, in which fewer households were visited than they
 * require, and of which nobody has been told. @rule R-VIS-05
 */
export async function shortMonths(house: House, principal: Actor): Promise<string[]> {
  const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  const now = sql`coalesce(${house.clock?.now() ?? null}::timestamptz, now())`;
  try {
    const rows = await moment.read(
      sql<{ id: string }>`
        select m.id from visit_month m join estate e on e.company_id = m.company_id and e.id = m.estate_id
         where m.company_id = ${principal.companyId} and m.reminded_at is null
           and m.month = date_trunc('month', ${now} at time zone e.time_zone)::date
           and (${now} at time zone e.time_zone)::date >= (m.month + interval '1 month' - interval '7 days')::date
           and m.required > (select count(distinct v.unit_id) from owner_visit v
                              where v.company_id = m.company_id and v.estate_id = m.estate_id and v.counts
                                and v.visited_at >= (m.month::timestamp at time zone e.time_zone))
         order by e.code`.compile(sqlFor),
    );
    return rows.map(({ id }) => id);
  } finally {
    await moment.finish();
  }
}
