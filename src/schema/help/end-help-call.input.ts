import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** How a call for help ended. */
@InputType({ description: 'Ends a call for help.' })
export class EndHelpCallInput extends TicketStepInput {
  @TextField({ max: 4000, multiline: true, description: 'What it was and what was done; the customer sees it.' })
  result!: string;
}
