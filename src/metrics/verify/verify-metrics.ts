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

/** Longest that a question to the rows may take, in milliseconds: nobody waits for its answer on a screen. */
const STATEMENT_MS = 60_000;

/** How long who verifies waits for the database, in milliseconds: longer than the server lets a statement run. */
export const VERIFY_PATIENCE = { connectionMs: 5_000, answerMs: STATEMENT_MS + 3_000 } as const;

/** Estates that are looked at in one statement, so that none holds its snapshot for long; their books have thousands of lines each. */
const AT_ONCE = 5;
const BOOKS_AT_ONCE = 1;

/**
 * Compares every sum of a company with the rows, estate by estate, day by day and month by month, by questions of their own. Rows
 * and sums of a few estates and one metric are read in the same snapshot, so it can be run while the product works, and no
 * transaction lives long however large the company is.
 * @returns what differs; nothing where all is right
 */
export async function verifyMetrics(
  pool: Pool,
  companyId: string,
  { estateIds, period }: VerifyScope = { estateIds: null, period: null },
): Promise<MetricDifference[]> {
  const estates = await inOneMoment<{ id: string }>(pool, companyId, ESTATES, [companyId, estateIds]);
  const found: MetricDifference[] = [];
  for (const { key, text, atOnce } of QUESTIONS)
    for (let at = 0; at < estates.length; at += atOnce) {
      const looked = estates.slice(at, at + atOnce).map(({ id }) => id);
      const bounds = [companyId, looked, period?.from ?? null, period?.to ?? null];
      const rows = await inOneMoment<Omit<MetricDifference, 'metric'>>(pool, companyId, text, bounds);
      found.push(...rows.map((row) => ({ ...row, metric: key })));
    }
  return found;
}

const ESTATES = `select id from estate where company_id = $1 and ($2::uuid[] is null or id = any($2::uuid[])) order by code, id`;

async function inOneMoment<R>(pool: Pool, companyId: string, text: string, values: readonly unknown[]): Promise<R[]> {
  const variables = { ...houseVariables(companyId), statement_timeout: String(STATEMENT_MS) };
  const moment = new ReadMoment(pool, variables, companyId);
  const [rows] = await Promise.all([moment.read<R>(CompiledQuery.raw(text, [...values])), moment.finish()]);
  return rows;
}

/** Whether items of a metric begin to count on a day that is known beforehand. */
const ripensIn = (key: string): boolean =>
  METRICS.some((metric) => metric.key === key && metric.items.ripe !== undefined);

/** The days of the rows and their months, each compared with the sums of its grain. */
const compare = (key: string, text: string): string => `
with item as (
  select i.*${ripensIn(key) ? '' : `, date '${ON_ANY_DAY}' as ripe`} from (${text}) i where i.estate_id = any($2::uuid[])),
truth as (
  select estate_id, g.grain, g.start_day,
         case when why is null or why = 'IN_CONFIDENCE' then 'COUNTED' when why = 'PENDING' then 'PENDING' else 'EXCLUDED' end as part,
         case when why is null or why = 'PENDING' then '' else why end as reason, segment, ripe,
         sum(case when why is null or why = 'IN_CONFIDENCE' then n else 0 end)::bigint as n,
         sum(case when why is null or why = 'IN_CONFIDENCE' then d else 1 end)::bigint as d
    from item cross join lateral (values ('DAY', (at at time zone zone)::date), ('MONTH', date_trunc('month', at at time zone zone)::date)) g (grain, start_day)
   group by 1, 2, 3, 4, 5, 6, 7
), kept as (
  select estate_id, grain, start_day, part, reason, segment, ripe_day as ripe, sum(numerator)::bigint as n, sum(denominator)::bigint as d
    from (select estate_id, grain, start_day, part, reason, segment, ripe_day, numerator, denominator
            from metric_sum where company_id = $1 and metric = '${key}' and estate_id = any($2::uuid[])
          union all
          select estate_id, g.grain, g.start_day, part, reason, segment, ripe_day, numerator, denominator
            from metric_fresh cross join lateral (values ('DAY', on_day), ('MONTH', date_trunc('month', on_day)::date)) g (grain, start_day)
           where company_id = $1 and metric = '${key}' and estate_id = any($2::uuid[])) s
   group by 1, 2, 3, 4, 5, 6, 7
)
select estate_id as "estateId", grain, start_day::text as day, part, reason, segment,
       json_build_object('numerator', coalesce(t.n, 0)::text, 'denominator', coalesce(t.d, 0)::text) as rows,
       json_build_object('numerator', coalesce(k.n, 0)::text, 'denominator', coalesce(k.d, 0)::text) as sums
  from truth t full join kept k using (estate_id, grain, start_day, part, reason, segment, ripe)
 where (coalesce(t.n, 0), coalesce(t.d, 0)) <> (coalesce(k.n, 0), coalesce(k.d, 0))
   and ($3::date is null or start_day >= $3::date) and ($4::date is null or start_day < $4::date)
 order by grain, 1, 3, 4, 5, 6, ripe`;

/** All that stands among the sums: metrics, and the buckets of times. */
const QUESTIONS = METRICS.flatMap((metric) => {
  const atOnce = metric.items.source === 'BOOKS' ? BOOKS_AT_ONCE : AT_ONCE;
  const rows = FROM_ROWS[metric.key];
  return [
    { key: metric.key, text: compare(metric.key, rows), atOnce },
    ...(hasSpread(metric)
      ? [{ key: spreadKey(metric.key), text: compare(spreadKey(metric.key), spreadFromRows(rows)), atOnce }]
      : []),
  ];
});
