import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { TicketCategoryType } from './ticket-category.type.js';

/** A category that a command has made or changed. */
@ObjectType('TicketCategoryPayload', { description: 'A category that a command has made or changed.' })
export class TicketCategoryPayloadType {
  @Field(() => TicketCategoryType, { description: 'The category as it stands now.' })
  category!: TicketCategoryType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
