import { Field, ID, InputType } from 'type-graphql';
import type { PauseReason } from '../../domain/service-clock/pause-reason.js';
import { DateTime } from '../scalars.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';
import { PauseReasonEnum } from './pause-reason.enum.js';

/** Has a clock stand still. */
@InputType({ description: 'Has a clock of a ticket stand still (D-05).' })
export class PauseClockInput extends TicketStepInput {
  @Field(() => ID, { description: 'The clock, one of the ticket.' })
  clockId!: string;

  @Field(() => PauseReasonEnum, { description: 'Why; only what the milestone takes.' })
  reason!: PauseReason;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it runs again by itself, within the cap of the policy D-05; absent: when it has stood still for as long as it may.',
  })
  until?: Date | null;
}
