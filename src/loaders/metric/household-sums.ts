import { CompiledQuery } from 'kysely';
import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import { METRICS } from '../../domain/metric/metrics.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { Split, SumRow, SumsWanted } from './sums-wanted.js';

const PER_HOUSEHOLD: ReadonlySet<string> = new Set(
  METRICS.filter(({ perHousehold }) => perHousehold).map(({ key }) => key),
);

interface Occupied {
  readonly estateId: string | null;
  readonly day: LocalDate;
  readonly households: number;
}

/**
 * What metrics are divided by that are told for each hundred households: those occupied on the first day of the period, or of each
 * period of a series, from what is kept of the dated states of the units. Nothing where none is asked for.
 * @rule D-28
 */
export async function householdSums(ctx: RequestContext, wanted: SumsWanted, split: Split): Promise<SumRow[]> {
  const metrics = wanted.metrics.filter((metric) => PER_HOUSEHOLD.has(metric));
  if (metrics.length === 0) return [];
  const occupied = await ctx.moment.read<Occupied>(
    CompiledQuery.raw(
      `select ${split.estate ? 'h.estate_id' : 'null::uuid'} as "estateId", d.day, sum(h.occupied)::bigint as households
         from unnest($3::date[]) d (day) join household_change h on h.day <= d.day
        where h.company_id = $1 and ($2::uuid[] is null or h.estate_id = any($2::uuid[]))
        group by 1, 2 having sum(h.occupied) <> 0`,
      [ctx.asker.companyId, wanted.estateIds, split.starts ?? [wanted.period.from]],
    ),
  );
  return metrics.flatMap((metric) =>
    occupied.map(({ estateId, day, households }) => ({
      ...{ metric, estateId, day: split.day ? day : null, segment: split.segment ? '' : null },
      ...{ reason: '' as const, numerator: 0, denominator: households, pending: 0, excluded: 0 },
    })),
  );
}
