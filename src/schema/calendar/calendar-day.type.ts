import { Field, ObjectType } from 'type-graphql';
import type { DayReason } from '../../domain/calendar/day-reason.js';
import { DateTime, LocalDate } from '../scalars.js';
import { DayReasonEnum } from './day-reason.enum.js';

/** A time in which the desk is staffed. */
@ObjectType('DeskOpening', { description: 'A time in which the front desk is staffed (D-08); outside of it is night.' })
export class DeskOpeningType {
  @Field(() => DateTime, { description: 'The first instant of it.' })
  from!: Date;

  @Field(() => DateTime, { description: 'The first instant after it; may lie on the next day.' })
  to!: Date;
}

/** A day of a working calendar as clients see it. */
@ObjectType('CalendarDay', { description: 'How a day counts in the working calendar of an estate or company (Q-16).' })
export class CalendarDayType {
  @Field(() => LocalDate, { description: 'The day.' })
  day!: string;

  @Field(() => Boolean, { description: 'Whether limits in working days count it.' })
  working!: boolean;

  @Field(() => DayReasonEnum, { description: 'Why it counts so.' })
  reason!: DayReason;

  @Field(() => Boolean, {
    description: "False where the state's arrangement of that year is not known yet and plain weekdays are assumed.",
  })
  known!: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the holiday or declared day; null on ordinary days.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Its Chinese name, where the state has given one.' })
  nameZh!: string | null;

  @Field(() => [DeskOpeningType], {
    description: 'When the desk is staffed, by the desk hours in force that day (D-08).',
  })
  openings!: DeskOpeningType[];
}
