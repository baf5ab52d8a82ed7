import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which resident may set a new password. */
@InputType('IssueResidentPasswordCodeInput', { description: 'Which resident may set a new password.' })
export class IssueResidentPasswordCodeInput extends CommandFields {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;
}
