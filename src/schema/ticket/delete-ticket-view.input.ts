import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Which named list is forgotten. */
@InputType('DeleteTicketViewInput', { description: 'Which named list of tickets is forgotten.' })
export class DeleteTicketViewInput extends CommandFields {
  @Field(() => ID, { description: 'Which.' })
  viewId!: string;
}
