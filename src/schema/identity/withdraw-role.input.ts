import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which role is taken back. */
@InputType('WithdrawRoleInput', { description: 'Which role is taken back.' })
export class WithdrawRoleInput extends CommandFields {
  @Field(() => ID, { description: 'The `RoleAssignment`.' })
  assignmentId!: string;
}
