import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { BuildingType } from './building.type.js';

/** A building that a command has made. */
@ObjectType('BuildingPayload', { description: 'A building that a command has made.' })
export class BuildingPayloadType {
  @Field(() => BuildingType, { description: 'The building as it stands now.' })
  building!: BuildingType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
