import { Field, ID, InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Puts a ticket into another category. */
@InputType({ description: 'Puts a ticket into another category.' })
export class RecategorizeTicketInput extends TicketStepInput {
  @Field(() => ID, {
    description: "The category: one for the ticket's kind that was offered on the day of the report.",
  })
  categoryId!: string;
}
