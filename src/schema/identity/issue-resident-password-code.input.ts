import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Which resident may set a new password. */
@InputType('IssueResidentPasswordCodeInput', { description: 'Which resident may set a new password.' })
export class IssueResidentPasswordCodeInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;
}
