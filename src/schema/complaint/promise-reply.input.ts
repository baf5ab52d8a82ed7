import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** When the customer will hear next. */
@InputType({ description: 'Fixes when the customer will hear next (R-CMP-24).' })
export class PromiseReplyInput extends TicketStepInput {
  @Field(() => DateTime, { description: 'The promised time, in the future; it takes the place of an earlier promise.' })
  nextReplyDueAt!: Date;
}
