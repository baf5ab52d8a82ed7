import { registerEnumType } from 'type-graphql';
import { METRIC_UNITS } from '../../domain/metric/metric-unit.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricUnit. */
export const MetricUnitEnum = enumOf(METRIC_UNITS);

registerEnumType(MetricUnitEnum, {
  name: 'MetricUnit',
  description: 'What the value of a metric is in.',
  valuesConfig: {
    PERCENT: { description: 'Hundredths of the denominator, to one decimal, half up (R-MET-12).' },
    PER_HUNDRED: { description: 'How many for each hundred of the denominator, to one decimal, half up.' },
    COUNT: { description: 'How many.' },
    SECONDS: { description: 'The mean of whole seconds.' },
    YUAN: { description: 'An amount in yuan, to the fen; null for whoever may not see amounts (R-ORG-70).' },
  },
});
