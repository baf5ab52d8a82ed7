import { registerEnumType } from 'type-graphql';
import { METRIC_PARTS } from '../../domain/metric/metric-part.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricPart. */
export const MetricPartEnum = enumOf(METRIC_PARTS);

registerEnumType(MetricPartEnum, {
  name: 'MetricPart',
  description: 'What part of a metric an item is.',
  valuesConfig: {
    COUNTED: { description: 'It counts in numerator and denominator.' },
    PENDING: { description: 'It is still inside its time (R-MET-04).' },
    EXCLUDED: { description: 'It is left out for a reason (R-MET-06).' },
  },
});
