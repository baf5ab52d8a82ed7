import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Calls a ticket off that nobody works on. */
@InputType({ description: 'Calls a ticket off that nobody works on (R-RPR-01, R-CMP-04).' })
export class CancelTicketInput extends TicketStepInput {
  @TextField({ max: 500, description: 'Why it is called off; shown to staff only.' })
  reason!: string;
}
