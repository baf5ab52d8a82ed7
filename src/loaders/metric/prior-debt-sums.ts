import { CompiledQuery } from 'kysely';
import { METRICS } from '../../domain/metric/metrics.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { Split, SumRow, SumsWanted } from './sums-wanted.js';

const OF_PRIOR_DEBT: ReadonlySet<string> = new Set(
  METRICS.filter(({ ofPriorDebt }) => ofPriorDebt).map(({ key }) => key),
);

/** Whether a metric is of what was due before the period, and is not the sum of what is told on its days. */
export const isOfPriorDebt = (metric: string): boolean => OF_PRIOR_DEBT.has(metric);

/**
 * Sums of what was due before the period, or before each period of a series: what was paid of it in the period, and what was open of
 * it when it began. What was told in the months before comes by month. Nothing where none is asked for.
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
  const whole = `date_trunc('month', $4::date)::date`;
  const since = `recorded_at >= (select (($6::date + 1)::timestamp at time zone c.time_zone) from company c where c.id = $1)`;
  // Of an earlier day what has become known since is taken away again.
  const later = ['metric_journal', 'metric_fresh'].map(
    (table) => `
         union all select ${cell}, on_day, -numerator, -denominator from ${table} where ${where} and on_day < $5::date and $6::date is not null and ${since}`,
  );
  return ctx.moment.read<SumRow>(
    CompiledQuery.raw(
      `with told as (
         select ${cell}, start_day as day, numerator, denominator from metric_sum where ${where} and grain = 'MONTH' and start_day < ${whole}
         union all select ${cell}, start_day, numerator, denominator from metric_sum
          where ${where} and grain = 'DAY' and start_day >= ${whole} and start_day < $5::date
         union all select ${cell}, on_day, numerator, denominator from metric_fresh where ${where} and on_day < $5::date${later.join('')}
       )
       select t.metric, ${split.estate ? 't.estate_id' : 'null::uuid'} as "estateId", ${split.day ? 'p.from_day' : 'null::date'} as day,
              ${split.segment ? `''` : 'null::text'} as segment, 'COUNTED' as part, '' as reason,
              coalesce(sum(t.numerator) filter (where t.day >= p.from_day), 0)::bigint as numerator,
              (sum(t.denominator) - coalesce(sum(t.numerator) filter (where t.day < p.from_day), 0))::bigint as denominator
         from unnest($7::date[], $8::date[]) p (from_day, to_day) join told t on t.ripe_day < p.from_day and t.day < p.to_day
        group by 1, 2, 3, 4`,
      [ctx.asker.companyId, metrics, estateIds, starts[0], period.to, asKnownOn, starts, ends],
    ),
  );
}
