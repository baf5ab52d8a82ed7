import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Who may set a new password. */
@InputType('IssuePasswordCodeInput', { description: 'Who may set a new password.' })
export class IssuePasswordCodeInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
