import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Which ticket is a matter of its own after all. */
@InputType({ description: 'Has a ticket leave the one that it had joined (R-DSP-03, D-27).' })
export class UnmergeTicketInput extends TicketStepInput {
  @TextField({ max: 500, multiline: true, description: 'Why it is a matter of its own, for staff.' })
  reason!: string;
}
