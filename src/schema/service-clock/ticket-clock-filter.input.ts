import { ArrayMaxSize, IsIn, IsOptional } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { ClockState } from '../../domain/service-clock/read-clock.js';
import { CLOCK_MILESTONES } from '../../domain/service-clock/clock-milestone.js';
import { DateTime } from '../scalars.js';
import { ClockStateEnum } from './clock-state.enum.js';

/** Which clock a ticket of a list has. */
@InputType('TicketClockFilter', {
  description: 'Which tickets a list shows by their clocks: those with one clock that meets every condition given.',
})
export class TicketClockFilterInput {
  @Field(() => [ClockStateEnum], { nullable: true, description: 'A clock in one of these states.' })
  states?: ClockState[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'A clock that waits for one of these milestones, as `ServiceClock.milestone` names them.',
  })
  @IsOptional()
  @ArrayMaxSize(CLOCK_MILESTONES.length, { message: `must have at most ${CLOCK_MILESTONES.length} names` })
  @IsIn(CLOCK_MILESTONES, { each: true, message: 'must each be a milestone of service clocks' })
  milestones?: string[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'A clock that has not ended and is due before this instant, also when that has passed.',
  })
  dueBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'A clock that has not ended and whose limit has passed; false: has not passed yet.',
  })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'A clock that has not ended and of whose limit four fifths have passed, but not all; false: less than that.',
  })
  dueSoon?: boolean | null;
}
