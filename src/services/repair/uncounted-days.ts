import { sql } from 'kysely';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';

/** How many days are made up for after a stand-still. */
const DAYS_BACK = 7;

/**
 * Days of estates that are over by their own clocks and not counted yet: since the last one that was, a week at most; of
 * an estate that was never counted, yesterday. @rule R-RPR-16
 */
export async function uncountedDays(
  house: House,
  principal: Actor,
): Promise<{ readonly estateId: string; readonly day: string }[]> {
  const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  const now = sql`coalesce(${house.clock?.now() ?? null}::timestamptz, now())`;
  try {
    return await moment.read(
      sql<{ estateId: string; day: string }>`
        select e.id as "estateId", (today - back)::date as day
          from (select x.id, x.code, (${now} at time zone x.time_zone)::date as today,
                       (select max(d.day) from repair_day d
                         where d.company_id = ${principal.companyId} and d.estate_id = x.id) as last
                  from estate x where x.company_id = ${principal.companyId}) e
         cross join generate_series(1, ${DAYS_BACK}::int) back
         where today - back > coalesce(last, today - 2)
         order by e.code, day`.compile(sqlFor),
    );
  } finally {
    await moment.finish();
  }
}
