import { assertPace } from '../../domain/board/pace.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { assertFeedEstates } from '../../events/assert-feed-estates.js';
import { isWithin } from '../../events/feed-reach.js';
import { openTopic } from '../../events/open-feed.js';
import { METRIC_SUBJECTS } from '../../metrics/sources.js';
import { authorize, narrow } from '../../tenancy/authorize.js';
import type { House } from '../../tenancy/house.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { SettledFigure } from './metric-figure.js';
import { metricScope } from './metric-scope.js';
import { scorecard, type Scorecard } from './scorecard.js';

/** Which figures a subscriber wants, and how often. */
export interface ScorecardFeedArgs {
  readonly period: MetricPeriod;
  readonly estateIds?: readonly string[] | null;
  readonly metrics?: readonly MetricKey[] | null;
  /** Milliseconds. */
  readonly everyMs: number;
}

/** A scorecard with the number in the log that it goes up to. */
type PlacedCard = Scorecard & { readonly seq: number };

/** What changes a figure, the lines of the books too. */
const SUBJECTS: ReadonlySet<string> = new Set([...METRIC_SUBJECTS, 'charge', 'payment', 'billRun']);

/**
 * Opens the feed of figures over estates where the asker holds `metric.read`: as they stand, then when an event has changed
 * one, at most once a beat. Whoever asks for the same figures of the same estates at the same place in the log shares one reading.
 * @throws NOT_FOUND when an estate is unknown, foreign or out of reach
 * @throws INVALID_INPUT for a period that is none, and for a pace below 250 or above 60,000 milliseconds
 */
export async function openScorecardFeed(
  ctx: RequestContext,
  { period, estateIds, metrics, everyMs }: ScorecardFeedArgs,
  all: readonly MetricKey[],
) {
  const wanted = estateIds ?? null;
  assertPace(everyMs);
  if (wanted) await assertFeedEstates(ctx, 'metric.read', wanted);
  const asked = { period, estateIds: wanted };
  const read = async (reading: RequestContext): Promise<PlacedCard[]> => [await shared(reading, asked, metrics ?? all)];
  await metricScope(ctx, asked);
  return openTopic(ctx, null, {
    gathering: { everyMs, thing: () => 'scorecard', alone: true },
    concerns: (asker, event) =>
      SUBJECTS.has(event.subjectKind) && isWithin(authorize(asker, 'metric.read'), wanted, event.estateId),
    standing: read,
    read,
    isSame: (told, next) => told.metrics.every((figure, i) => areSame(figure, next.metrics[i])),
  });
}

const areSame = (told: SettledFigure, next: SettledFigure | undefined): boolean =>
  next !== undefined &&
  told.sums.numerator === next.sums.numerator &&
  told.sums.denominator === next.sums.denominator &&
  told.sums.pending === next.sums.pending &&
  told.excluded.size === next.excluded.size &&
  [...told.excluded].every(([reason, count]) => next.excluded.get(reason) === count);

/** Readings that a node remembers for whoever comes next. */
const MOST_READINGS = 100;
const readings = new WeakMap<House, Map<string, Promise<PlacedCard>>>();

/** The reading of whoever was first to ask for the same, or one's own. */
async function shared(
  ctx: RequestContext,
  asked: { readonly period: MetricPeriod; readonly estateIds: readonly string[] | null },
  metrics: readonly MetricKey[],
): Promise<PlacedCard> {
  const seq = (await ctx.moment.head())?.seq ?? 0;
  const estates = narrow(authorize(ctx.asker, 'metric.read'), asked.estateIds);
  const trusted = ctx.asker.actions.has('survey.confidence');
  const key = JSON.stringify([
    ctx.asker.companyId,
    seq,
    asked.period,
    metrics,
    trusted,
    estates && [...estates].sort(),
  ]);
  const known = readings.get(ctx.house) ?? new Map<string, Promise<PlacedCard>>();
  readings.set(ctx.house, known);
  const own = async (): Promise<PlacedCard> => ({ ...(await scorecard(ctx, asked, metrics, null)), seq });
  const found = known.get(key);
  if (found) return found.catch(own);
  const reading = own();
  known.set(key, reading);
  if (known.size > MOST_READINGS) known.delete(String(known.keys().next().value));
  reading.catch(() => known.delete(key));
  return reading;
}
