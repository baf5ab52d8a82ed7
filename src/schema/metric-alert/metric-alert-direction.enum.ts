import { registerEnumType } from 'type-graphql';
import { ALERT_DIRECTIONS } from '../../domain/metric-alert/alert-condition.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of AlertDirection. */
export const MetricAlertDirectionEnum = enumOf(ALERT_DIRECTIONS);

registerEnumType(MetricAlertDirectionEnum, {
  name: 'MetricAlertDirection',
  description: 'Which way a figure is wrong.',
  valuesConfig: {
    ABOVE: { description: 'Above the threshold, or rising. The threshold itself is good.' },
    BELOW: { description: 'Below the threshold, or falling. The threshold itself is good.' },
  },
});
