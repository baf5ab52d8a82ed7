import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Whose closed login is opened again. */
@InputType('ReactivateAccountInput', { description: 'Whose closed login is opened again.' })
export class ReactivateAccountInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
