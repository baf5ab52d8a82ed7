import { registerEnumType } from 'type-graphql';
import { ALERT_INTERVALS } from '../../domain/metric-alert/alert-condition.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of AlertInterval. */
export const MetricAlertIntervalEnum = enumOf(ALERT_INTERVALS);

registerEnumType(MetricAlertIntervalEnum, {
  name: 'MetricAlertInterval',
  description: 'How long the periods are that a rule looks at.',
  valuesConfig: {
    DAY: { description: 'A local day of the estate.' },
    WEEK: { description: 'From Monday to Sunday.' },
    MONTH: { description: 'A calendar month.' },
  },
});
