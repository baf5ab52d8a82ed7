import { invalidInput } from '../../domain/errors.js';
import { agesOn } from '../../domain/metric/age-bucket.js';
import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import { pointsOf, type MetricInterval, type MetricPeriod } from '../../domain/metric/metric-period.js';
import { metricOf, type Metric, type MetricKey } from '../../domain/metric/metrics.js';
import { assertOwnDimension } from '../../domain/metric/own-dimension.js';
import { assertAboutTickets, ticketDimension } from '../../metrics/assert-about-tickets.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { groupedBy } from '../grouped-by.js';
import { estateById, type EstateRow } from '../place/estate-by-id.js';
import { figuresOf, WHOLE, type MetricFigure } from './metric-figure.js';
import type { MetricScope } from './metric-scope.js';
import { readSums, summed } from './read-sums.js';
import type { Split, SumRow } from './sums-wanted.js';
import { readSumsByTicket } from './sums-by-ticket.js';

/** A figure in a series or a breakdown. */
export interface MetricPoint {
  readonly period: MetricPeriod;
  /** Null where it is of all of them, and where the asker may not read it. */
  readonly estate: EstateRow | null;
  readonly segment: string | null;
  readonly figure: MetricFigure;
}

/** Points that an answer shows at most. */
const MOST = 20_000;
/** Points of what is divided by households, or by what was open before: both are counted anew for each. */
const MOST_COUNTED_ANEW = 36;

/** Which points of a metric are wanted. */
export interface SeriesWanted {
  readonly interval: MetricInterval;
  readonly byEstate: boolean;
  readonly by: MetricDimension | null;
}

/**
 * A metric over time, by estate or by its own dimension where asked; points without items are left out of breakdowns, and
 * null in a series of the whole. Estates stand in the order of their codes.
 * @throws INVALID_INPUT with the argument's path for a dimension that the metric does not have, and for too many points
 */
export async function metricSeries(
  ctx: RequestContext,
  scope: MetricScope,
  key: MetricKey,
  { interval, byEstate, by }: SeriesWanted,
): Promise<MetricPoint[]> {
  const metric = metricOf(key);
  if (by !== null) assertOwnDimension(metric, by);
  const points = pointsOf(scope.period, interval);
  if ((metric.perHousehold || metric.ofPriorDebt) && points.length > MOST_COUNTED_ANEW)
    throw invalidInput('interval', `gives more than ${MOST_COUNTED_ANEW} points; take a longer one`);
  const split: Split = {
    ...{ day: interval === 'DAY' || interval === 'WEEK' ? 'DAY' : 'MONTH', estate: byEstate, segment: by !== null },
    starts: points.map(({ from }) => from),
  };
  const read = (reasons: boolean): Promise<SumRow[]> =>
    readSums(ctx, { ...scope, metrics: [key] }, { ...split, reasons });
  const rows = await read(false);
  const groups = placedRows(rows, points);
  if (groups.size * points.length > MOST)
    throw invalidInput('interval', `gives more than ${MOST} points; take a longer one`);
  if (groups.size === 0 && !byEstate && by === null) groups.set('null/null', new Map());
  const partOf = await partsOf(ctx, rows);
  const leftOut = async () => placedRows(await read(true), points);
  const scopes = points.map((period) => ({ ...scope, period }));
  const inSeries = points.length > 1;
  const parts = [...groups].map(([name, placed]) => ({
    ...{ name, placed, part: partOf(placed.values().next().value?.[0]) },
  }));
  return parts
    .sort((a, b) => (placeOfPart(a.part) < placeOfPart(b.part) ? -1 : 1))
    .flatMap(({ name, placed, part }) =>
      scopes.map((each, i) =>
        pointOf(metric, each, part, placed.get(i) ?? [], {
          inSeries,
          excluded: () =>
            ctx.moment.once(points, leftOut).then((apart) => summed(apart.get(name)?.get(i) ?? []).excluded),
        }),
      ),
    );
}

const placeOfPart = ({ estate, segment }: PointPart): string => `${estate?.code ?? ''}\0${segment ?? ''}`;

/** Rows by the part of a scope that they are of, and by the place of their period in a series. */
type PlacedRows = Map<string, Map<number, SumRow[]>>;

