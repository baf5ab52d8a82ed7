import { sql } from 'kysely';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';

/** Estates whose month, by their own clocks, nobody has drawn households for yet. @rule R-VIS-05 */
export async function undrawnEstates(house: House, principal: Actor): Promise<string[]> {
  const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  const now = sql`coalesce(${house.clock?.now() ?? null}::timestamptz, now())`;
  try {
    const rows = await moment.read(
      sql<{ id: string }>`
        select e.id from estate e
         where e.company_id = ${principal.companyId}
           and not exists (select 1 from visit_month m where m.company_id = e.company_id and m.estate_id = e.id
                              and m.month = date_trunc('month', ${now} at time zone e.time_zone)::date)
         order by e.code`.compile(sqlFor),
    );
    return rows.map(({ id }) => id);
  } finally {
    await moment.finish();
  }
}
