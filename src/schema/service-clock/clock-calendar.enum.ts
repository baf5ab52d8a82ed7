import { registerEnumType } from 'type-graphql';
import { CLOCK_CALENDARS } from '../../domain/service-clock/time-measure.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ClockCalendar. */
export const ClockCalendarEnum = enumOf(CLOCK_CALENDARS);

registerEnumType(ClockCalendarEnum, {
  name: 'ClockCalendar',
  description: 'Which time of a limit counts (R-MET-10, Q-10).',
  valuesConfig: {
    AROUND_THE_CLOCK: { description: 'Every minute, at night too.' },
    DESK_HOURS: { description: "Only the estate's desk hours, holidays and make-up days included (D-08, Q-16)." },
  },
});
