import { registerEnumType } from 'type-graphql';
import { DAY_REASONS, type DayReason } from '../../domain/calendar/day-reason.js';

/** The GraphQL enum of DayReason. */
export const DayReasonEnum = Object.fromEntries(DAY_REASONS.map((value) => [value, value])) as { [V in DayReason]: V };

registerEnumType(DayReasonEnum, {
  name: 'DayReason',
  description: 'Why a day counts as it does (Q-16); a declaration goes before the state, the state before the weekday.',
  valuesConfig: {
    WEEKDAY: { description: 'Monday to Friday.' },
    WEEKEND: { description: 'Saturday or Sunday.' },
    STATUTORY_HOLIDAY: { description: "A holiday of the state's arrangement (法定节假日)." },
    MAKE_UP_DAY: { description: "A working weekend of the state's arrangement (调休上班)." },
    COMPANY: { description: 'Declared by the company for all its estates.' },
    ESTATE: { description: 'Declared by the estate.' },
  },
});
