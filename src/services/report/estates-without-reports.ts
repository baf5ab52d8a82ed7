import { sql } from 'kysely';
import { addDays } from '../../domain/calendar/calendar-day.js';
import { localDay } from '../../domain/place/local-day.js';
import { REPORT_KINDS } from '../../domain/report/report-kind.js';
import { lastPeriod, OWED_AFTER_DAYS } from '../../domain/report/report-period.js';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { sessionVariables } from '../../tenancy/session-variables.js';

/** The longest that a deadline lies behind its period, with the days for which a report still becomes owed. */
const LONGEST_DAYS = 31 + OWED_AFTER_DAYS;

interface EstateReports {
  readonly id: string;
  readonly zone: string;
  readonly now: Date;
  /** `REPAIR_ANALYSIS/2026-09-01`. */
  readonly drafted: readonly string[];
}

/** Estates that lack a report on a period that was over not long ago, by their own clocks. @rule R-RPT-21 */
export async function estatesWithoutReports(house: House, principal: Actor): Promise<string[]> {
  const moment = new ReadMoment(house.pool, sessionVariables(principal), principal.companyId);
  const now = sql`coalesce(${house.clock?.now() ?? null}::timestamptz, now())`;
  try {
    const rows = await moment.read(
      sql<EstateReports>`
        select e.id, e.time_zone as zone, ${now} as now,
               array(select r.kind || '/' || r.from_day from report r
                      where r.company_id = e.company_id and r.estate_id = e.id
                        and r.until_day > (${now} at time zone e.time_zone)::date - ${LONGEST_DAYS + 1}::int) as drafted
          from estate e where e.company_id = ${principal.companyId} order by e.code`.compile(sqlFor),
    );
    return rows.filter(lacksOne).map(({ id }) => id);
  } finally {
    await moment.finish();
  }
}

function lacksOne({ zone, now, drafted }: EstateReports): boolean {
  const today = localDay(now, zone);
  return REPORT_KINDS.some((kind) => {
    const { from, to } = lastPeriod(kind, today);
    return addDays(to, LONGEST_DAYS) >= today && !drafted.includes(`${kind}/${from}`);
  });
}
