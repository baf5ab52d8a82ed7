import { FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { exclusionsOf, formulaOf } from '../../domain/metric/metric-definition.js';
import { METRICS, type Metric } from '../../domain/metric/metrics.js';
import { MetricDefinitionType } from '../../schema/metric/metric-definition.type.js';
import { MetricDimensionEnum } from '../../schema/metric/metric-dimension.enum.js';

/** What is measured. */
@Resolver(() => MetricDefinitionType)
export class MetricDefinitionResolver {
  @Query(() => [MetricDefinitionType], {
    description: 'Everything that is measured, in the order of the catalogue. Needs `metric.read`.',
  })
  metricDefinitions() {
    return METRICS;
  }

  @FieldResolver(() => String, { description: 'How the value follows, in words.' })
  formula(@Root() metric: Metric) {
    return formulaOf(metric);
  }

  @FieldResolver(() => [String], {
    description: 'Why items are left out, in words as in `MetricExclusion.reason` (R-MET-06).',
  })
  exclusions(@Root() metric: Metric) {
    return exclusionsOf(metric);
  }

  @FieldResolver(() => MetricDimensionEnum, {
    nullable: true,
    description: 'Its own dimension; null where it has none.',
  })
  dimension(@Root() { items }: Metric) {
    return items.segment?.dimension ?? null;
  }
}
