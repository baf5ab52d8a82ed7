import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { METRICS, type MetricKey } from '../../domain/metric/metrics.js';
import type { MetricPeriod } from '../../domain/metric/metric-period.js';
import { metricValue } from '../../domain/metric/metric-value.js';
import { estateScorecards, type EstateScorecard } from '../../loaders/metric/estate-scorecards.js';
import { openScorecardFeed, type ScorecardFeedArgs } from '../../loaders/metric/scorecard-feed.js';
import { scorecard } from '../../loaders/metric/scorecard.js';
import { metricScope } from '../../loaders/metric/metric-scope.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { MetricKeyEnum } from '../../schema/metric/metric-key.enum.js';
import { MetricValueType } from '../../schema/metric/metric-value.type.js';
import { PeriodInput } from '../../schema/metric/period.input.js';
import {
  DataHealthType,
  EstateScorecardConnection,
  EstateScorecardType,
  ScorecardType,
} from '../../schema/metric/scorecard.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Cursor, LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';

const PERIOD = 'Which days.';
const ESTATES = 'Of these estates only, without those not in reach; of all in reach where nothing is said.';
const KNOWN =
  'As it was known at the end of this day, in the zone of the company; as it is known now where nothing is said.';
const ALL: readonly MetricKey[] = METRICS.map(({ key }) => key);

/** Figures over all estates as one. */
@Resolver(() => ScorecardType)
export class ScorecardResolver {
  @Query(() => ScorecardType, {
    description:
      'One answer for the whole scope: ratios of sums over its estates (R-MET-08). A scope without estates has no data, never those of others. Needs `metric.read`. RESYNC_REQUIRED when `atLeast` is beyond the log.',
  })
  portfolioScorecard(
    @Arg('period', () => PeriodInput, { description: PERIOD }) period: MetricPeriod,
    @Arg('estateIds', () => [ID], { nullable: true, description: ESTATES }) estateIds: string[] | null,
    @Arg('groupIds', () => [ID], { nullable: true, description: 'Of estates of these groups only.' })
    groupIds: string[] | null,
    @Arg('metrics', () => [MetricKeyEnum], { nullable: true, description: 'Which metrics; all where nothing is said.' })
    metrics: MetricKey[] | null,
    @Arg('asKnownOn', () => LocalDate, { nullable: true, description: KNOWN }) asKnownOn: string | null,
    @Arg('atLeast', () => Cursor, { nullable: true, description: 'With everything up to this cursor of a change.' })
    atLeast: string | null | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    return scorecard(ctx, { period, estateIds, groupIds, asKnownOn }, metrics ?? ALL, atLeast ?? null);
  }

  @Subscription(() => ScorecardType, {
    subscribe: ({ args, context }) => openScorecardFeed(context as RequestContext, args as ScorecardFeedArgs, ALL),
    description:
      'The scorecard at once, then whenever something may have changed one of its figures, a limit that has passed too. Needs `metric.read`.',
  })
  scorecard(
    @Arg('period', () => PeriodInput, { description: PERIOD }) _period: MetricPeriod,
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates only; NOT_FOUND for one not in reach.',
    })
    _estateIds: string[] | null,
    @Arg('metrics', () => [MetricKeyEnum], { nullable: true, description: 'Which metrics; all where nothing is said.' })
    _metrics: MetricKey[] | null,
    @Arg('everyMs', () => Int, {
      defaultValue: 1_000,
      description: 'Milliseconds between two beats, 250 to 60,000: in a beat it is told once.',
    })
    _everyMs: number,
    @Root() card: ScorecardType,
  ) {
    return card;
  }
}

/** Figures by estate. */
@Resolver(() => EstateScorecardType)
export class EstateScorecardResolver {
  @Query(() => EstateScorecardConnection, {
    description:
      'A row an estate, ranked by one metric: by the rate, then the larger denominator; estates without data and silent ones stand apart, behind the others (R-MET-13, D-25). Without `rankBy` by their codes. Needs `metric.read`.',
  })
  async estateScorecards(
    @Arg('period', () => PeriodInput, { description: PERIOD }) period: MetricPeriod,
    @Arg('estateIds', () => [ID], { nullable: true, description: ESTATES }) estateIds: string[] | null,
    @Arg('groupIds', () => [ID], { nullable: true, description: 'Of estates of these groups only.' })
    groupIds: string[] | null,
    @Arg('metrics', () => [MetricKeyEnum], { nullable: true, description: 'Which metrics; all where nothing is said.' })
    metrics: MetricKey[] | null,
    @Arg('rankBy', () => MetricKeyEnum, { nullable: true, description: 'By which metric they are ranked.' })
    rankBy: MetricKey | null | undefined,
    @Arg('asKnownOn', () => LocalDate, { nullable: true, description: KNOWN }) asKnownOn: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many estates, 1 to 500; 100 where nothing is said.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only estates behind this cursor of the same list.' })
    after: string | null | undefined,
    @Ctx() ctx: RequestContext,
  ) {
    const scope = await metricScope(ctx, { period, estateIds, groupIds, asKnownOn });
    return estateScorecards(ctx, scope, {
      metrics: metrics ?? ALL,
      rankBy: rankBy ?? null,
      first: first ?? 100,
      after: after ?? null,
    });
  }

  @FieldResolver(() => EstateType, {
    nullable: true,
    description: 'The estate; null where the viewer may not read it.',
  })
  estate(@Root() { estateId }: EstateScorecard, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => [MetricValueType], { description: 'One an asked metric, in the asked order.' })
  metrics(@Root() { figures }: EstateScorecard) {
    return figures;
  }

  @FieldResolver(() => DataHealthType, { description: 'Whether it records what happens.' })
  dataHealth(@Root() { health: { late, ...rest } }: EstateScorecard) {
    return { ...rest, lateEntered: metricValue(late.metric, late.sums) };
  }
}
