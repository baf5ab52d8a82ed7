import { CompiledQuery } from 'kysely';
import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import type { ExclusionReason } from '../../domain/metric/exclusion-reason.js';
import { stretchesOf, type MetricPeriod } from '../../domain/metric/metric-period.js';
import { ON_ANY_DAY, type MetricPart } from '../../domain/metric/metric-part.js';
import type { MetricSums } from '../../domain/metric/metric-value.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { householdSums } from './household-sums.js';

/** Which sums are wanted. */
export interface SumsWanted {
  /** Names as they stand among the sums. */
  readonly metrics: readonly string[];
  readonly period: MetricPeriod;
  /** Null: all of the company. */
  readonly estateIds: readonly string[] | null;
  readonly asKnownOn: LocalDate | null;
  /** The present day in the company's zone. */
  readonly today: LocalDate;
}

/** What sums are told apart by beside the metric. */
export interface Split {
  readonly estate?: boolean;
  readonly segment?: boolean;
  /** By day, where it stands `DAY`; else by month, with single days at the ends of the period. */
  readonly day?: 'DAY' | 'MONTH';
  /** The first days of the periods of a series; of one figure the first day of its period. */
  readonly starts?: readonly LocalDate[];
}

/** Sums of one part of a metric. */
export interface SumRow {
  readonly metric: string;
  readonly estateId: string | null;
  /** The day, or the first of the month. */
  readonly day: LocalDate | null;
  readonly segment: string | null;
  readonly part: MetricPart;
  readonly reason: ExclusionReason | '';
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Sums of metrics: whole months from the months, the days at the ends from the days, and what has not been folded yet; as known on
 * an earlier day without the changes that became known since. All of one snapshot, in one statement.
 */
export async function readSums(ctx: RequestContext, wanted: SumsWanted, split: Split): Promise<SumRow[]> {
  const [sums, households] = await Promise.all([keptSums(ctx, wanted, split), householdSums(ctx, wanted, split)]);
  return [...sums, ...households];
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
    const since = `recorded_at >= (select ((${place(asKnownOn)}::date + 1)::timestamp at time zone c.time_zone) from company c where c.id = $1)`;
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
    'part',
    'reason',
  ];
  return ctx.moment.read<SumRow>(
    CompiledQuery.raw(
      `select ${shown.join(', ')}, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator
         from (${parts.join('\nunion all\n')}) s group by 1, 2, 3, 4, 5, 6
       having sum(numerator) <> 0 or sum(denominator) <> 0`,
      values,
    ),
  );
}

/** What is pending, or counts, on a day: what ripens by itself is never both, and what does not is the same on any day. */
export const ripeOn = (day: string): string =>
  `(ripe_day = '${ON_ANY_DAY}' or (part = 'PENDING') = (ripe_day >= ${day}::date))`;

/** A delta's day as the sums beside it have theirs: months are whole where the period holds all of one. */
const foldedDay = ({ day }: Split): string =>
  day === 'MONTH'
    ? `case when date_trunc('month', on_day) >= $4::date and date_trunc('month', on_day) + interval '1 month' <= $5::date
            then date_trunc('month', on_day)::date else on_day end`
    : 'on_day';

/** The sums of a metric from its parts. */
export function sumsOf(rows: Iterable<SumRow>): MetricSums {
  let [numerator, denominator, pending] = [0, 0, 0];
  const excluded = new Map<ExclusionReason, number>();
  for (const row of rows)
    if (row.part === 'PENDING') pending += row.denominator;
    else if (row.part === 'EXCLUDED' && row.reason !== '')
      excluded.set(row.reason, (excluded.get(row.reason) ?? 0) + row.denominator);
    else {
      numerator += row.numerator;
      denominator += row.denominator;
    }
  return { numerator, denominator, pending, excluded };
}
