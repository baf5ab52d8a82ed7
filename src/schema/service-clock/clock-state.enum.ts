import { registerEnumType } from 'type-graphql';
import { CLOCK_STATES } from '../../domain/service-clock/read-clock.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ClockState. */
export const ClockStateEnum = enumOf(CLOCK_STATES);

registerEnumType(ClockStateEnum, {
  name: 'ClockState',
  description: 'How a service clock stands.',
  valuesConfig: {
    RUNNING: { description: 'Its time runs, the limit has not passed.' },
    PAUSED: { description: 'It stands still, with a reason (D-05).' },
    MET: { description: 'The milestone was reached in time, the last instant of the limit included (R-MET-05).' },
    BREACHED: { description: 'The limit has passed, whether the milestone was reached later or not.' },
    CANCELLED: { description: 'What it waited for was no longer owed before the limit passed (R-MET-06).' },
  },
});
