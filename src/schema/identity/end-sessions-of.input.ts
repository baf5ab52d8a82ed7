import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Whose sign-ins are ended. */
@InputType('EndSessionsOfInput', { description: 'Whose sign-ins are ended.' })
export class EndSessionsOfInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
