import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** For which occupancy an account may be opened. */
@InputType('InviteResidentInput', { description: 'For which occupancy an account may be opened.' })
export class InviteResidentInput extends CommandFields {
  @Field(() => ID, { description: 'The occupancy; its customer is who may open an account (D-30).' })
  occupancyId!: string;
}
