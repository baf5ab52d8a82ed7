import { CompiledQuery } from 'kysely';
import { dayNumber } from '../../domain/calendar/calendar-day.js';
import { invalidInput } from '../../domain/errors.js';
import { NO_SUMS } from '../../domain/metric/metric-value.js';
import { metricOf, type MetricKey } from '../../domain/metric/metrics.js';
import { rankEstates } from '../../domain/metric/rank-estates.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { figuresByEstate, type SettledFigure } from './metric-figure.js';
import type { MetricScope } from './metric-scope.js';

/** Whether an estate records what happens. @rule D-25 */
export interface DataHealth {
  readonly lastActivityAt: Date | null;
  readonly silentDays: number;
  readonly late: SettledFigure;
}

/** The figures of one estate. */
export interface EstateScorecard {
  readonly estateId: string;
  readonly rank: number | null;
  readonly figures: readonly SettledFigure[];
  readonly health: DataHealth;
}

/** Which estates of the list, how they are ordered. */
interface ScorecardsWanted {
  readonly metrics: readonly MetricKey[];
  readonly rankBy: MetricKey | null;
  readonly first: number;
  readonly after: string | null;
}

interface EstateRow {
  readonly id: string;
  readonly lastActivityAt: Date | null;
  readonly loggedDays: number;
}

/** Estates that one answer shows at most. */
const MOST = 500;
const LOG: MetricKey = 'CONTACTS_RECEIVED';
const LATE: MetricKey = 'ENTRY_LATE';

/**
 * Estates with their figures, ranked by a metric or else by their codes; a fixed number of statements however many they are.
 * @throws INVALID_INPUT at `after` for what is no cursor of this list
 * @rule R-MET-13 @rule D-25
 */
export async function estateScorecards(ctx: RequestContext, scope: MetricScope, wanted: ScorecardsWanted) {
  const { metrics, rankBy, first, after } = wanted;
  if (first < 1 || first > MOST) throw invalidInput('first', `must lie between 1 and ${MOST}`, { max: MOST });
  const estates = await estatesOf(ctx, scope);
  const ordered =
    rankBy === null ? estates.map((estate) => ({ estate, rank: null })) : await ranked(ctx, scope, estates, rankBy);
  const start = after === null ? 0 : ordered.findIndex(({ estate }) => cursorOf(estate.id) === after) + 1;
  if (after !== null && start === 0) throw invalidInput('after', 'is not a cursor of this list');
  const shown = ordered.slice(start, start + first);
  const ids = shown.map(({ estate }) => estate.id);
  const figures = await figuresByEstate(ctx, scope, [...metrics, LATE], ids);
  const days = daysOf(scope);
  const nodes = shown.map(({ estate, rank }): EstateScorecard => {
    const own = figures.get(estate.id) ?? [];
    const late = own.at(-1) as SettledFigure;
    return {
      ...{ estateId: estate.id, rank, figures: own.slice(0, -1) },
      health: { lastActivityAt: estate.lastActivityAt, silentDays: Math.max(0, days - estate.loggedDays), late },
    };
  });
  const cursors = ids.map(cursorOf);
  return {
    nodes,
    edges: nodes.map((node, i) => ({ cursor: cursors[i] ?? '', node })),
    pageInfo: {
      hasNextPage: start + first < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    totalCount: () => Promise.resolve(ordered.length),
  };
}

async function ranked(ctx: RequestContext, scope: MetricScope, estates: readonly EstateRow[], rankBy: MetricKey) {
  const figures = await figuresByEstate(
    ctx,
    scope,
    [rankBy],
    estates.map(({ id }) => id),
  );
  const toRank = estates.map((estate) => ({
    ...estate,
    sums: figures.get(estate.id)?.[0]?.sums ?? NO_SUMS,
    silent: estate.loggedDays === 0,
  }));
  return rankEstates(metricOf(rankBy), toRank);
}

/** The estates of a scope by their codes, when they last told of anything, and on how many days of the period they logged contacts. */
function estatesOf(ctx: RequestContext, scope: MetricScope): Promise<EstateRow[]> {
  const { period, estateIds } = scope;
  return ctx.moment.read<EstateRow>(
    CompiledQuery.raw(
      `select e.id, coalesce(l.days, 0)::int as "loggedDays",
              (select v.recorded_at from event v where v.company_id = $1 and v.estate_id = e.id
                order by v.recorded_at desc, v.seq desc limit 1) as "lastActivityAt"
         from estate e
         left join (
           select estate_id, count(distinct day) as days
             from (select estate_id, start_day as day from metric_sum
                    where company_id = $1 and grain = 'DAY' and metric = $3 and start_day >= $4::date and start_day < $5::date and numerator > 0
                   union all
                   select estate_id, on_day from metric_fresh
                    where company_id = $1 and metric = $3 and on_day >= $4::date and on_day < $5::date) d
            group by estate_id) l on l.estate_id = e.id
        where e.company_id = $1 and ($2::uuid[] is null or e.id = any($2::uuid[])) order by e.code, e.id`,
      [ctx.asker.companyId, estateIds, LOG, period.from, period.to],
    ),
  );
}

/** Days of the period that have begun. */
function daysOf({ period, today }: MetricScope): number {
  const last = Math.min(dayNumber(period.to), dayNumber(today) + 1);
  return Math.max(0, last - dayNumber(period.from));
}

const cursorOf = (estateId: string): string => Buffer.from(estateId.replaceAll('-', ''), 'hex').toString('base64url');
