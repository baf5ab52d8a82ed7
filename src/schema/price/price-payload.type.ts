import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';

/** What mutations on prices answer; the price itself is a field of the resolver, read in the fresh moment. */
@ObjectType('PricePayload', { simpleResolvers: true, description: 'A price after a command.' })
export class PricePayloadType {
  @Field(() => Cursor, { description: "Position of the command's change in the event log." })
  cursor!: string;
}
