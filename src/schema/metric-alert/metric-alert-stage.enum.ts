import { registerEnumType } from 'type-graphql';
import { ALERT_STAGES } from '../../domain/metric-alert/alert-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of AlertStage. */
export const MetricAlertStageEnum = enumOf(ALERT_STAGES);

registerEnumType(MetricAlertStageEnum, {
  name: 'MetricAlertStage',
  description: 'Where an alert stands.',
  valuesConfig: {
    RAISED: { description: 'A figure broke a rule; nobody has said anything yet.' },
    ACKNOWLEDGED: { description: 'Somebody looks after it.' },
    CLOSED: { description: 'It was dealt with; the note says how.' },
  },
});