function placedRows(rows: readonly SumRow[], points: readonly MetricPeriod[]): PlacedRows {
  const places = new Map<string | null, number>();
  const placeOf = ({ day }: SumRow): number => {
    let place = places.get(day);
    if (place === undefined) {
      place = points.findIndex(({ from, to }) => day !== null && day >= from && day < to);
      places.set(day, place);
    }
    return place;
  };
  const groups = groupedBy(rows, ({ estateId, segment }) => `${estateId}/${segment}`);
  return new Map([...groups].map(([name, group]) => [name, Map.groupBy(group, placeOf)]));
}

/**
 * A metric by one dimension: its own, the estate, or what the tickets behind it say; the largest denominator first.
 * @throws INVALID_INPUT at `by` for a dimension that the metric does not have
 */
export async function metricBreakdown(
  ctx: RequestContext,
  scope: MetricScope,
  key: MetricKey,
  by: MetricDimension,
  most: number,
): Promise<MetricPoint[]> {
  const metric = metricOf(key);
  if (by === 'AGE') return byAge(ctx, scope, metric);
  const rows = await rowsBy(ctx, scope, metric, by);
  const groups = groupedBy(rows, ({ estateId, segment }) => `${estateId}/${segment}`);
  const partOf = await partsOf(ctx, rows);
  return [...groups.values()]
    .map((group) => pointOf(metric, scope, partOf(group[0]), group, { by: ticketDimension(metric, by) }))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, most);
}

/** What stands open by how old it is at the end of the day that is asked about; every age, also of nothing. */
async function byAge(ctx: RequestContext, scope: MetricScope, metric: Metric): Promise<MetricPoint[]> {
  if (!metric.standing) throw invalidInput('by', 'only what stands open has an age');
  const on = scope.asKnownOn ?? scope.today;
  const points = agesOn(metric.standing, on, scope.period).map(async ({ name, days }): Promise<MetricPoint[]> => {
    const [figure] = await figuresOf(ctx, { ...scope, period: days }, [metric.key]);
    return figure ? [{ period: days, estate: null, segment: name, figure }] : [];
  });
  return (await Promise.all(points)).flat();
}

const weightOf = ({ figure: { sums } }: MetricPoint): number => sums.denominator || sums.numerator;

function rowsBy(
  ctx: RequestContext,
  scope: MetricScope,
  { key, ...metric }: Metric,
  by: MetricDimension,
): Promise<SumRow[]> {
  const wanted = { ...scope, metrics: [key] };
  if (by === 'ESTATE') return readSums(ctx, wanted, { estate: true });
  const atTickets = ticketDimension(metric, by);
  if (atTickets) {
    assertAboutTickets(key);
    return readSumsByTicket(ctx, wanted, atTickets);
  }
  assertOwnDimension(metric, by);
  return readSums(ctx, wanted, { segment: true });
}

/** A part of a scope with its estate. */
type PointPart = Pick<MetricFigure, 'estateId' | 'segment'> & Pick<MetricPoint, 'estate'>;

const NO_PART = { estateId: null, segment: null };

/** The parts of a scope that rows are of, with all their estates: an answer of thousands of points waits for them once. */
async function partsOf(
  ctx: RequestContext,
  rows: readonly SumRow[],
): Promise<(row?: Pick<SumRow, 'estateId' | 'segment'>) => PointPart> {
  const ids = [...new Set(rows.flatMap(({ estateId }) => estateId ?? []))];
  const found = await Promise.all(ids.map((id) => estateById(ctx).load(id)));
  const estates = new Map<string | null, EstateRow | null>(ids.map((id, i) => [id, found[i] ?? null]));
  return ({ estateId, segment } = NO_PART) => ({ estateId, segment, estate: estates.get(estateId) ?? null });
}

/** A figure of the rows of one part of a scope. */
const pointOf = (
  metric: Metric,
  scope: MetricScope,
  { estateId, segment, estate }: PointPart,
  rows: readonly SumRow[],
  more: Partial<MetricFigure>,
): MetricPoint => ({
  ...{ estate, segment, period: scope.period },
  figure: { ...WHOLE, estateId, segment, metric, scope, ...summed(rows), ...more },
});
