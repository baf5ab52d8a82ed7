import { CompiledQuery } from 'kysely';
import type { Pool } from 'pg';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import { ON_ANY_DAY } from '../../domain/metric/metric-part.js';
import { METRICS } from '../../domain/metric/metrics.js';
import { hasSpread, spreadKey } from '../../domain/metric/spread.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { FROM_ROWS } from './from-rows.js';
import { spreadFromRows } from './spread-from-rows.js';

/** A cell of which the sums say something else than the rows. */
export interface MetricDifference {
  /** As it stands among the sums. */
  readonly metric: string;
  readonly estateId: string;
  /** The day, or the first of the month with `MONTH`. */
  readonly day: string;
  readonly grain: 'DAY' | 'MONTH';
  readonly part: string;
  readonly reason: string;
  readonly segment: string;
  readonly rows: { readonly numerator: string; readonly denominator: string };
  readonly sums: { readonly numerator: string; readonly denominator: string };
}

/** Of what a comparison is made. */
export interface VerifyScope {
  /** Null: all estates. */
  readonly estateIds: readonly string[] | null;
  /** Null: all time. */
  readonly period: MetricPeriod | null;
}

/**
 * Compares every sum of a company with the rows, estate by estate and day by day, by questions of their own, and the months
 * with the days; all in one snapshot, so it can be run while the product works.
 * @returns what differs; nothing where all is right
 */
export async function verifyMetrics(
  pool: Pool,
  companyId: string,
  { estateIds, period }: VerifyScope = { estateIds: null, period: null },
): Promise<MetricDifference[]> {
  const moment = new ReadMoment(pool, houseVariables(companyId), companyId);
  try {
    const found: MetricDifference[] = [];
    const bounds = [companyId, estateIds, period?.from ?? null, period?.to ?? null];
    for (const { key, text } of QUESTIONS)
      for (const grain of ['DAY', 'MONTH'] as const) {
        const rows = await moment.read<Omit<MetricDifference, 'metric' | 'grain'>>(
          CompiledQuery.raw(compare(key, text, grain), bounds),
        );
        found.push(...rows.map((row) => ({ ...row, metric: key, grain })));
      }
    return found;
  } finally {
    await moment.finish();
  }
}

/** All that stands among the sums: metrics, and the buckets of times. */
const QUESTIONS = METRICS.flatMap((metric) => [
  { key: metric.key, text: FROM_ROWS[metric.key] },
  ...(hasSpread(metric) ? [{ key: spreadKey(metric.key), text: spreadFromRows(FROM_ROWS[metric.key]) }] : []),
]);

/** Whether items of a metric begin to count on a day that is known beforehand. */
const ripensIn = (key: string): boolean =>
  METRICS.some((metric) => metric.key === key && metric.items.ripe !== undefined);

const compare = (key: string, text: string, grain: 'DAY' | 'MONTH'): string => `
with item as (select *${ripensIn(key) ? '' : `, date '${ON_ANY_DAY}' as ripe`} from (${text}) i),
truth as (
  select estate_id, ${grain === 'DAY' ? '(at at time zone zone)::date' : "date_trunc('month', at at time zone zone)::date"} as start_day,
         case when why is null or why = 'IN_CONFIDENCE' then 'COUNTED' when why = 'PENDING' then 'PENDING' else 'EXCLUDED' end as part,
         case when why is null or why = 'PENDING' then '' else why end as reason, segment, ripe,
         sum(case when why is null or why = 'IN_CONFIDENCE' then n else 0 end)::bigint as n,
         sum(case when why is null or why = 'IN_CONFIDENCE' then d else 1 end)::bigint as d
    from item group by 1, 2, 3, 4, 5, 6
), kept as (
  select estate_id, start_day, part, reason, segment, ripe_day as ripe, sum(numerator)::bigint as n, sum(denominator)::bigint as d
    from (select estate_id, start_day, part, reason, segment, ripe_day, numerator, denominator
            from metric_sum where company_id = $1 and grain = '${grain}' and metric = '${key}'
          union all
          select estate_id, ${grain === 'DAY' ? 'on_day' : "date_trunc('month', on_day)::date"}, part, reason, segment, ripe_day, numerator, denominator
            from metric_fresh where company_id = $1 and metric = '${key}') s
   group by 1, 2, 3, 4, 5, 6
)
select estate_id as "estateId", start_day::text as day, part, reason, segment,
       json_build_object('numerator', coalesce(t.n, 0)::text, 'denominator', coalesce(t.d, 0)::text) as rows,
       json_build_object('numerator', coalesce(k.n, 0)::text, 'denominator', coalesce(k.d, 0)::text) as sums
  from truth t full join kept k using (estate_id, start_day, part, reason, segment, ripe)
 where (coalesce(t.n, 0), coalesce(t.d, 0)) <> (coalesce(k.n, 0), coalesce(k.d, 0))
   and ($2::uuid[] is null or estate_id = any($2::uuid[]))
   and ($3::date is null or start_day >= $3::date) and ($4::date is null or start_day < $4::date)
 order by 1, 2, 3, 4, 5, ripe`;
