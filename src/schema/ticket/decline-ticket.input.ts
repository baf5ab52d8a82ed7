import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Why it is not ours to do. */
@InputType({ description: 'Ends a ticket that lies outside the company’s service (R-DSP-12).' })
export class DeclineTicketInput extends TicketStepInput {
  @TextField({
    max: 4000,
    multiline: true,
    description: 'What the customer was told, and where help is to be had; the customer sees it.',
  })
  explanation!: string;
}
