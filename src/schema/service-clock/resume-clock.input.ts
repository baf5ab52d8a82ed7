import { Field, ID, InputType } from 'type-graphql';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** Has a clock run again. */
@InputType({ description: 'Has a clock run again that stands still (D-05).' })
export class ResumeClockInput extends TicketStepInput {
  @Field(() => ID, { description: 'The clock, one of the ticket.' })
  clockId!: string;
}
