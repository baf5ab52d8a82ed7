import { registerEnumType } from 'type-graphql';
import { METRIC_INTERVALS } from '../../domain/metric/metric-period.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricInterval. */
export const MetricIntervalEnum = enumOf(METRIC_INTERVALS);

registerEnumType(MetricIntervalEnum, {
  name: 'MetricInterval',
  description: 'How long a point of a series is.',
  valuesConfig: {
    DAY: { description: 'A local day.' },
    WEEK: { description: 'From Monday to Sunday.' },
    MONTH: { description: 'A calendar month.' },
    QUARTER: { description: 'Three calendar months, from January on.' },
    YEAR: { description: 'A calendar year.' },
  },
});
