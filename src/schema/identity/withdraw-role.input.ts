import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Which role is taken back. */
@InputType('WithdrawRoleInput', { description: 'Which role is taken back.' })
export class WithdrawRoleInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The `RoleAssignment`.' })
  assignmentId!: string;
}
