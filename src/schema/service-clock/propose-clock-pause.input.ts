import { Field, ID, InputType } from 'type-graphql';
import type { PauseReason } from '../../domain/service-clock/pause-reason.js';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';
import { PauseReasonEnum } from './pause-reason.enum.js';

/** Asks that a clock stands still for longer than the cap allows. */
@InputType({ description: 'Asks that a clock of a ticket stands still for longer than the cap allows (D-05).' })
export class ProposeClockPauseInput extends TicketStepInput {
  @Field(() => ID, { description: 'The clock, one of the ticket.' })
  clockId!: string;

  @Field(() => PauseReasonEnum, { description: 'Why; only what the milestone takes.' })
  reason!: PauseReason;

  @Field(() => DateTime, { description: 'When it is to run again by itself; at most 90 days ahead.' })
  until!: Date;

  @TextField({ max: 1000, multiline: true, description: 'Why, for whoever decides; an internal note of the ticket.' })
  note!: string;
}
