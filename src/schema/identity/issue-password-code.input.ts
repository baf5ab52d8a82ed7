import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Who may set a new password. */
@InputType('IssuePasswordCodeInput', { description: 'Who may set a new password.' })
export class IssuePasswordCodeInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
