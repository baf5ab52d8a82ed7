import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from '../ticket/ticket-step.input.js';

/** What is done about a suggestion. */
@InputType({ description: 'Sets an improvement measure for a suggestion (改善措施, R-DSP-17).' })
export class SetImprovementMeasureInput extends TicketStepInput {
  @TextField({ max: 4000, multiline: true, description: 'The measure; for staff, the answer tells the customer.' })
  measure!: string;
}
