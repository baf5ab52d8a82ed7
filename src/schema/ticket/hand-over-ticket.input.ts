import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { TicketStepInput } from './ticket-step.input.js';

/** Puts a ticket into a colleague's hands. */
@InputType({ description: 'Puts a ticket into a colleague’s hands, as at the end of a shift (交接班, D-19).' })
export class HandOverTicketInput extends TicketStepInput {
  @Field(() => ID, { description: 'Who takes it over; works on the estate, and is not whom it is about (D-16).' })
  assigneeId!: string;

  @TextField({ nullable: true, max: 1000, multiline: true, description: 'What the next one has to know; for staff.' })
  note?: string | null;
}
