import { Field, InputType } from 'type-graphql';
import { MoneyInput } from '../money/money.input.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** What a service costs. */
@InputType({ description: 'Names what a service costs, or that it is free (R-DSP-13).' })
export class QuoteServiceInput extends TicketStepInput {
  @Field(() => MoneyInput, { nullable: true, description: 'The price; either this or `free`.' })
  price?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: 'That it is free (无偿).' })
  free?: boolean | null;
}
