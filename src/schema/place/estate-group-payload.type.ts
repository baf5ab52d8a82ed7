import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { EstateGroupType } from './estate-group.type.js';

/** A group of estates that a command has made or changed. */
@ObjectType('EstateGroupPayload', { description: 'A group of estates that a command has made or changed.' })
export class EstateGroupPayloadType {
  @Field(() => EstateGroupType, { description: 'The group as it stands now.' })
  group!: EstateGroupType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
