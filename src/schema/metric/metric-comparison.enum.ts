import { registerEnumType } from 'type-graphql';
import { METRIC_COMPARISONS } from '../../domain/metric/metric-period.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of MetricComparison. */
export const MetricComparisonEnum = enumOf(METRIC_COMPARISONS);

registerEnumType(MetricComparisonEnum, {
  name: 'MetricComparison',
  description: 'What a period is compared with, at equal maturity (D-24).',
  valuesConfig: {
    CALENDAR_BEFORE: {
      description: 'The calendar period before: of whole months as many months, otherwise as many days.',
    },
    SAME_DAYS_BEFORE: { description: 'As many days before.' },
    YEAR_AGO: { description: 'The same days a year ago.' },
  },
});
