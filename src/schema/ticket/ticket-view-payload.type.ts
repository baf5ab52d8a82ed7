import { Field, ID, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** A list after a command. */
@ObjectType('TicketViewPayload', { description: 'A named list of tickets after a command.' })
export class TicketViewPayloadType {
  @Field(() => ID, { description: 'Its id.' })
  viewId!: string;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
