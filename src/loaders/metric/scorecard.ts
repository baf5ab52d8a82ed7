import { CompiledQuery } from 'kysely';
import { resyncRequired } from '../../domain/errors.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import type { MetricKey } from '../../domain/metric/metrics.js';
import { decodeCursor, encodeCursor } from '../../events/cursor.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { figuresOf, type SettledFigure } from './metric-figure.js';
import { metricScope, type MetricScope, type MetricScopeAsked } from './metric-scope.js';

/** Figures over a scope as one. */
export interface Scorecard {
  readonly period: MetricPeriod;
  readonly estates: number;
  readonly asKnownOn: string | null;
  readonly metrics: readonly SettledFigure[];
  readonly watermark: Watermark;
}

/** Up to where figures go. */
interface Watermark {
  readonly cursor: string;
  readonly recordedAt: Date;
}

/**
 * Figures over all estates of a scope as one.
 * @param atLeast a cursor of the company that must be in them
 * @throws INVALID_INPUT with the argument's path for what cannot be asked for
 * @throws RESYNC_REQUIRED when `atLeast` is beyond the log, or of another epoch
 */
export async function scorecard(
  ctx: RequestContext,
  asked: MetricScopeAsked,
  keys: readonly MetricKey[],
  atLeast: string | null,
): Promise<Scorecard> {
  const scope = await metricScope(ctx, asked);
  if (atLeast !== null) await assertSeen(ctx, atLeast);
  const [metrics, estates, watermark] = await Promise.all([
    figuresOf(ctx, scope, keys),
    countEstates(ctx, scope),
    watermarkOf(ctx),
  ]);
  return { period: scope.period, estates, asKnownOn: scope.asKnownOn, metrics, watermark };
}

/** Up to where everything that is read in this moment goes. */
async function watermarkOf(ctx: RequestContext): Promise<Watermark> {
  const head = await ctx.moment.head();
  return {
    cursor: encodeCursor(ctx.asker.companyId, head ?? { epoch: 0, seq: 0 }),
    recordedAt: head?.recordedAt ?? new Date(0),
  };
}

/** A moment shows everything that was committed before it: what it lacks has not happened here. */
async function assertSeen(ctx: RequestContext, atLeast: string): Promise<void> {
  const { epoch, seq } = decodeCursor(ctx.asker.companyId, atLeast, 'atLeast');
  const head = await ctx.moment.head();
  if (head && epoch !== head.epoch) throw resyncRequired('OTHER_EPOCH');
  if (!head || seq > head.seq) throw resyncRequired('AHEAD');
}

async function countEstates(ctx: RequestContext, { estateIds }: MetricScope): Promise<number> {
  const [row] = await ctx.moment.read<{ count: number }>(
    CompiledQuery.raw(
      'select count(*)::int as count from estate where company_id = $1 and ($2::uuid[] is null or id = any($2::uuid[]))',
      [ctx.asker.companyId, estateIds],
    ),
  );
  return row?.count ?? 0;
}
