import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { CalendarDayType } from './calendar-day.type.js';

/** A day of the calendar that a command has changed. */
@ObjectType('CalendarDayPayload', { description: 'A day of the calendar that a command has changed.' })
export class CalendarDayPayloadType {
  @Field(() => CalendarDayType, {
    description: 'How the day counts now, for the estate or the company that was named.',
  })
  day!: CalendarDayType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
