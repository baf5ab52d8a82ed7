import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PauseReason } from '../../domain/service-clock/pause-reason.js';
import type { ClockState } from '../../domain/service-clock/read-clock.js';
import type { ClockCalendar } from '../../domain/service-clock/time-measure.js';
import { DateTime } from '../scalars.js';
import { ClockCalendarEnum } from './clock-calendar.enum.js';
import { ClockStateEnum } from './clock-state.enum.js';
import { PauseReasonEnum } from './pause-reason.enum.js';

/** A service clock as clients see it; seconds are fields of the resolver. */
@ObjectType('ServiceClock', {
  simpleResolvers: true,
  description: 'How long a ticket may wait for one of its milestones, and how that stands.',
})
export class ServiceClockType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, {
    description:
      'What it waits for. Repairs: FORWARDED, ACCEPTED, ON_SITE, AS_AGREED (another time agreed), AT_THE_DOOR (from the report), CALLED_BACK (from the return), CALLED_BACK_AFTER_WORK. Complaints: CALLED_BACK, RECTIFIED, RECTIFICATION_REPORTED, RESULT_TOLD, HANDLING_TOLD, FEEDBACK, PROMISED_REPLY, SOLVED.',
  })
  milestone!: string;

  @Field(() => String, { description: 'The rule that sets it: `R-RPR-07`.' })
  rule!: string;

  @Field(() => Int, {
    description: 'Of ON_SITE the visit that it waits for (D-19); else how many such clocks the ticket has had.',
  })
  round!: number;

  @Field(() => ClockStateEnum, { description: 'How it stands.' })
  state!: ClockState;

  @Field(() => String, {
    nullable: true,
    description: 'The key of the policy that its limit comes from; null where an instant was promised or agreed.',
  })
  policy!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of that policy in force when the clock began; null for the default (R-MET-09).',
  })
  policyVersion!: number | null;

  @Field(() => ClockCalendarEnum, { description: 'Which time of the limit counts.' })
  calendar!: ClockCalendar;

  @Field(() => DateTime, { description: 'When its time began.' })
  startedAt!: Date;

  @Field(() => DateTime, {
    description: 'The last instant that is in time; while it is paused, as if the pause took all the time that it may.',
  })
  dueAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the milestone was reached; null while it is not.' })
  stoppedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When four fifths of the limit had passed, once announced.' })
  warnedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the limit passed; null while it has not.' })
  breachedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a late entry showed that an announced breach was none (R-MET-11).',
  })
  breachWithdrawnAt!: Date | null;

  @Field(() => Int, {
    description: 'How long it stood still, in seconds of counted time; a running pause not included.',
  })
  pausedSeconds!: number;

  @Field(() => PauseReasonEnum, { nullable: true, description: 'Why it stands still; null while it does not.' })
  pauseReason!: PauseReason | null;

  @Field(() => DateTime, { nullable: true, description: 'When it runs again by itself; null while it runs.' })
  pausedUntil!: Date | null;
}
