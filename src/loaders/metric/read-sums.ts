import { CompiledQuery } from 'kysely';
import { stretchesOf } from '../../domain/metric/metric-period.js';
import { ON_ANY_DAY, type MetricPart } from '../../domain/metric/metric-part.js';
import { NO_SUMS, type Exclusions, type MetricSums } from '../../domain/metric/metric-value.js';
import { toldSince } from '../../metrics/told-since.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { householdSums } from './household-sums.js';
import { isOfPriorDebt, priorDebtSums } from './prior-debt-sums.js';
import type { Split, SumRow, SumsWanted } from './sums-wanted.js';

/**
 * Sums of metrics: whole months from the months, the days at the ends from the days, and what has not been folded yet; as known on
 * an earlier day without the changes that became known since; beside them what is not the sum of the days. All of one snapshot.
 */
export async function readSums(ctx: RequestContext, wanted: SumsWanted, split: Split): Promise<SumRow[]> {
  const told = { ...wanted, metrics: wanted.metrics.filter((metric) => !isOfPriorDebt(metric)) };
  const [sums, households, debts] = await Promise.all([
    told.metrics.length > 0 ? keptSums(ctx, told, split) : [],
    householdSums(ctx, wanted, split),
    priorDebtSums(ctx, wanted, split),
  ]);
  return [...sums, ...households, ...debts];
}

function keptSums(ctx: RequestContext, wanted: SumsWanted, split: Split): Promise<SumRow[]> {
  const { metrics, period, estateIds, asKnownOn, today } = wanted;
  const values: unknown[] = [ctx.asker.companyId, metrics, estateIds, period.from, period.to, asKnownOn ?? today];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const where = `company_id = $1 and metric = any($2::text[]) and ($3::uuid[] is null or estate_id = any($3::uuid[])) and ${ripeOn('$6')}`;
  const stretches = split.day === 'DAY' ? [{ grain: 'DAY', ...period }] : stretchesOf(period);
  const days = `on_day >= $4::date and on_day < $5::date`;
  const columns = `metric, estate_id, segment, part, reason`;
  const parts = [
    ...stretches.map(
      ({ grain, from, to }) =>
        `select ${columns}, start_day as day, numerator, denominator from metric_sum
          where ${where} and grain = '${grain}' and start_day >= ${place(from)}::date and start_day < ${place(to)}::date`,
    ),
    `select ${columns}, ${foldedDay(split)} as day, numerator, denominator from metric_fresh where ${where} and ${days}`,
  ];
  if (asKnownOn !== null) {
    const since = toldSince(place(asKnownOn));
    for (const table of ['metric_journal', 'metric_fresh'])
      parts.push(
        `select ${columns}, ${foldedDay(split)} as day, -numerator, -denominator from ${table} where ${where} and ${days} and ${since}`,
      );
  }
  const shown = [
    'metric',
    `${split.estate ? 'estate_id' : 'null::uuid'} as "estateId"`,
    `${split.day ? 'day' : 'null::date'} as day`,
    `${split.segment ? 'segment' : 'null::text'} as segment`,
    `${split.reasons === false ? `''` : APART} as reason`,
  ];
  return ctx.moment.read<SumRow>(
    CompiledQuery.raw(
      `select ${shown.join(', ')}, ${SUMMED} from (${parts.join('\nunion all\n')}) s group by 1, 2, 3, 4, 5 having ${NOT_NOTHING}`,
      values,
    ),
  );
}

/** Why something was left out, as rows are told apart by it. */
export const APART = `case part when 'EXCLUDED' then reason else '' end`;

const sumOf = (part: MetricPart, column: 'numerator' | 'denominator' = 'denominator'): string =>
  `coalesce(sum(${column}) filter (where part = '${part}'), 0)::bigint`;
const SUMS = {
  numerator: sumOf('COUNTED', 'numerator'),
  denominator: sumOf('COUNTED'),
  pending: sumOf('PENDING'),
  excluded: sumOf('EXCLUDED'),
};

/** The sums of all parts side by side, of rows told apart by why they were left out. */
export const SUMMED = Object.entries(SUMS)
  .map(([name, sum]) => `${sum} as ${name}`)
  .join(', ');

/** Parts that cancel one another are not nothing. */
export const NOT_NOTHING = Object.values(SUMS)
  .map((sum) => `${sum} <> 0`)
  .join(' or ');

/** What is pending, or counts, on a day: what ripens by itself is never both, and what does not is the same on any day. */
export const ripeOn = (day: string): string =>
  `(ripe_day = '${ON_ANY_DAY}' or (part = 'PENDING') = (ripe_day >= ${day}::date))`;

/** A delta's day as the sums beside it have theirs: months are whole where the period holds all of one. */
const foldedDay = ({ day }: Split): string =>
  day === 'MONTH'
    ? `case when date_trunc('month', on_day) >= $4::date and date_trunc('month', on_day) + interval '1 month' <= $5::date
            then date_trunc('month', on_day)::date else on_day end`
    : 'on_day';

const NONE: Exclusions = new Map();

/** The sums of a metric from its rows, and what was left out of them. */
export function summed(rows: readonly SumRow[]): { readonly sums: MetricSums; readonly excluded: Exclusions } {
  let [sums, excluded] = [NO_SUMS, NONE];
  for (const row of rows)
    if (row.reason !== '')
      excluded = new Map([...excluded, [row.reason, (excluded.get(row.reason) ?? 0) + row.excluded]]);
    else
      sums = {
        numerator: sums.numerator + row.numerator,
        denominator: sums.denominator + row.denominator,
        pending: sums.pending + row.pending,
      };
  return { sums, excluded };
}
