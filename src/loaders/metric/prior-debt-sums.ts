import { CompiledQuery } from 'kysely';
import { METRICS } from '../../domain/metric/metrics.js';
import { toldSince } from '../../metrics/told-since.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { Split, SumRow, SumsWanted } from './sums-wanted.js';

const OF_PRIOR_DEBT: ReadonlySet<string> = new Set(
  METRICS.filter(({ ofPriorDebt }) => ofPriorDebt).map(({ key }) => key),
);

/** Whether a metric is of what was due before the period, and is not the sum of what is told on its days. */
export const isOfPriorDebt = (metric: string): boolean => OF_PRIOR_DEBT.has(metric);

/**
 * Sums of what was due before the period, or before each period of a series: what was paid of it in the period, and what was open of
 * it when it began: by month, and by day in months that a period begins or ends within. Nothing where none is asked for.
 * @rule M-FEE-04
 */
export async function priorDebtSums(ctx: RequestContext, wanted: SumsWanted, split: Split): Promise<SumRow[]> {
  const metrics = wanted.metrics.filter(isOfPriorDebt);
  if (metrics.length === 0) return [];
  const { period, estateIds, asKnownOn } = wanted;
  const starts = split.starts ?? [period.from];
  const ends = [...starts.slice(1), period.to];
  const cell = `metric, estate_id, ripe_day`;
  const where = `company_id = $1 and metric = any($2::text[]) and ($3::uuid[] is null or estate_id = any($3::uuid[])) and part = 'COUNTED'`;
  const cut = [...starts, period.to].filter((day) => !day.endsWith('-01')).map((day) => `${day.slice(0, 8)}01`);
  const since = toldSince('$5');
  // Of an earlier day what has become known since is taken away again.
  const later = ['metric_journal', 'metric_fresh'].map(
    (table) => `
         union all select ${cell}, on_day, -numerator, -denominator from ${table} where ${where} and on_day < $4::date and $5::date is not null and ${since}`,
  );
  return ctx.moment.read<SumRow>(
    CompiledQuery.raw(
      `with told as (
         select ${cell}, start_day as day, numerator, denominator from metric_sum
          where ${where} and grain = 'MONTH' and start_day < $4::date and start_day <> all($8::date[])
         union all select ${cell}, start_day, numerator, denominator
           from unnest($8::date[]) c (month) join metric_sum on start_day >= c.month and start_day < c.month + interval '1 month'
          where ${where} and grain = 'DAY' and start_day < $4::date
         union all select ${cell}, on_day, numerator, denominator from metric_fresh where ${where} and on_day < $4::date${later.join('')}
       )
       select t.metric, ${split.estate ? 't.estate_id' : 'null::uuid'} as "estateId", ${split.day ? 'p.from_day' : 'null::date'} as day,
              ${split.segment ? `''` : 'null::text'} as segment, '' as reason,
              coalesce(sum(t.numerator) filter (where t.day >= p.from_day), 0)::bigint as numerator,
              (sum(t.denominator) - coalesce(sum(t.numerator) filter (where t.day < p.from_day), 0))::bigint as denominator,
              0::bigint as pending, 0::bigint as excluded
         from unnest($6::date[], $7::date[]) p (from_day, to_day) join told t on t.ripe_day < p.from_day and t.day < p.to_day
        group by 1, 2, 3, 4`,
      [ctx.asker.companyId, metrics, estateIds, period.to, asKnownOn, starts, ends, [...new Set(cut)]],
    ),
  );
}
