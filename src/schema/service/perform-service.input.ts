import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** What was done. */
@InputType({ description: 'Records that a service was performed (R-DSP-04).' })
export class PerformServiceInput extends TicketStepInput {
  @TextField({ max: 4000, multiline: true, description: 'What was done; the customer sees it.' })
  result!: string;
}
