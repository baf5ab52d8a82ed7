import { MetricDefinitionResolver } from './metric/metric-definition.resolver.js';
import { MetricPointResolver } from './metric/metric-point.resolver.js';
import { MetricRowResolver } from './metric/metric-row.resolver.js';
import { MetricValueResolver } from './metric/metric-value.resolver.js';
import { EstateScorecardResolver, ScorecardResolver } from './metric/scorecard.resolver.js';

/** What head office asks of all estates. */
export const RESOLVERS_OF_OVERSIGHT = [
  MetricDefinitionResolver,
  MetricValueResolver,
  MetricRowResolver,
  ScorecardResolver,
  EstateScorecardResolver,
  MetricPointResolver,
] as const;
