import { CompiledQuery } from 'kysely';
import { assertPace } from '../../domain/board/pace.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { assertFeedEstates } from '../../events/assert-feed-estates.js';
import { isWithin } from '../../events/feed-reach.js';
import { openTopic } from '../../events/open-feed.js';
import { METRIC_SUBJECTS } from '../../metrics/sources.js';
import { authorize, narrow } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { scorecard, type Scorecard } from './scorecard.js';

/** Which figures a subscriber wants, and how often. */
export interface ScorecardFeedArgs {
  readonly period: MetricPeriod;
  readonly estateIds?: readonly string[] | null;
  readonly metrics?: readonly MetricKey[] | null;
  /** Milliseconds. */
  readonly everyMs: number;
}

const SUBJECTS: ReadonlySet<string> = new Set(METRIC_SUBJECTS);

/**
 * Opens the feed of figures over estates where the asker holds `metric.read`: as they stand, then whenever an event may have
 * changed one, at most once a beat. Whoever asks for the same with the same rights is told the same reading.
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
  const cardAt = async (reading: RequestContext, seq: number): Promise<Scorecard & { readonly seq: number }> => ({
    ...(await scorecard(reading, { period, estateIds: wanted }, metrics ?? all, null)),
    seq,
  });
  await scorecard(ctx, { period, estateIds: wanted }, [], null);
  return openTopic(ctx, null, {
    gathering: { everyMs, thing: () => 'scorecard', alone: false },
    concerns: (asker, event) =>
      SUBJECTS.has(event.subjectKind) && isWithin(authorize(asker, 'metric.read'), wanted, event.estateId),
    standing: async (reading, seq) => [await cardAt(reading, seq)],
    read: async (reading, behind) => {
      const last = await lastBehind(reading, wanted, behind);
      return last === null ? [] : [await cardAt(reading, last)];
    },
    find: (reading, seqs) => Promise.all(seqs.map((seq) => cardAt(reading, seq))),
  });
}

/** The last event behind a number that may have changed a figure; null where there is none. */
async function lastBehind(
  ctx: RequestContext,
  wanted: readonly string[] | null,
  behind: number,
): Promise<number | null> {
  const estateIds = narrow(authorize(ctx.asker, 'metric.read'), wanted);
  const [row] = await ctx.moment.read<{ seq: number }>(
    CompiledQuery.raw(
      `select seq from event where company_id = $1 and seq > $2::bigint and subject_kind = any($3::text[])
          and ($4::uuid[] is null or estate_id = any($4::uuid[])) order by seq desc limit 1`,
      [ctx.asker.companyId, behind, METRIC_SUBJECTS, estateIds],
    ),
  );
  return row?.seq ?? null;
}
