import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** To which department a ticket passes. */
@InputType({ description: 'Passes a ticket on to another department; no clock starts anew (D-19).' })
export class TransferTicketInput extends TicketStepInput {
  @Field(() => ID, { description: 'A department of the estate or of the company; another than it lies with.' })
  departmentId!: string;

  @TextField({ max: 500, multiline: true, description: 'Why it is theirs, for staff.' })
  reason!: string;
}
