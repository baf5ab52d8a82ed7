import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Closes a ticket. */
@InputType({ description: 'Closes and files a ticket (R-CMP-18).' })
export class CloseTicketInput extends TicketStepInput {
  @TextField({
    nullable: true,
    max: 1000,
    multiline: true,
    description:
      'Why a callback that is owed was not made, such as that the customer wants none (R-CBK-04); for staff.',
  })
  withoutCallback?: string | null;
}
