import { registerEnumType } from 'type-graphql';
import { formulaOf } from '../../domain/metric/metric-definition.js';
import { METRICS } from '../../domain/metric/metrics.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricKey: one value a definition. */
export const MetricKeyEnum = enumOf(METRICS.map(({ key }) => key));

registerEnumType(MetricKeyEnum, {
  name: 'MetricKey',
  description: 'What is measured; `metricDefinitions` says all about each.',
  valuesConfig: Object.fromEntries(
    METRICS.map((metric) => [
      metric.key,
      {
        description: `${metric.title} (${metric.titleZh}, ${metric.catalogueId}): ${formulaOf(metric)}, by ${metric.attribution}.`,
      },
    ]),
  ),
});
