import type { Pool } from 'pg';
import { METRICS } from '../domain/metric/metrics.js';
import { hasSpread, spreadKey } from '../domain/metric/spread.js';
import type { Execute } from '../tenancy/write/write-transaction.js';
import { FOLD_LOCK } from './fold-metrics.js';
import { inTransaction } from './in-transaction.js';

/** All that stands among the sums. */
const KEYS = METRICS.flatMap((metric) => [metric.key, ...(hasSpread(metric) ? [spreadKey(metric.key)] : [])]);

const edges = (of: string, day: string): string =>
  `(select ${day} as day from ${of} order by ${day} limit 1) union all (select ${day} from ${of} order by ${day} desc limit 1)`;
const TOLD = `metric_journal where company_id = $1 and metric = m.metric and estate_id = $2`;
const SUMMED = `metric_sum where company_id = $1 and grain = 'MONTH'`;

/** The months of an estate of which anything was told or summed, and those between them. `$3` the metrics. */
const MONTHS = `
select generate_series(min(day), max(day), interval '1 month')::date::text as month
  from (select date_trunc('month', t.day) as day from unnest($3::text[]) m (metric) cross join lateral (${edges(TOLD, 'on_day')}) t
        union all select day::timestamp from (${edges(SUMMED, 'start_day')}) s) d`;

const CELL = 'grain, start_day, metric, part, reason, segment, ripe_day';

/** Sets every sum of an estate and a month, its days too, to what the journal comes to, where it says something else. `$4` the month. */
const RIGHT = `
with told as (
  select g.grain, g.start_day, metric, part, reason, segment, ripe_day, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
    from metric_journal cross join lateral (values ('DAY', on_day), ('MONTH', $4::date)) g (grain, start_day)
   where company_id = $1 and estate_id = $2 and metric = any($3::text[]) and on_day >= $4::date and on_day < ($4::date + interval '1 month')::date
   group by 1, 2, 3, 4, 5, 6, 7
), stands as (
  select ${CELL}, numerator, denominator from metric_sum
   where company_id = $1 and grain = any(array['DAY', 'MONTH']) and metric = any($3::text[]) and estate_id = $2
     and start_day = any(array(select generate_series($4::date, $4::date + interval '1 month' - interval '1 day', interval '1 day')::date))
), righted as (
  insert into metric_sum (company_id, estate_id, ${CELL}, numerator, denominator)
  select $1, $2, ${CELL}, coalesce(t.numerator, 0), coalesce(t.denominator, 0)
    from told t full join stands s using (${CELL})
   where coalesce(t.numerator, 0) <> coalesce(s.numerator, 0) or coalesce(t.denominator, 0) <> coalesce(s.denominator, 0)
  on conflict (company_id, grain, start_day, metric, estate_id, part, reason, segment, ripe_day)
  do update set numerator = excluded.numerator, denominator = excluded.denominator
  returning 1
)
select count(*)::int as righted from righted`;

/**
 * Sets the sums of a company to what its journal comes to, a month of an estate a transaction, while the product answers and
 * tells more; what it tells meanwhile is moved into the sums afterwards.
 * @param between called before each of them; what it throws ends the work, which may be begun anew
 * @returns how many sums said something else
 */
export async function rightSums(pool: Pool, companyId: string, between: () => void): Promise<number> {
  const once = <T>(work: (execute: Execute) => Promise<T>): Promise<T> =>
    inTransaction(pool, companyId, ({ execute }) => work(execute));
  let righted = 0;
  for (const { id } of await once((execute) => execute<{ id: string }>(ESTATES, [companyId])))
    for (const { month } of await once((execute) => execute<{ month: string }>(MONTHS, [companyId, id, KEYS]))) {
      between();
      righted += await once((execute) => rightMonth(execute, [companyId, id, KEYS, month]));
    }
  return righted;
}

const ESTATES = 'select id from estate where company_id = $1 order by id';

async function rightMonth(execute: Execute, of: readonly [string, ...unknown[]]): Promise<number> {
  await execute(`select pg_advisory_xact_lock(${FOLD_LOCK})`, [of[0]]);
  const [done] = await execute<{ righted: number }>(RIGHT, of);
  return done?.righted ?? 0;
}
