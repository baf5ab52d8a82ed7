import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { OwnerVisitType } from './owner-visit.type.js';

/** A visit after a command. */
@ObjectType('VisitPayload', { description: 'A visit after a command.' })
export class VisitPayloadType {
  @Field(() => OwnerVisitType, { description: 'The visit as it stands now.' })
  visit!: OwnerVisitType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
