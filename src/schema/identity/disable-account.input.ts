import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Whose login is closed. */
@InputType('DisableAccountInput', { description: 'Whose login is closed.' })
export class DisableAccountInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
