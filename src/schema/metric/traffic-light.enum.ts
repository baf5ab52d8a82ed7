import { registerEnumType } from 'type-graphql';
import { TRAFFIC_LIGHTS } from '../../domain/metric/metric-value.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of TrafficLight. */
export const TrafficLightEnum = enumOf(TRAFFIC_LIGHTS);

registerEnumType(TrafficLightEnum, {
  name: 'TrafficLight',
  description: 'How a value stands to its target.',
  valuesConfig: {
    GREEN: { description: 'The target is reached.' },
    AMBER: { description: 'At most five percentage points behind it.' },
    RED: { description: 'Farther behind.' },
  },
});
