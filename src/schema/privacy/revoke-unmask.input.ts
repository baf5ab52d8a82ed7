import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which grant ends. */
@InputType('RevokeUnmaskInput', { description: 'Which grant to unmask is taken back.' })
export class RevokeUnmaskInput extends CommandFields {
  @Field(() => ID, { description: 'The grant.' })
  grantId!: string;
}
