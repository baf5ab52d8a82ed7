import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars.js';
import { OccupancyType } from './occupancy.type.js';

/** An occupancy that a command has made or changed. */
@ObjectType('OccupancyPayload', { description: 'An occupancy that a command has made or changed.' })
export class OccupancyPayloadType {
  @Field(() => OccupancyType, { description: 'The occupancy as it stands now.' })
  occupancy!: OccupancyType;

  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;
}
