import { Field, ID, InputType } from 'type-graphql';
import { TicketStepInput } from './ticket-step.input.js';

/** Into whose hands a ticket goes. */
@InputType({
  description: 'Puts a ticket into the hands of a department, a person, or both; again to change it (D-19).',
})
export class AssignTicketInput extends TicketStepInput {
  @Field(() => ID, { nullable: true, description: 'A department of the estate or of the company; absent: as it is.' })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A member of staff who works on the estate; absent: as it is.' })
  assigneeId?: string | null;
}
