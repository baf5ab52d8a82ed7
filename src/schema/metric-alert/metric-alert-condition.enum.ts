import { registerEnumType } from 'type-graphql';
import { ALERT_CONDITIONS } from '../../domain/metric-alert/alert-condition.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of AlertCondition. */
export const MetricAlertConditionEnum = enumOf(ALERT_CONDITIONS);

registerEnumType(MetricAlertConditionEnum, {
  name: 'MetricAlertCondition',
  description: 'When a rule raises an alert.',
  valuesConfig: {
    THRESHOLD: {
      description: 'The figure of a period lies beyond the threshold; a period that still runs is looked at too.',
    },
    STREAK: { description: 'It lies beyond the threshold in so many periods on end, the last of which has ended.' },
    TREND: { description: 'It goes the wrong way in so many periods on end, each against the one before.' },
  },
});
