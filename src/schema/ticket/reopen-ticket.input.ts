import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Why it is not good yet. */
@InputType({ description: 'Opens a ticket again that was answered but not solved (R-CMP-24).' })
export class ReopenTicketInput extends TicketStepInput {
  @TextField({ max: 1000, multiline: true, description: 'What is still wrong; the customer sees it.' })
  reason!: string;
}
