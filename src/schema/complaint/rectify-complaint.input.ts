import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** What was done to put it right. */
@InputType({ description: 'Records that the department has put it right (R-CMP-10).' })
export class RectifyComplaintInput extends TicketStepInput {
  @TextField({ max: 4000, multiline: true, description: 'What was done (R-CMP-26).' })
  measure!: string;
}
